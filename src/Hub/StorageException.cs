namespace Hub;

/// <summary>
/// A storage operation that failed; the message names the operation, HTTP status and error code, never an address or content.
/// </summary>
/// <remarks>It has no inner exception: those of the Azure SDK carry addresses, headers and bodies.</remarks>
public sealed class StorageException(StorageFault fault, string message) : Exception(message)
{
    /// <summary>What can be done about it.</summary>
    public StorageFault Fault { get; } = fault;
}
