using System.Text;

namespace Ijw.Xml;

/// <summary>
/// Tells what is no XML by its name: people send the wrong file, or the right one in a wrapping. Only looked at after a fault.
/// </summary>
internal static class FileKind
{
    /// <summary>How many first bytes tell what <see cref="OfBytes"/> knows.</summary>
    public const int Longest = 4;

    private static ReadOnlySpan<byte> HtmlDoctype => "<!DOCTYPE html"u8;

    /// <summary>The kind of file by its first bytes, which are no UTF-8 or no XML; null when it isn't one that is known.</summary>
    public static XmlFault? OfBytes(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => XmlFault.Zip,
            [0x1F, 0x8B, ..] => XmlFault.Gzip,
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..] => XmlFault.Utf16,
            _ => OfText(bytes),
        };

    /// <summary>The kind of file by the text it begins with; null when it isn't one that is known.</summary>
    public static XmlFault? OfText(ReadOnlySpan<byte> text) =>
        text switch
        {
            [(byte)'{' or (byte)'[', ..] => XmlFault.Json,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => XmlFault.Pdf,
            _ => null,
        };

    /// <summary>Whether markup is the DOCTYPE of HTML, in small letters or capitals; true for a beginning of it too.</summary>
    /// <param name="markup">The markup from its first byte on.</param>
    /// <param name="isWhole">False when more must come to know.</param>
    public static bool IsHtmlDoctype(ReadOnlySpan<byte> markup, out bool isWhole)
    {
        isWhole = markup.Length >= HtmlDoctype.Length;
        var length = isWhole ? HtmlDoctype.Length : markup.Length;
        return Ascii.EqualsIgnoreCase(markup[..length], HtmlDoctype[..length]);
    }

    /// <summary>Whether a root element of this name is that of HTML.</summary>
    public static bool IsHtml(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(name, "html"u8);
}
