namespace Hub.Archief;

/// <summary>Keeps the bytes of every bericht exactly as they came in, and for a while those that were refused.</summary>
/// <remarks>Every operation throws <see cref="StorageException"/>.</remarks>
public interface IArchief
{
    /// <summary>An upload holds so many bytes; only what is more goes to the storage before it is known where it belongs.</summary>
    const int MaxHeld = 1024 * 1024;

    /// <summary>Starts an upload whose place is known only when all bytes are in.</summary>
    /// <param name="staging">
    /// Where the bytes wait when they are more than <see cref="MaxHeld"/>: a place among the refusals, never in an archive container.
    /// </param>
    IArchiefUpload Begin(ArchiefReference staging);

    /// <summary>Stores bytes that are all there; false, and nothing changed, when something is in that place already.</summary>
    Task<bool> StoreAsync(
        ArchiefReference place,
        ReadOnlyMemory<byte> content,
        ArchiefProperties properties,
        CancellationToken cancellation
    );

    /// <summary>Opens the bytes for reading; <see cref="StorageFault.NotFound"/> when they are not there.</summary>
    Task<Stream> ReadAsync(ArchiefReference place, CancellationToken cancellation);

    /// <summary>Removes what was stored, and what was staged and never stored; no error when it is gone already.</summary>
    Task RemoveAsync(ArchiefReference place, CancellationToken cancellation);

    /// <summary>The names of the containers that begin with <paramref name="prefix"/>.</summary>
    IAsyncEnumerable<string> ContainersAsync(string prefix, CancellationToken cancellation);

    /// <summary>All that a container holds; nothing when it is not there.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(string container, CancellationToken cancellation);

    /// <summary>Whether the archive answers; throws when not.</summary>
    Task ProbeAsync(CancellationToken cancellation);
}
