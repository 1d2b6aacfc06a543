namespace Hub.Archief;

/// <summary>What the archive keeps beside the bytes.</summary>
/// <param name="BerichtId">The bericht, or the kenmerk of a refusal.</param>
/// <param name="Sha256">SHA-256 of the bytes, in lower-case hex.</param>
/// <param name="Oordeel">The verdict as written in JSON.</param>
/// <param name="Gemeente">The gemeente that the Header names; null when none could be read.</param>
public sealed record ArchiefProperties(string BerichtId, string Sha256, string Oordeel, string? Gemeente);
