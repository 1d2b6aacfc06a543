using Ijw.Model;

namespace Ijw.Inhoud;

/// <summary>A JW301: what one gemeente has assigned one client at one aanbieder.</summary>
public sealed class Toewijzingsbericht : Berichtinhoud
{
    internal Toewijzingsbericht(Klasse<Berichtkop> header)
        : base(header)
    {
    }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The ToegewezenProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<ToegewezenProduct>> Producten { get; init; }
}

/// <summary>The client of a bericht.</summary>
/// <param name="Sleutel">The key of the client.</param>
public sealed record Client(Clientsleutel Sleutel);

/// <summary>One version of one toewijzing.</summary>
public sealed record ToegewezenProduct
{
    /// <summary>The number, 0 to 999999999.</summary>
    public required int ToewijzingNummer { get; init; }

    /// <summary>The reference of the request that it honours; null when it honours none.</summary>
    public string? ReferentieAanbieder { get; init; }

    /// <summary>The product; null for a generieke toewijzing.</summary>
    public Product? Product { get; init; }

    /// <summary>The day of the decision; with <see cref="Toewijzingstijd"/> it says which version is the latest (IV013).</summary>
    public required DateOnly Toewijzingsdatum { get; init; }

    /// <summary>The time of the decision.</summary>
    public required TimeSpan Toewijzingstijd { get; init; }

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
    public Periode Periode => Periode.Van(Ingangsdatum, Einddatum);

    /// <summary>True for a toewijzing that was taken back as if never sent (RedenWijziging 13, or 01 of old, and no day left).</summary>
    public bool IsVerwijderd => RedenWijziging is "13" or "01" && (Einddatum is null || Einddatum == Ingangsdatum);
}
