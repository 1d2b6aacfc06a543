namespace Ijw.Content;

/// <summary>A start.</summary>
public sealed record StartProduct : LeveringProduct;
