namespace Ijw.Reading.Values;

/// <summary>Dates as xs:date writes them, without time zone; also negative years and years past 9999 (messages.md 5.6).</summary>
internal static class Datums
{
    /// <summary>The day number of 9999-12-31.</summary>
    private const long LaatsteDag = 3_652_058;

    /// <summary>The years that a day number can be worked out for without overflow; dates further away are valid and compare as far away.</summary>
    private const int MeesteJaarcijfers = 12;

    /// <summary>Reads yyyy-mm-dd; the day number is that of <see cref="DateOnly.DayNumber"/>, continued to all years.</summary>
    public static bool Lees(ReadOnlySpan<byte> tekst, out long dag) => LeesGewoon(tekst, out dag) || LeesRuim(tekst, out dag);

    /// <summary>Dates of ten characters, which nearly all are: the first eight as one word.</summary>
    private static bool LeesGewoon(ReadOnlySpan<byte> tekst, out long dag)
    {
        dag = 0;
        if (tekst.Length != 10) return false;
        // What is left of yyyy-mm- after this is the digits; a byte that was something else is then above nine, or not zero where a dash stood.
        var woord = Woord.Van(in tekst[0]) ^ 0x2D30_302D_3030_3030;
        var (tien, een) = ((uint)tekst[8] - '0', (uint)tekst[9] - '0');
        if (((woord | (woord + 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080) != 0 || tien > 9 || een > 9) return false;
        var paren = (((uint)woord * 10) + ((uint)woord >> 8)) & 0x00FF_00FF;
        var jaar = ((paren * 100) + (paren >> 16)) & 0xFFFF;
        var maand = (((uint)(woord >> 40) & 0xFF) * 10) + ((uint)(woord >> 48) & 0xFF);
        var dagVanMaand = (tien * 10) + een;
        if (jaar == 0 || maand - 1 > 11 || dagVanMaand == 0 || (dagVanMaand > 28 && dagVanMaand > DagenInMaand(jaar, (int)maand))) return false;
        if (maand <= 2)
        {
            jaar--;
            maand += 12;
        }

        dag = (365 * jaar) + (jaar / 4) - (jaar / 100) + (jaar / 400) + (((153 * (maand - 3)) + 2) / 5) + dagVanMaand - 307L;
        return true;
    }

    private static bool LeesRuim(ReadOnlySpan<byte> tekst, out long dag)
    {
        dag = 0;
        var negatief = !tekst.IsEmpty && tekst[0] == '-';
        if (negatief) tekst = tekst[1..];
        if (tekst.Length < 10) return false;
        var jaartekst = tekst[..^6];
        var rest = tekst[^6..];
        if (rest[0] != '-' || rest[3] != '-' || !Twee(rest[1..], out var maand) || !Twee(rest[4..], out var dagVanMaand)) return false;
        if (jaartekst.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (jaartekst.Length > 4 && jaartekst[0] == '0')) return false;
        if (!Getallen.Lees(jaartekst.Length > MeesteJaarcijfers ? Verkort(jaartekst) : jaartekst, out var jaar) || jaar == 0) return false;
        if (negatief) jaar = -jaar;
        if (maand is < 1 or > 12 || dagVanMaand < 1 || dagVanMaand > DagenInMaand(jaar, maand)) return false;
        dag = Dagnummer(jaar, maand, dagVanMaand);
        return true;
    }

    /// <summary>The date of a day number; null outside the years 0001-9999.</summary>
    public static DateOnly? Datum(long dag) => dag is >= 0 and <= LaatsteDag ? DateOnly.FromDayNumber((int)dag) : null;

    /// <summary>Keeps what decides on leap years: the last four digits, behind a number of digits that stays far away.</summary>
    private static byte[] Verkort(ReadOnlySpan<byte> jaartekst) => [.. "99999999"u8, .. jaartekst[^4..]];

    private static bool Twee(ReadOnlySpan<byte> tekst, out int getal)
    {
        getal = ((tekst[0] - '0') * 10) + (tekst[1] - '0');
        return char.IsAsciiDigit((char)tekst[0]) && char.IsAsciiDigit((char)tekst[1]);
    }

    private static int DagenInMaand(long jaar, int maand) => maand switch
    {
        2 => jaar % 4 == 0 && (jaar % 100 != 0 || jaar % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Days since 0001-01-01 in the proleptic Gregorian calendar; March-based, so that the leap day comes last.</summary>
    private static long Dagnummer(long jaar, int maand, int dag)
    {
        if (maand <= 2)
        {
            jaar--;
            maand += 12;
        }

        var schrikkeldagen = NaarBeneden(jaar, 4) - NaarBeneden(jaar, 100) + NaarBeneden(jaar, 400);
        return (365 * jaar) + schrikkeldagen + (((153 * (maand - 3)) + 2) / 5) + dag - 307;
    }

    private static long NaarBeneden(long getal, long deler) => (getal - (((getal % deler) + deler) % deler)) / deler;
}
