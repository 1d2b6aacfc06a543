using System.Globalization;

namespace Ijw.Writing;

/// <summary>Amounts of a bericht as numbers: eurocent, debet is plus and credit is minus (retour.md 3.2).</summary>
internal static class Bedragen
{
    /// <summary>The signed amount of a CDT_BedragMetDC or CDT_TotaalBedragMetDC.</summary>
    /// <param name="groep">The element of that type.</param>
    /// <param name="naam">The name of the amount in it: Bedrag or TotaalBedrag.</param>
    public static long Bedrag(this Knoop groep, string naam)
    {
        var bedrag = long.Parse(groep.Lees(naam)!.AsSpan().Trim(" \t\r\n"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return groep.Lees("DebetCredit") == "C" ? -bedrag : bedrag;
    }

    /// <summary>Fills a CDT_TotaalBedragMetDC; zero is debet (CS325).</summary>
    public static void VulTotaal(this Knoop groep, long bedrag) =>
        groep.Voeg("TotaalBedrag", Math.Abs(bedrag).ToString(CultureInfo.InvariantCulture)).Voeg("DebetCredit", bedrag < 0 ? "C" : "D");
}
