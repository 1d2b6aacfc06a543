namespace Ijw.Reading.Waarden;

/// <summary>Whole numbers as xs:integer writes them.</summary>
internal static class Getallen
{
    private const int MeesteCijfers = 18;

    /// <summary>Reads an optional sign and digits; what does not fit in 18 digits becomes the largest or smallest number.</summary>
    public static bool Lees(ReadOnlySpan<byte> tekst, out long getal)
    {
        getal = 0;
        if (tekst.Length is 0 or > MeesteCijfers) return LeesRuim(tekst, out getal);
        foreach (var teken in tekst)
        {
            var cijfer = (uint)teken - '0';
            if (cijfer > 9) return LeesRuim(tekst, out getal);
            getal = (getal * 10) + cijfer;
        }

        return true;
    }

    /// <summary>With a sign, with leading zeros past 18 digits, or not a number.</summary>
    private static bool LeesRuim(ReadOnlySpan<byte> tekst, out long getal)
    {
        getal = 0;
        var negatief = !tekst.IsEmpty && tekst[0] == '-';
        if (negatief || (!tekst.IsEmpty && tekst[0] == '+')) tekst = tekst[1..];
        if (tekst.IsEmpty || tekst.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        tekst = tekst.TrimStart((byte)'0');
        if (tekst.Length > MeesteCijfers)
        {
            getal = negatief ? long.MinValue : long.MaxValue;
            return true;
        }

        foreach (var cijfer in tekst) getal = (getal * 10) + (cijfer - '0');
        if (negatief) getal = -getal;
        return true;
    }
}
