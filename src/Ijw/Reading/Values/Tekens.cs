using System.Buffers;
using System.Text;

namespace Ijw.Reading.Values;

/// <summary>Characters of a text in UTF-8.</summary>
internal static class Tekens
{
    private static readonly SearchValues<byte> LettersAscii =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> LettersEnCijfersAscii =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    /// <summary>How many characters: every code point counts as one, as XML Schema counts.</summary>
    public static int Aantal(ReadOnlySpan<byte> utf8)
    {
        var aantal = utf8.Length;
        if (Ascii.IsValid(utf8)) return aantal;
        foreach (var value in utf8)
            if ((value & 0xC0) == 0x80) aantal--;
        return aantal;
    }

    /// <summary>Only A-Z, a-z, 0-9; at least one.</summary>
    public static bool AlleenLettersEnCijfers(ReadOnlySpan<byte> utf8) => !utf8.IsEmpty && !utf8.ContainsAnyExcept(LettersEnCijfersAscii);

    /// <summary>Only A-Z, a-z and U+00C0 to U+1EF3, whatever those are (messages.md 5.9); at least one.</summary>
    public static bool AlleenLetters(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return false;
        if (!utf8.ContainsAnyExcept(LettersAscii)) return true;
        while (!utf8.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(utf8, out var rune, out var lengte);
            if (rune.Value is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 0xC0 and <= 0x1EF3))) return false;
            utf8 = utf8[lengte..];
        }

        return true;
    }
}
