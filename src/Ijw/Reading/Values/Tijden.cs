namespace Ijw.Reading.Values;

/// <summary>Times as xs:time writes them, without time zone: fractions and 24:00:00 are allowed (messages.md 5.6).</summary>
internal static class Tijden
{
    /// <summary>True for hh:mm:ss, with any number of digits behind a point.</summary>
    public static bool IsTijd(ReadOnlySpan<byte> tekst)
    {
        if (tekst.Length < 8 || tekst[2] != ':' || tekst[5] != ':') return false;
        if (!Twee(tekst, 24, out var uur) || !Twee(tekst[3..], 59, out var minuut) || !Twee(tekst[6..], 59, out var seconde)) return false;
        var fractie = tekst[8..];
        if (!fractie.IsEmpty && (fractie.Length == 1 || fractie[0] != '.' || fractie[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))) return false;
        return uur < 24 || (minuut == 0 && seconde == 0 && !fractie.ContainsAnyInRange((byte)'1', (byte)'9'));
    }

    private static bool Twee(ReadOnlySpan<byte> tekst, int hoogste, out int getal)
    {
        getal = ((tekst[0] - '0') * 10) + (tekst[1] - '0');
        return char.IsAsciiDigit((char)tekst[0]) && char.IsAsciiDigit((char)tekst[1]) && getal <= hoogste;
    }
}
