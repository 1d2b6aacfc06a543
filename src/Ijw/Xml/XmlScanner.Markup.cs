namespace Ijw.Xml;

/// <summary>Everything that starts with a less-than sign, but tags: the XML declaration, comments, instructions, CDATA.</summary>
internal sealed partial class XmlScanner
{
    private static ReadOnlySpan<byte> TargetEnd => " \t\r\n?"u8;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private bool ReadStart(ReadOnlySpan<byte> data, bool isFinal)
    {
        if (data.Length < 4 && !isFinal)
        {
            return false;
        }
        if (Window.Offset == 0 && data.StartsWith(ByteOrderMark))
        {
            // OP192 asks for no byte order mark; a receiver that refuses it helps nobody.
            Window.SkipByteOrderMark(ByteOrderMark.Length);
            TokenOffset = Window.Offset;
            data = data[ByteOrderMark.Length..];
            if (data.IsEmpty)
            {
                return false;
            }
        }

        if (!data.StartsWith("<?xml"u8[..Math.Min(5, data.Length)]) || (data.Length > 5 && !XmlNames.IsWhiteSpace(data[5])))
        {
            _state = State.Content;
            return true;
        }

        var end = data.IndexOf("?>"u8);
        if (end < 0)
        {
            return NeedMore();
        }
        var fault = XmlDeclaration.Check(data[5..end]);
        if (fault is { } known)
        {
            return Fail(known);
        }
        _state = State.Content;
        return Take(end + 2);
    }

    private bool ReadMarkup(ReadOnlySpan<byte> data, bool isFinal)
    {
        if (data.Length < 2)
        {
            return false;
        }
        switch (data[1])
        {
            case (byte)'/':
                return ReadEndTag(data);
            case (byte)'?':
                return ReadProcessingInstruction(data);
            case (byte)'!':
                return ReadDeclaration(data, isFinal);
            default:
                return ReadStartTag(data);
        }
    }

    private bool ReadDeclaration(ReadOnlySpan<byte> data, bool isFinal)
    {
        if (data.StartsWith("<!--"u8))
        {
            _state = State.Comment;
            handler.Misc();
            return Take(4);
        }

        if (data.StartsWith("<![CDATA["u8))
        {
            if (_open.Depth == 0)
            {
                return Fail(XmlFault.TextOutside);
            }
            _state = State.CData;
            handler.CData();
            return Take(9);
        }

        if (!_rootSeen && FileKind.IsHtmlDoctype(data, out var isWhole))
        {
            if (isWhole)
            {
                return Fail(XmlFault.Html);
            }
            if (!isFinal)
            {
                return false;
            }
        }

        if (data.StartsWith("<!DOCTYPE"u8))
        {
            return Fail(XmlFault.Doctype);
        }
        var maybe = data.Length < 9 && ("<!--"u8.StartsWith(data) || "<![CDATA["u8.StartsWith(data) || "<!DOCTYPE"u8.StartsWith(data));
        return maybe ? NeedMore() : Fail(XmlFault.Markup);
    }

    private bool ReadProcessingInstruction(ReadOnlySpan<byte> data)
    {
        var end = TokenEnd(data, TargetEnd);
        if (end < 0 || (data[end] == '?' && end + 1 == data.Length))
        {
            return NeedMore();
        }
        if (data[end] == '?' && data[end + 1] != '>')
        {
            return Fail(XmlFault.Instruction);
        }
        var length = end - 2;
        var target = data.Slice(2, length);
        if (target.Length == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l')
        {
            return Fail(XmlFault.LateDeclaration);
        }
        if (!XmlNames.IsNcName(target))
        {
            return Fail(XmlFault.Instruction);
        }
        _state = State.ProcessingInstruction;
        handler.Misc();
        return Take(2 + length);
    }

    private bool ReadUntil(ReadOnlySpan<byte> data, ReadOnlySpan<byte> end)
    {
        var at = data.IndexOf(end);
        if (at >= 0)
        {
            _state = State.Content;
            return Take(at + end.Length);
        }

        // Only what can be the beginning of the end is left, and not the half of a character.
        var kept = end.Length - 1;
        while (!data.EndsWith(end[..kept]))
        {
            kept--;
        }
        return Skip(data.Length - kept);
    }

    private bool ReadComment(ReadOnlySpan<byte> data)
    {
        var at = data.IndexOf("--"u8);
        if (at < 0)
        {
            return Skip(data[^1] == '-' ? data.Length - 1 : data.Length);
        }
        if (at + 2 >= data.Length)
        {
            return Skip(at);
        }
        TokenOffset = Window.Offset + at;
        if (data[at + 2] != '>')
        {
            return Fail(XmlFault.CommentDashes);
        }
        _state = State.Content;
        return Take(at + 3);
    }

    /// <summary>Passes over bytes that cannot be the end; false when none are left, so that more must come.</summary>
    private bool Skip(int count)
    {
        if (count > 0)
        {
            Window.Advance(count);
        }
        return false;
    }
}
