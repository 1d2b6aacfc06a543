namespace Hub.Archief;

/// <summary>Where bytes are in the archive; written as <c>container/blob</c>.</summary>
public sealed record ArchiefReference(string Container, string Blob)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ArchiefReference Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dash = text.IndexOf('/', StringComparison.Ordinal);
        return new ArchiefReference(text[..dash], text[(dash + 1)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => Container + "/" + Blob;
}

/// <summary>What the archive keeps beside the bytes.</summary>
/// <param name="BerichtId">The bericht, or the kenmerk of a refusal.</param>
/// <param name="Sha256">SHA-256 of the bytes, in lower-case hex.</param>
/// <param name="Oordeel">The verdict as written in JSON.</param>
/// <param name="Gemeente">The gemeente that the Header names; null when none could be read.</param>
public sealed record ArchiefProperties(string BerichtId, string Sha256, string Oordeel, string? Gemeente);

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

/// <summary>Something that a container holds.</summary>
/// <param name="Place">Where.</param>
/// <param name="Created">When it was stored (UTC); null when the storage does not say.</param>
/// <param name="Properties">What stands beside it; null for bytes that were staged and never stored.</param>
/// <param name="IsSuperseded">
/// True for a version that was replaced or removed: it can't be removed from here, the lifecycle of its container ends it.
/// </param>
public sealed record StoredBlob(ArchiefReference Place, DateTimeOffset? Created, ArchiefProperties? Properties, bool IsSuperseded);
