namespace Hub.Archief;

/// <summary>An upload in progress; disposing it before it was stored leaves nothing behind.</summary>
public interface IArchiefUpload : IAsyncDisposable
{
    /// <summary>Takes the next bytes; they are copied before this returns.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>
    /// Stores all bytes in their place, whole or not at all; false, and nothing changed, when that place is taken already.
    /// </summary>
    Task<bool> StoreAsync(ArchiefReference place, ArchiefProperties properties, CancellationToken cancellation);
}
