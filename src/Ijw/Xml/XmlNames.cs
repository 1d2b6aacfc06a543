using System.Buffers;
using System.Text;

namespace Ijw.Xml;

/// <summary>Which bytes make an XML name (XML 1.0, fifth edition, 2.3).</summary>
internal static class XmlNames
{
    private static readonly SearchValues<byte> AsciiNameBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8
    );

    /// <summary>XML white space.</summary>
    public static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    /// <summary>True for space, tab, carriage return and line feed.</summary>
    public static bool IsWhiteSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>True when <paramref name="name"/> is a name without colon.</summary>
    public static bool IsNcName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return false;
        }
        if (name.ContainsAnyExcept(AsciiNameBytes))
        {
            return IsNcNameSlow(name);
        }
        return char.IsAsciiLetter((char)name[0]) || name[0] == '_';
    }

    private static bool IsNcNameSlow(ReadOnlySpan<byte> name)
    {
        for (var first = true; !name.IsEmpty; first = false)
        {
            if (Rune.DecodeFromUtf8(name, out var rune, out var length) != OperationStatus.Done)
            {
                return false;
            }
            if (!(IsStart(rune.Value) || (!first && IsPart(rune.Value))))
            {
                return false;
            }
            name = name[length..];
        }

        return true;
    }

    private static bool IsStart(int c) =>
        c
            is (>= 'A' and <= 'Z')
                or '_'
                or (>= 'a' and <= 'z')
                or (>= 0xC0 and <= 0xD6)
                or (>= 0xD8 and <= 0xF6)
                or (>= 0xF8 and <= 0x2FF)
                or (>= 0x370 and <= 0x37D)
                or (>= 0x37F and <= 0x1FFF)
                or (>= 0x200C and <= 0x200D)
                or (>= 0x2070 and <= 0x218F)
                or (>= 0x2C00 and <= 0x2FEF)
                or (>= 0x3001 and <= 0xD7FF)
                or (>= 0xF900 and <= 0xFDCF)
                or (>= 0xFDF0 and <= 0xFFFD)
                or (>= 0x10000 and <= 0xEFFFF);

    private static bool IsPart(int c) =>
        c is '-' or '.' or (>= '0' and <= '9') or 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);
}
