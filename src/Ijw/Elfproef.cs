using System.Globalization;

namespace Ijw;

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
    /// Whether nine digits in a row satisfy the 11-proef, wherever they stand: also within a longer number, and with a point, a dash or a space between
    /// them. One in eleven numbers of nine digits does by chance, one in three of twelve.
    /// </summary>
    public static bool HoldsBsn(ReadOnlySpan<char> tekst)
    {
        Span<byte> laatste = stackalloc byte[Cijfers];
        var aantal = 0;
        foreach (var teken in tekst)
        {
            if (Cijfer(teken) is >= 0 and var cijfer)
            {
                laatste[1..].CopyTo(laatste);
                laatste[^1] = (byte)('0' + cijfer);
                if (++aantal >= Cijfers && IsBsn(laatste)) return true;
            }
            else if (teken is not ('.' or '-' or ' '))
            {
                aantal = 0;
            }
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

    private static int Cijfer(char teken) => CharUnicodeInfo.GetDecimalDigitValue(teken);
}
