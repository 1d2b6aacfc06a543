using System.Globalization;

namespace Ijw.Writing;

/// <summary>Amounts of a bericht as numbers: eurocent, debet is plus and credit is minus (retour.md 3.2).</summary>
internal static class Amounts
{
    /// <summary>The signed amount of a CDT_BedragMetDC or CDT_TotaalBedragMetDC.</summary>
    /// <param name="group">The element of that type.</param>
    /// <param name="name">The name of the amount in it: Bedrag or TotaalBedrag.</param>
    public static long Amount(this TreeNode group, string name)
    {
        var amount = long.Parse(group.Read(name)!.AsSpan().Trim(" \t\r\n"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return group.Read("DebetCredit") == "C" ? -amount : amount;
    }

    /// <summary>Fills a CDT_TotaalBedragMetDC; zero is debet (CS325).</summary>
    public static void FillTotal(this TreeNode group, long amount) =>
        group.Add("TotaalBedrag", Math.Abs(amount).ToString(CultureInfo.InvariantCulture)).Add("DebetCredit", amount < 0 ? "C" : "D");
}
