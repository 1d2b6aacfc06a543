namespace Ijw.Xml;

/// <summary>Text, references and CDATA.</summary>
internal sealed partial class XmlScanner
{
    private long _textScanned;

    private bool ReadText(ReadOnlySpan<byte> data, bool isFinal)
    {
        var scanned = (int)Math.Max(0, _textScanned - Window.Offset);
        var end = data[scanned..].IndexOf((byte)'<');
        if (end >= 0)
        {
            end += scanned;
        }
        else
        {
            _textScanned = Window.Offset + data.Length;
            if (!isFinal && !Window.IsFull)
            {
                return false;
            }
            end = isFinal ? data.Length : SafeCut(data);
        }

        var text = data[..end];
        if (_open.Depth == 0)
        {
            if (text.IndexOfAnyExcept(XmlNames.WhiteSpace) is >= 0 and var at)
            {
                return Fail(_rootSeen ? XmlFault.TextAfter : FileKind.OfText(text[at..]) ?? XmlFault.TextBefore);
            }
        }
        else if (text.IndexOfAny(Special) < 0)
        {
            handler.Text(text);
        }
        else if (!ReadSpecialText(text))
        {
            return false;
        }

        return Take(end) && end > 0;
    }

    /// <summary>Where a long text can be cut without splitting a reference, a line end or the end of CDATA.</summary>
    private static int SafeCut(ReadOnlySpan<byte> data)
    {
        var cut = data.Length - 3;
        while (cut > 0 && (data[cut] & 0xC0) == 0x80)
        {
            cut--;
        }
        for (var held = 0; held < 2 && data[cut - 1] is (byte)'\r' or (byte)']'; held++)
        {
            cut--;
        }
        var reference = data[..cut].LastIndexOf((byte)'&');
        return reference >= 0 && cut - reference <= References.Longest && !data[reference..cut].Contains((byte)';') ? reference : cut;
    }

    private bool ReadSpecialText(ReadOnlySpan<byte> text)
    {
        var end = Window.Offset + text.Length;
        while (!text.IsEmpty)
        {
            TokenOffset = end - text.Length;
            var at = text.IndexOfAny(Special);
            if (at != 0)
            {
                handler.Text(at < 0 ? text : text[..at]);
            }
            if (at < 0)
            {
                return true;
            }
            text = text[at..];
            TokenOffset = end - text.Length;
            switch (text[0])
            {
                case (byte)'&':
                    var length = ReadReference(text);
                    if (length == 0)
                    {
                        return false;
                    }
                    text = text[length..];
                    break;
                case (byte)'\r':
                    handler.Text("\n"u8);
                    text = text[(text.Length > 1 && text[1] == '\n' ? 2 : 1)..];
                    break;
                default:
                    if (text.StartsWith("]]>"u8))
                    {
                        return Fail(XmlFault.CDataEnd);
                    }
                    handler.Text(text[..1]);
                    text = text[1..];
                    break;
            }
        }

        return true;
    }

    /// <summary>Tells the handler what the reference stands for; gives its length, or 0 after a fault.</summary>
    private int ReadReference(ReadOnlySpan<byte> text)
    {
        var rune = References.Read(text, out var length);
        if (rune is not { } value)
        {
            Stop(XmlFault.Reference);
            return 0;
        }

        Span<byte> utf8 = stackalloc byte[4];
        handler.Text(utf8[..value.EncodeToUtf8(utf8)]);
        return length;
    }

    private bool ReadCData(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf("]]>"u8);
        var text = data[..(end >= 0 ? end : CDataCut(data))];
        var textEnd = Window.Offset + text.Length;
        while (!text.IsEmpty)
        {
            TokenOffset = textEnd - text.Length;
            var at = text.IndexOf((byte)'\r');
            if (at != 0)
            {
                handler.Text(at < 0 ? text : text[..at]);
            }
            if (at < 0)
            {
                break;
            }
            handler.Text("\n"u8);
            text = text[(at + (at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1))..];
        }

        if (end < 0)
        {
            return Skip(CDataCut(data));
        }
        _state = State.Content;
        return Take(end + 3);
    }

    private static int CDataCut(ReadOnlySpan<byte> data)
    {
        var cut = data.Length;
        while (cut > 0 && data.Length - cut < 2 && data[cut - 1] == ']')
        {
            cut--;
        }
        return cut > 0 && data[cut - 1] == '\r' ? cut - 1 : cut;
    }
}
