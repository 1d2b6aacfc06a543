using System.Globalization;
using Ijw.Content;

namespace Hub.Zaken;

/// <summary>What can be declared once (TR389): a product in a period on a toewijzing.</summary>
/// <param name="ToewijzingNummer">The toewijzing.</param>
/// <param name="Category">JZ020, two characters.</param>
/// <param name="Code">The productcode.</param>
/// <param name="Period">The days that are declared.</param>
public readonly record struct DeclaratiePlace(int ToewijzingNummer, string Category, string Code, Period Period)
{
    /// <summary>That of a prestatie.</summary>
    public static DeclaratiePlace Of(Prestatie prestatie)
    {
        ArgumentNullException.ThrowIfNull(prestatie);
        return new DeclaratiePlace(prestatie.ToewijzingNummer, prestatie.ProductCategorie, prestatie.ProductCode, prestatie.Period);
    }

    /// <summary>Such as <c>620000418/45/45A04/2026-10-01/2026-10-31</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ToewijzingNummer}/{Category}/{Code}/{Period.Begin:O}/{Period.End:O}");
}
