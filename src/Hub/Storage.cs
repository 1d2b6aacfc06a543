namespace Hub;

/// <summary>What can be done about a failed storage operation.</summary>
public enum StorageFault
{
    /// <summary>Transient, or not known to be permanent: the same call may succeed later.</summary>
    Retry,

    /// <summary>The row was changed by someone else since it was read.</summary>
    Conflict,

    /// <summary>What was asked for is not there.</summary>
    NotFound,

    /// <summary>The storage refuses this identity.</summary>
    Unauthorized,
}

/// <summary>
/// A storage operation that failed; the message names the operation, HTTP status and error code, never an address or content.
/// </summary>
/// <remarks>It has no inner exception: those of the Azure SDK carry addresses, headers and bodies.</remarks>
public sealed class StorageException(StorageFault fault, string message) : Exception(message)
{
    /// <summary>What can be done about it.</summary>
    public StorageFault Fault { get; } = fault;
}
