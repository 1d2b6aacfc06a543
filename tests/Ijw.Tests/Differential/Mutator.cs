using System.Text;
using System.Text.RegularExpressions;

namespace Ijw.Tests.Differential;

/// <summary>
/// Makes small changes to a bericht, most of which break level 1 and some of which only look as if; the same seed gives the same changes.
/// </summary>
internal sealed partial class Mutator(int seed)
{
    private static readonly string[] Values =
    [
        "",
        " ",
        "\n",
        "\t",
        "0",
        "1",
        "3",
        "9",
        "01",
        "04",
        "20",
        "99",
        "100",
        "00",
        "+1",
        "-1",
        "-0",
        "1.0",
        "1e3",
        " 1",
        "1 ",
        "\n1\n",
        "99999999",
        "100000000",
        "999999999",
        "1000000000",
        "000000000000000000001",
        "999999999999",
        "1000000000000",
        "99999999999999999999",
        "A",
        "AB",
        "ABC",
        "é",
        "ab\u0301",
        "×",
        "\U0001F600",
        "\u1EF3",
        "\u1EF4",
        "NL",
        "nl",
        "XX",
        "0518",
        "518",
        "05180",
        "12345678",
        "1234567",
        "123456789",
        "999900006",
        "2026-01-01",
        "2026-02-29",
        "2024-02-29",
        "1900-02-29",
        "2000-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-1-1",
        "26-01-01",
        "0000-01-01",
        "0001-01-01",
        "-0001-01-01",
        "-0004-02-29",
        "02026-01-01",
        "2026-01-01Z",
        "2026-01-01+01:00",
        " 2026-01-01 ",
        "2026-01-01\n",
        "12:00:00",
        "24:00:00",
        "24:00:01",
        "23:59:59.999",
        "12:00:60",
        "12:60:00",
        "12:00:00Z",
        "12:00:00+01:00",
        "12:00:00.",
        " 12:00:00",
        "1:00:00",
        "1.0.0",
        "01.0.0",
        "1.0",
        "1.0.0.0",
        "1.0.0 ",
        "10.20.30",
        "a\nb",
        "a\rb",
        "a\u0085b",
        "a\u00A0b",
        "\u00A0",
        "\u2028",
        "x y",
        " x",
        "x ",
        "]]",
        "436",
        "438",
        "440",
        "490",
        "0001",
        "0200",
        "C",
        "D",
        "45A04",
        "45A045",
        "D-1",
        "D1",
        "é1",
        "12345678901234567890",
        "123456789012345678901",
        "abcdefghijklmnopqrstuvwxyz0123456789",
        "abcdefghijklmnopqrstuvwxyz01234567890",
        "123456789012",
        "1234567890123",
    ];

    /// <summary>The lengths that datatypes are bound to, and one more and one less of each.</summary>
    private static readonly int[] Lengths =
    [
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        19,
        20,
        21,
        23,
        24,
        25,
        26,
        34,
        35,
        36,
        37,
        63,
        64,
        65,
        79,
        80,
        81,
        199,
        200,
        201,
    ];

    private static readonly string[] Insertions =
    [
        "<!-- x -->",
        "<?x y?>",
        "<![CDATA[]]>",
        "<![CDATA[ ]]>",
        "<![CDATA[x]]>",
        "&#32;",
        "&#x20;",
        "&#49;",
        "&amp;",
        "&lt;",
        "&nbsp;",
        "&#0;",
        "&#13;",
        "&#10;",
        "&#xD800;",
        "x",
        " ",
        "\n",
        "\r",
        "\r\n",
        "]]>",
        "<x/>",
        "<!-- -- -->",
        "<!--",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE x>",
        "\uFEFF",
        "&",
        "<",
        ">",
        "\u0001",
        "\u00A0",
    ];

    private static readonly string[] Attributes =
    [
        " a=\"1\"",
        " xmlns:q=\"urn:q\"",
        " q:a=\"1\"",
        " xml:lang=\"nl\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:a a.xsd\"",
        " xmlns=\"urn:x\"",
        " xmlns=\"\"",
        " a=\"1\" a=\"2\"",
        " a='<'",
        " a=\"&#32;\"",
        " a",
        " xmlns:ijw=\"urn:x\"",
        "\t",
        "\n",
        " xmlns:xml=\"http://www.w3.org/XML/1998/namespace\"",
        " xmlns:q=\"\"",
        " a = '1'",
        "a=\"1\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Changes the bericht once or twice.</summary>
    public byte[] Mutate(string bericht)
    {
        for (var turn = _random.Next(4) == 0 ? 2 : 1; turn > 0; turn--)
        {
            bericht = Once(bericht);
        }
        if (_random.Next(40) == 0)
        {
            return Encoding(bericht);
        }
        var bytes = System.Text.Encoding.UTF8.GetBytes(bericht);
        return _random.Next(20) == 0 ? Bytes(bytes) : bytes;
    }

    private string Once(string bericht)
    {
        var elements = ElementRegex().Matches(bericht);
        var leaves = LeafRegex().Matches(bericht);
        if (elements.Count == 0 || leaves.Count == 0)
        {
            return bericht;
        }
        var leaf = leaves[_random.Next(leaves.Count)];
        switch (_random.Next(13))
        {
            case 0:
                return Replace(bericht, Piece(bericht), "");
            case 1:
            {
                var piece = Piece(bericht);
                return Replace(bericht, piece, bericht[piece] + bericht[piece]);
            }
            case 2:
                return Swap(bericht);
            case 3:
                return Rename(bericht, elements);
            case 4:
                return OtherPrefix(bericht, leaf);
            case 5:
            case 6:
            case 7:
            case 8:
                return Replace(bericht, Range(leaf.Groups["value"]), Escape(Value()));
            case 9:
                return bericht.Insert(Place(bericht, leaf), Choose(Insertions));
            case 10:
            {
                var tag = elements[_random.Next(elements.Count)];
                return bericht.Insert(tag.Index + tag.Length - 1, Choose(Attributes));
            }
            case 11:
                return Style(bericht);
            default:
                return Replace(bericht, Range(leaf.Groups["value"]), Knead(leaf.Groups["value"].Value));
        }
    }

    private string Choose(string[] output) => output[_random.Next(output.Length)];

    private string Value() =>
        _random.Next(4) == 0
            ? string.Concat(Enumerable.Repeat(Choose(["1", "a", "\u00E9", "\U0001F600", " "]), Lengths[_random.Next(Lengths.Length)]))
            : Choose(Values);

    private string Escape(string value) =>
        _random.Next(8) switch
        {
            0 => string.Concat(value.EnumerateRunes().Select(rune => $"&#{rune.Value};")),
            1 when !value.Contains("]]", StringComparison.Ordinal) => $"<![CDATA[{value}]]>",
            _ => value,
        };

    private string Knead(string value)
    {
        if (value.Length == 0)
        {
            return "x";
        }
        var at = _random.Next(value.Length);
        return _random.Next(8) switch
        {
            0 => value[..at],
            1 => value + value,
            2 => value.Insert(at, "0"),
            3 => value.Insert(at, Choose(Insertions)),
            4 => $" {value}",
            5 => $"{value}\n",
            6 => value.Remove(at, 1),
            _ => string.Concat(value.AsSpan(0, at), ((char)(value[at] + 1)).ToString(), value.AsSpan(at + 1)),
        };
    }

    private int Place(string bericht, Match leaf) =>
        _random.Next(4) switch
        {
            0 => leaf.Index,
            1 => leaf.Index + leaf.Length,
            2 => leaf.Groups["value"].Index,
            _ => _random.Next(bericht.Length + 1),
        };

    /// <summary>A whole element, taken at random.</summary>
    private Range Piece(string bericht)
    {
        var starts = ElementRegex().Matches(bericht);
        var start = starts[_random.Next(starts.Count)];
        var depth = 0;
        foreach (Match tag in TagRegex().Matches(bericht, start.Index))
        {
            depth +=
                tag.Value.StartsWith("</", StringComparison.Ordinal) ? -1
                : tag.Value.EndsWith("/>", StringComparison.Ordinal) ? 0
                : 1;
            if (depth == 0)
            {
                return start.Index..(tag.Index + tag.Length);
            }
        }

        return start.Index..(start.Index + start.Length);
    }

    private string Swap(string bericht)
    {
        var first = Piece(bericht);
        var rest = ElementRegex().Match(bericht, first.End.Value);
        if (!rest.Success)
        {
            return bericht;
        }
        var end = LeafRegex().Match(bericht, rest.Index);
        if (!end.Success || end.Index != rest.Index)
        {
            return bericht;
        }
        var second = end.Index..(end.Index + end.Length);
        return bericht[..first.Start] + bericht[second] + bericht[first.End..second.Start] + bericht[first] + bericht[second.End..];
    }

    private string Rename(string bericht, MatchCollection elements)
    {
        var one = elements[_random.Next(elements.Count)].Groups["name"].Value;
        var other = _random.Next(3) == 0 ? "Iets" : elements[_random.Next(elements.Count)].Groups["name"].Value;
        return Regex.Replace(bericht, $@"(?<=[<:/]){Regex.Escape(one)}(?=[\s>/])", other);
    }

    private static string OtherPrefix(string bericht, Match leaf)
    {
        var prefix = leaf.Groups["prefix"].Value == "ijw:" ? PrefixRegex().Match(bericht).Groups["prefix"].Value + ":" : "ijw:";
        var name = leaf.Groups["name"].Value;
        return Replace(bericht, Range(leaf), $"<{prefix}{name}>{leaf.Groups["value"].Value}</{prefix}{name}>");
    }

    /// <summary>Changes that leave the content as it is, or only the way it is encoded.</summary>
    private string Style(string bericht)
    {
        var prefix = PrefixRegex().Match(bericht).Groups["prefix"].Value;
        return _random.Next(9) switch
        {
            0 => bericht
                .Replace($"{prefix}:", "p1:", StringComparison.Ordinal)
                .Replace($"xmlns:{prefix}=", "xmlns:p1=", StringComparison.Ordinal),
            1 => bericht
                .Replace($"xmlns:{prefix}=", "xmlns=", StringComparison.Ordinal)
                .Replace($"{prefix}:", "", StringComparison.Ordinal),
            2 => bericht.Replace("\r\n", "\n", StringComparison.Ordinal),
            3 => bericht.Replace("\n", "\r\n", StringComparison.Ordinal),
            4 => GapRegex().Replace(bericht, "><"),
            5 => "\uFEFF" + bericht,
            6 => bericht
                .Replace("ijw:", "basis:", StringComparison.Ordinal)
                .Replace("xmlns:ijw=", "xmlns:basis=", StringComparison.Ordinal),
            7 => DeclaratieRegex().Replace(bericht, ""),
            _ => bericht.Replace("</", "<!--x--></", StringComparison.Ordinal),
        };
    }

    /// <summary>Another encoding, or another name for it in the declaration.</summary>
    private byte[] Encoding(string bericht)
    {
        var name = Choose(["utf-8", "UTF-8", "UTF8", "ISO-8859-1", "US-ASCII", "UTF-16", "UTF-16LE", "windows-1252", "onzin"]);
        bericht = EncodingRegex().Replace(bericht, $"encoding=\"{name}\"");
        Encoding encoding = _random.Next(5) switch
        {
            0 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            1 => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            2 => System.Text.Encoding.Latin1,
            3 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        return [.. encoding.Preamble, .. encoding.GetBytes(bericht)];
    }

    private byte[] Bytes(byte[] bytes)
    {
        var at = _random.Next(bytes.Length);
        switch (_random.Next(4))
        {
            case 0:
                bytes[at] = (byte)_random.Next(256);
                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. bytes[(at + 1)..]];
            default:
                return [.. bytes[..at], (byte)_random.Next(256), .. bytes[at..]];
        }
    }

    private static string Replace(string bericht, Range piece, string by) => bericht[..piece.Start] + by + bericht[piece.End..];

    private static Range Range(Capture part) => part.Index..(part.Index + part.Length);

    [GeneratedRegex(@"<(?<prefix>\w+:)?(?<name>\w+)(\s[^<>]*)?>")]
    private static partial Regex ElementRegex();

    [GeneratedRegex(@"<(?<prefix>\w+:)?(?<name>\w+)>(?<value>[^<]*)</\k<prefix>\k<name>>")]
    private static partial Regex LeafRegex();

    [GeneratedRegex(@"</?[\w:]+(\s[^<>]*)?>")]
    private static partial Regex TagRegex();

    [GeneratedRegex(@"<(?<prefix>\w+):Bericht")]
    private static partial Regex PrefixRegex();

    [GeneratedRegex(@">\s+<")]
    private static partial Regex GapRegex();

    [GeneratedRegex(@"(?<=^<\?xml [^>]*)encoding=""[^""]*""")]
    private static partial Regex EncodingRegex();

    [GeneratedRegex(@"^<\?xml[^>]*\?>\s*")]
    private static partial Regex DeclaratieRegex();
}
