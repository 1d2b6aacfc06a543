using System.Text;

namespace Ijw.Xml;

/// <summary>The XML declaration: version 1.0 and no encoding but UTF-8.</summary>
internal static class XmlDeclaration
{
    /// <summary>What is wrong with what stands between <c>&lt;?xml</c> and <c>?&gt;</c>; null when nothing is.</summary>
    public static XmlFault? Check(ReadOnlySpan<byte> content)
    {
        if (!TryRead(ref content, "version"u8, out var version))
        {
            return XmlFault.Declaration;
        }
        if (!version.SequenceEqual("1.0"u8))
        {
            return XmlFault.Version;
        }
        if (TryRead(ref content, "encoding"u8, out var encoding) && !Ascii.EqualsIgnoreCase(encoding, "utf-8"u8))
        {
            return XmlFault.Encoding;
        }
        if (
            TryRead(ref content, "standalone"u8, out var standalone)
            && !(standalone.SequenceEqual("yes"u8) || standalone.SequenceEqual("no"u8))
        )
        {
            return XmlFault.Declaration;
        }
        return content.TrimStart(" \t\r\n"u8).IsEmpty ? null : XmlFault.Declaration;
    }

    private static bool TryRead(ref ReadOnlySpan<byte> content, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var rest = content.TrimStart(" \t\r\n"u8);
        if (rest.Length == content.Length || !rest.StartsWith(name))
        {
            return false;
        }
        rest = rest[name.Length..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != '=')
        {
            return false;
        }
        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\''))
        {
            return false;
        }
        var end = rest[1..].IndexOf(rest[0]);
        if (end < 0)
        {
            return false;
        }
        value = rest.Slice(1, end);
        content = rest[(end + 2)..];
        return true;
    }
}
