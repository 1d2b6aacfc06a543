namespace Ijw.Reading.Values;

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

    /// <summary>Reads 1 to 8 digits and nothing else, all at once; eight bytes from <paramref name="begin"/> on are looked at.</summary>
    public static bool LeesKort(ref readonly byte begin, int lengte, out long getal)
    {
        const ulong Nullen = 0x3030_3030_3030_3030;
        const ulong Hoog = 0xF0F0_F0F0_F0F0_F0F0;
        getal = 0;
        if (lengte is 0 or > sizeof(ulong)) return false;
        // The digits move to the end of the word, and zeros stand before them.
        var leeg = 64 - (8 * lengte);
        var woord = (Woord.Van(in begin) << leeg) | (Nullen & ~(ulong.MaxValue << leeg));
        if ((woord & Hoog) != Nullen || ((woord + 0x0606_0606_0606_0606) & Hoog) != Nullen) return false;
        // Neighbours go together: to pairs, to fours, to eight.
        woord &= 0x0F0F_0F0F_0F0F_0F0F;
        woord = ((woord * 10) + (woord >> 8)) & 0x00FF_00FF_00FF_00FF;
        woord = ((woord * 100) + (woord >> 16)) & 0x0000_FFFF_0000_FFFF;
        getal = (long)(((woord * 10_000) + (woord >> 32)) & 0xFFFF_FFFF);
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
