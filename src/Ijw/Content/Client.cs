namespace Ijw.Content;

/// <summary>The client of a bericht.</summary>
/// <param name="Key">The key of the client.</param>
public sealed record Client(ClientKey Key);
