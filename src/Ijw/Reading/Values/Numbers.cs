namespace Ijw.Reading.Values;

/// <summary>Whole numbers as xs:integer writes them.</summary>
internal static class Numbers
{
    private const int MaxDigits = 18;

    /// <summary>Reads an optional sign and digits; what does not fit in 18 digits becomes the largest or smallest number.</summary>
    public static bool Read(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > MaxDigits)
        {
            return ReadTidy(text, out number);
        }
        foreach (var character in text)
        {
            var digit = (uint)character - '0';
            if (digit > 9)
            {
                return ReadTidy(text, out number);
            }
            number = (number * 10) + digit;
        }

        return true;
    }

    /// <summary>Reads 1 to 8 digits and nothing else, all at once; eight bytes from <paramref name="begin"/> on are looked at.</summary>
    public static bool ReadShort(ref readonly byte begin, int length, out long number)
    {
        const ulong Zeros = 0x3030_3030_3030_3030;
        const ulong High = 0xF0F0_F0F0_F0F0_F0F0;
        number = 0;
        if (length is 0 or > sizeof(ulong))
        {
            return false;
        }
        // The digits move to the end of the word, and zeros stand before them.
        var empty = 64 - (8 * length);
        var word = (Word.Of(in begin) << empty) | (Zeros & ~(ulong.MaxValue << empty));
        if ((word & High) != Zeros || ((word + 0x0606_0606_0606_0606) & High) != Zeros)
        {
            return false;
        }
        // Neighbours go together: to pairs, to fours, to eight.
        word &= 0x0F0F_0F0F_0F0F_0F0F;
        word = ((word * 10) + (word >> 8)) & 0x00FF_00FF_00FF_00FF;
        word = ((word * 100) + (word >> 16)) & 0x0000_FFFF_0000_FFFF;
        number = (long)(((word * 10_000) + (word >> 32)) & 0xFFFF_FFFF);
        return true;
    }

    /// <summary>With a sign, with leading zeros past 18 digits, or not a number.</summary>
    private static bool ReadTidy(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        if (negative || (!text.IsEmpty && text[0] == '+'))
        {
            text = text[1..];
        }
        if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }
        text = text.TrimStart((byte)'0');
        if (text.Length > MaxDigits)
        {
            number = negative ? long.MinValue : long.MaxValue;
            return true;
        }

        foreach (var digit in text)
        {
            number = (number * 10) + (digit - '0');
        }
        if (negative)
        {
            number = -number;
        }
        return true;
    }
}
