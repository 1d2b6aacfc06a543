namespace Ijw.Content;

/// <summary>A product that is asked for in a VOT.</summary>
public sealed record AangevraagdProduct
{
    /// <summary>The reference of the request, 1 to 36 characters.</summary>
    public required string ReferentieAanbieder { get; init; }

    /// <summary>The product; null for a generieke toewijzing.</summary>
    public Product? Product { get; init; }

    /// <summary>The days asked for.</summary>
    public required Period Period { get; init; }
}
