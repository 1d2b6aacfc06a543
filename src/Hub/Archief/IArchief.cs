namespace Hub.Archief;

/// <summary>Where bytes are in the archive; written as <c>container/blob</c>.</summary>
public sealed record ArchiefVerwijzing(string Container, string Blob)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ArchiefVerwijzing Lees(string tekst)
    {
        ArgumentNullException.ThrowIfNull(tekst);
        var streep = tekst.IndexOf('/', StringComparison.Ordinal);
        return new ArchiefVerwijzing(tekst[..streep], tekst[(streep + 1)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => Container + "/" + Blob;
}

/// <summary>What the archive keeps beside the bytes.</summary>
/// <param name="BerichtId">The bericht, or the kenmerk of a refusal.</param>
/// <param name="Sha256">SHA-256 of the bytes, in lower-case hex.</param>
/// <param name="Oordeel">The verdict as written in JSON.</param>
public sealed record ArchiefKenmerken(string BerichtId, string Sha256, string Oordeel);

/// <summary>Keeps the bytes of every bericht exactly as they came in.</summary>
/// <remarks>Every operation throws <see cref="OpslagException"/>.</remarks>
public interface IArchief
{
    /// <summary>Starts an upload; nothing can be read of it until it is committed.</summary>
    /// <param name="plaats">Where it goes; asked for once, when bytes must go to the archive or at the commit.</param>
    IArchiefUpload Begin(Func<ArchiefVerwijzing> plaats);

    /// <summary>Stores bytes that are all there; false, and nothing changed, when something is in that place already.</summary>
    Task<bool> BewaarAsync(ArchiefVerwijzing plaats, ReadOnlyMemory<byte> inhoud, ArchiefKenmerken kenmerken, CancellationToken cancellation);

    /// <summary>Opens the bytes for reading; <see cref="OpslagFout.NotFound"/> when they are not there.</summary>
    Task<Stream> LeesAsync(ArchiefVerwijzing plaats, CancellationToken cancellation);

    /// <summary>Removes what was committed; no error when it is gone already.</summary>
    Task VerwijderAsync(ArchiefVerwijzing plaats, CancellationToken cancellation);

    /// <summary>Whether the archive answers; throws when not.</summary>
    Task PeilAsync(CancellationToken cancellation);
}

/// <summary>An upload in progress; disposing without a commit leaves nothing behind that can be read.</summary>
public interface IArchiefUpload : IAsyncDisposable
{
    /// <summary>Takes the next bytes; they are copied before this returns.</summary>
    ValueTask SchrijfAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>Makes the bytes readable and gives their place.</summary>
    Task<ArchiefVerwijzing> VastleggenAsync(ArchiefKenmerken kenmerken, CancellationToken cancellation);
}
