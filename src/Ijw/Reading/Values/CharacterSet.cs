using System.Buffers;
using System.Text;

namespace Ijw.Reading.Values;

/// <summary>Characters of a text in UTF-8.</summary>
internal static class CharacterSet
{
    private static readonly SearchValues<byte> LettersAscii = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> LettersAndDigitsAscii = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8
    );

    /// <summary>How many characters: every code point counts as one, as XML Schema counts.</summary>
    public static int Count(ReadOnlySpan<byte> utf8)
    {
        var count = utf8.Length;
        if (Ascii.IsValid(utf8))
        {
            return count;
        }
        foreach (var value in utf8)
        {
            if ((value & 0xC0) == 0x80)
            {
                count--;
            }
        }
        return count;
    }

    /// <summary>Only A-Z, a-z, 0-9; at least one.</summary>
    public static bool LettersAndDigitsOnly(ReadOnlySpan<byte> utf8) => !utf8.IsEmpty && !utf8.ContainsAnyExcept(LettersAndDigitsAscii);

    /// <summary>Only A-Z, a-z and U+00C0 to U+1EF3, whatever those are (messages.md 5.9); at least one.</summary>
    public static bool LettersOnly(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return false;
        }
        if (!utf8.ContainsAnyExcept(LettersAscii))
        {
            return true;
        }
        while (!utf8.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            if (rune.Value is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 0xC0 and <= 0x1EF3)))
            {
                return false;
            }
            utf8 = utf8[length..];
        }

        return true;
    }
}
