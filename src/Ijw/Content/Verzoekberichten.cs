using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW315: a request for one or more toewijzingen (VOT).</summary>
public sealed class VerzoekToToewijzing : BerichtContent
{
    internal VerzoekToToewijzing(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The AangevraagdeProducten, in document order; each is a request of its own.</summary>
    public required IReadOnlyList<Klasse<AangevraagdProduct>> Products { get; init; }
}

/// <summary>A JW317: a request to change what is assigned (VOW); one request as a whole.</summary>
public sealed class VerzoekToWijziging : BerichtContent
{
    internal VerzoekToWijziging(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The client.</summary>
    public required Klasse<Client> Client { get; init; }

    /// <summary>The request.</summary>
    public required Klasse<Verzoek> Verzoek { get; init; }

    /// <summary>The OngewijzigdeProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<OngewijzigdProduct>> Unchanged { get; init; }

    /// <summary>The TeWijzigenProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<TeWijzigenProduct>> ToChange { get; init; }

    /// <summary>The NieuweProducten, in document order.</summary>
    public required IReadOnlyList<Klasse<NieuwProduct>> New { get; init; }
}

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

/// <summary>The request of a VOW.</summary>
/// <param name="ReferentieAanbieder">The reference, 1 to 36 characters.</param>
public sealed record Verzoek(string ReferentieAanbieder);

/// <summary>A toewijzing that stays as it is.</summary>
/// <param name="ToewijzingNummer">Its number.</param>
public sealed record OngewijzigdProduct(int ToewijzingNummer);

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

/// <summary>A product that comes on top of what is assigned.</summary>
public sealed record NieuwProduct
{
    /// <summary>The product; null for a generieke toewijzing.</summary>
    public Product? Product { get; init; }

    /// <summary>The days that are wanted.</summary>
    public required Period Period { get; init; }
}
