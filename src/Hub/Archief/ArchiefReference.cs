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
