namespace Ijw.Content;

/// <summary>A toewijzing that should change.</summary>
public sealed record TeWijzigenProduct
{
    /// <summary>Its number.</summary>
    public required int ToewijzingNummer { get; init; }

    /// <summary>From when the change is wanted.</summary>
    public required DateOnly GewensteIngangsdatum { get; init; }

    /// <summary>The last day that is wanted; null when it is open.</summary>
    public DateOnly? Einddatum { get; init; }

    /// <summary>How much is wanted.</summary>
    public Omvang? Omvang { get; init; }

    /// <summary>The budget that is wanted, in eurocent.</summary>
    public int? Budget { get; init; }
}
