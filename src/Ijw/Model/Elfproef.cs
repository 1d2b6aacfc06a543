using System.Globalization;

namespace Ijw.Model;

/// <summary>The 11-proef of a BSN (CS002), and whether a text holds what may be one.</summary>
public static class Elfproef
{
    private const int Cijfers = 9;

    /// <summary>Whether nine ASCII digits satisfy the 11-proef; 000000000 does too, but is nobody's and doesn't count (limits.md 4).</summary>
    /// <param name="cijfers">Exactly nine ASCII digits.</param>
    public static bool IsBsn(ReadOnlySpan<byte> cijfers)
    {
        var som = -(cijfers[Cijfers - 1] - '0');
        for (var i = 0; i < Cijfers - 1; i++) som += (Cijfers - i) * (cijfers[i] - '0');
        return som % 11 == 0 && !cijfers.SequenceEqual("000000000"u8);
    }

    /// <summary>
    /// Whether a text may hold a BSN: nine digits in a row satisfy the 11-proef, also within a longer number; or nine digits do that are written
    /// in groups, with a point, a dash or a space between them. One in eleven numbers of nine digits does by chance, one in three of twelve.
    /// </summary>
    public static bool HoldsBsn(ReadOnlySpan<char> tekst)
    {
        Span<byte> cijfers = stackalloc byte[Cijfers];
        // Of the number, and of the groups of which it is the last.
        var (inNumber, inGroups) = (0, 0);
        for (var at = 0; at < tekst.Length; at++)
        {
            if (Cijfer(tekst[at]) is not (>= 0 and var cijfer))
            {
                inNumber = 0;
                if (inGroups == 0 || !IsBetweenGroups(tekst, at)) inGroups = 0;
                continue;
            }

            cijfers[1..].CopyTo(cijfers);
            cijfers[^1] = (byte)('0' + cijfer);
            inNumber++;
            inGroups++;
            var isEnd = at + 1 == tekst.Length || (Cijfer(tekst[at + 1]) < 0 && !IsBetweenGroups(tekst, at + 1));
            if ((inNumber >= Cijfers || (inGroups == Cijfers && isEnd)) && IsBsn(cijfers)) return true;
        }

        return false;
    }

    /// <summary>Whether a number of exactly nine digits in a text satisfies the 11-proef: then it looks like a BSN to people too.</summary>
    public static bool LooksLikeBsn(ReadOnlySpan<char> tekst)
    {
        for (int begin = 0, eind; begin < tekst.Length; begin = eind + 1)
        {
            eind = begin;
            while (eind < tekst.Length && Cijfer(tekst[eind]) >= 0) eind++;
            if (eind - begin == Cijfers && HoldsBsn(tekst[begin..eind])) return true;
        }

        return false;
    }

    private static bool IsBetweenGroups(ReadOnlySpan<char> tekst, int at) =>
        tekst[at] is '.' or '-' or ' ' && at + 1 < tekst.Length && Cijfer(tekst[at + 1]) >= 0;

    private static int Cijfer(char teken) => CharUnicodeInfo.GetDecimalDigitValue(teken);
}
