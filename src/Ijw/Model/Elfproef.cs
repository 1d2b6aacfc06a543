using System.Globalization;

namespace Ijw.Model;

/// <summary>The 11-proef of a BSN (CS002), and whether a text holds what may be one.</summary>
public static class Elfproef
{
    private const int Digits = 9;

    /// <summary>
    /// Whether nine ASCII digits satisfy the 11-proef; 000000000 does too, but is nobody's and doesn't count (limits.md 4).
    /// </summary>
    /// <param name="digits">Exactly nine ASCII digits.</param>
    public static bool IsBsn(ReadOnlySpan<byte> digits)
    {
        var sum = -(digits[Digits - 1] - '0');
        for (var i = 0; i < Digits - 1; i++)
        {
            sum += (Digits - i) * (digits[i] - '0');
        }
        return sum % 11 == 0 && !digits.SequenceEqual("000000000"u8);
    }

    /// <summary>
    /// Whether a text may hold a BSN: nine digits in a row satisfy the 11-proef, also within a longer number; or nine digits do that are
    /// written in groups, with a point, a dash or a space between them. One in eleven numbers of nine digits does by chance, one in three
    /// of twelve.
    /// </summary>
    public static bool HoldsBsn(ReadOnlySpan<char> text)
    {
        Span<byte> digits = stackalloc byte[Digits];
        // Of the number, and of the groups of which it is the last.
        var (inNumber, inGroups) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (Digit(text[at]) is not (>= 0 and var digit))
            {
                inNumber = 0;
                if (inGroups == 0 || !IsBetweenGroups(text, at))
                {
                    inGroups = 0;
                }
                continue;
            }

            digits[1..].CopyTo(digits);
            digits[^1] = (byte)('0' + digit);
            inNumber++;
            inGroups++;
            var isEnd = at + 1 == text.Length || (Digit(text[at + 1]) < 0 && !IsBetweenGroups(text, at + 1));
            if ((inNumber >= Digits || (inGroups == Digits && isEnd)) && IsBsn(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a number of exactly nine digits in a text satisfies the 11-proef: then it looks like a BSN to people too.</summary>
    public static bool LooksLikeBsn(ReadOnlySpan<char> text)
    {
        for (int begin = 0, end; begin < text.Length; begin = end + 1)
        {
            end = begin;
            while (end < text.Length && Digit(text[end]) >= 0)
            {
                end++;
            }
            if (end - begin == Digits && HoldsBsn(text[begin..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBetweenGroups(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or '-' or ' ' && at + 1 < text.Length && Digit(text[at + 1]) >= 0;

    private static int Digit(char character) => CharUnicodeInfo.GetDecimalDigitValue(character);
}
