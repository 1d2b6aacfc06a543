using Ijw.Findings;
using Ijw.Model;

namespace Ijw.Content;

/// <summary>A JW323: what an aanbieder declares over a month.</summary>
public sealed class DeclaratieBericht : BerichtContent
{
    internal DeclaratieBericht(Klasse<BerichtHeader> header)
        : base(header) { }

    /// <summary>The declaratie.</summary>
    public required Klasse<Declaratie> Declaratie { get; init; }

    /// <summary>The clients, in document order.</summary>
    public required IReadOnlyList<Klasse<DeclaratieClient>> Clienten { get; init; }
}

/// <summary>The declaratie of a JW323.</summary>
public sealed record Declaratie
{
    /// <summary>1 to 12 letters and digits.</summary>
    public required string DeclaratieNummer { get; init; }

    /// <summary>The calendar month that is declared.</summary>
    public required Period Period { get; init; }

    /// <summary>The signed total in eurocent.</summary>
    public required long TotalSubmitted { get; init; }
}

/// <summary>A client of a JW323 or JW325.</summary>
/// <param name="Key">The key of the client.</param>
/// <param name="Prestaties">The prestaties, in document order.</param>
public sealed record DeclaratieClient(ClientKey Key, IReadOnlyList<Klasse<Prestatie>> Prestaties)
{
    /// <summary>Of a JW325: the RetourCodes of each prestatie, at its place; empty in a JW323.</summary>
    public IReadOnlyList<IReadOnlyList<string>> PrestatieCodes { get; init; } = [];

    /// <summary>Of a JW325: the RetourCodes of the client itself; empty in a JW323.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>
    /// Why a prestatie was refused: its own codes and those of its client, without what says nothing (0200, 0233), in ascending order.
    /// </summary>
    /// <param name="place">The place of the prestatie in <see cref="Prestaties"/>.</param>
    public IReadOnlyList<string> RefusalCodes(int place) =>
        [
            .. (place < PrestatieCodes.Count ? PrestatieCodes[place] : [])
                .Concat(Codes)
                .Where(code => code is not (Retourcodes.NoRemark or Retourcodes.NotJudged))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}

/// <summary>What is declared of one product on one toewijzing in one month, or the credit of that.</summary>
public sealed record Prestatie
{
    /// <summary>The client it stands under.</summary>
    public required ClientKey Client { get; init; }

    /// <summary>1 to 20 characters.</summary>
    public required string ReferentieNummer { get; init; }

    /// <summary>The reference of the debet that is credited; null in a debet.</summary>
    public string? VorigReferentieNummer { get; init; }

    /// <summary>The toewijzing.</summary>
    public required int ToewijzingNummer { get; init; }

    /// <summary>JZ020, two characters.</summary>
    public required string ProductCategorie { get; init; }

    /// <summary>The productcode, 1 to 5 characters.</summary>
    public required string ProductCode { get; init; }

    /// <summary>The days that are declared, within one calendar month.</summary>
    public required Period Period { get; init; }

    /// <summary>Units of <see cref="Eenheid"/>; eurocent for 83.</summary>
    public required int GeleverdVolume { get; init; }

    /// <summary>WJ756, two characters.</summary>
    public required string Eenheid { get; init; }

    /// <summary>Eurocent per unit; null for Eenheid 83.</summary>
    public int? ProductTarief { get; init; }

    /// <summary>The amount in eurocent, without sign.</summary>
    public required int Amount { get; init; }

    /// <summary>True for a credit, which takes back a debet.</summary>
    public required bool IsCredit { get; init; }

    /// <summary>The amount in eurocent: plus for a debet, minus for a credit.</summary>
    public long SignedAmount => IsCredit ? -Amount : Amount;
}
