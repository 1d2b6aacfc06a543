using System.Buffers.Text;
using System.Text;

namespace Ijw.Xml;

/// <summary>References: the five entities of XML and character references.</summary>
internal static class References
{
    /// <summary>The longest reference that is read: a character reference with some leading zeros.</summary>
    public const int Longest = 32;

    /// <summary>The character that a reference at the start of <paramref name="text"/> stands for; null when it isn't right.</summary>
    public static Rune? Read(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;

        var end = text[..Math.Min(text.Length, Longest)].IndexOf((byte)';');

        if (end < 2)
        {
            return null;
        }
        length = end + 1;

        var name = text[1..end];

        if (name[0] == '#')
        {
            return ReadCharacter(name[1..]);
        }
        if (name.SequenceEqual("lt"u8))
        {
            return new Rune('<');
        }
        if (name.SequenceEqual("gt"u8))
        {
            return new Rune('>');
        }
        if (name.SequenceEqual("amp"u8))
        {
            return new Rune('&');
        }
        if (name.SequenceEqual("quot"u8))
        {
            return new Rune('"');
        }
        return name.SequenceEqual("apos"u8) ? new Rune('\'') : null;
    }

    private static Rune? ReadCharacter(ReadOnlySpan<byte> digits)
    {
        var hex = !digits.IsEmpty && digits[0] == 'x';

        if (hex)
        {
            digits = digits[1..];
        }
        if (digits.IsEmpty || !(hex ? char.IsAsciiHexDigit((char)digits[0]) : char.IsAsciiDigit((char)digits[0])))
        {
            return null;
        }
        digits = digits.TrimStart((byte)'0');

        if (digits.IsEmpty || digits.Length > 8)
        {
            return null;
        }
        var parsed = Utf8Parser.TryParse(digits, out uint value, out var used, hex ? 'X' : 'D');

        return parsed && used == digits.Length && IsCharacter(value) ? new Rune(value) : null;
    }

    private static bool IsCharacter(uint value) =>
        value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
}
