namespace Ijw.Content;

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
}
