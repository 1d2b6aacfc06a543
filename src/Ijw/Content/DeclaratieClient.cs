namespace Ijw.Content;

/// <summary>A client of a JW323 or JW325.</summary>
/// <param name="Key">The key of the client.</param>
/// <param name="Prestaties">The prestaties, in document order.</param>
public sealed record DeclaratieClient(ClientKey Key, IReadOnlyList<Klasse<Prestatie>> Prestaties);
