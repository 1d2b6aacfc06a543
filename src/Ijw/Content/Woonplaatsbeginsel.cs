namespace Ijw.Content;

/// <summary>The gemeente that is responsible by the woonplaatsbeginsel.</summary>
/// <param name="Gemeente">CBS code, 4 digits.</param>
public sealed record Woonplaatsbeginsel(string Gemeente);
