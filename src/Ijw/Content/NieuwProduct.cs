namespace Ijw.Content;

/// <summary>A product that comes on top of what is assigned.</summary>
public sealed record NieuwProduct
{
    /// <summary>The product; null for a generieke toewijzing.</summary>
    public Product? Product { get; init; }

    /// <summary>The days that are wanted.</summary>
    public required Period Period { get; init; }
}
