namespace Ijw.Content;

/// <summary>One version of one toewijzing.</summary>
public sealed record ToegewezenProduct
{
    /// <summary>The number, 0 to 999999999.</summary>
    public required int ToewijzingNummer { get; init; }

    /// <summary>The reference of the request that it honours; null when it honours none.</summary>
    public string? ReferentieAanbieder { get; init; }

    /// <summary>The product; null for a generieke toewijzing.</summary>
    public Product? Product { get; init; }

    /// <summary>The day of the decision; with <see cref="ToewijzingTime"/> it says which version is the latest (IV013).</summary>
    public required DateOnly ToewijzingDate { get; init; }

    /// <summary>The time of the decision.</summary>
    public required TimeSpan ToewijzingTime { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly Ingangsdatum { get; init; }

    /// <summary>The last day; null when it is open.</summary>
    public DateOnly? Einddatum { get; init; }

    /// <summary>JZ002, two characters; null on the first sending and when nothing changed.</summary>
    public string? RedenWijziging { get; init; }

    /// <summary>How much is assigned; null when there is a budget, or neither.</summary>
    public Omvang? Omvang { get; init; }

    /// <summary>The budget in eurocent.</summary>
    public int? Budget { get; init; }

    /// <summary>From the first to the last day.</summary>
    public Period Period => Period.Of(Ingangsdatum, Einddatum);

    /// <summary>True for a toewijzing that was taken back as if never sent (RedenWijziging 13, or 01 of old, and no day left).</summary>
    public bool IsRemoved => RedenWijziging is "13" or "01" && (Einddatum is null || Einddatum == Ingangsdatum);
}
