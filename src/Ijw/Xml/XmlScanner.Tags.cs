namespace Ijw.Xml;

/// <summary>Start and end tags, attributes and namespace declarations.</summary>
internal sealed partial class XmlScanner
{
    /// <summary>The most declarations in force at once: looking up a prefix passes them all.</summary>
    private const int MaxDeclarations = 64;

    private readonly Range[] _attributeNames = new Range[MaxAttributes];
    private readonly Range[] _attributeValues = new Range[MaxAttributes];
    private long _tagOffset = -1;
    private int _tagScanned;
    private byte _tagQuote;

    private bool ReadStartTag(ReadOnlySpan<byte> data)
    {
        var end = TagEnd(data);
        if (end < 0)
        {
            return NeedMore();
        }
        if (_open.Depth == 0 && _rootSeen)
        {
            return Fail(XmlFault.SecondRoot);
        }
        if (_open.Depth == bounds.MaxDepth)
        {
            return Fail(XmlFault.Depth, bounds.MaxDepth);
        }

        var isEmpty = data[end - 1] == '/';
        var tag = data[1..(isEmpty ? end - 1 : end)];
        var nameLength = tag.IndexOfAny(XmlNames.WhiteSpace);
        var name = nameLength < 0 ? tag : tag[..nameLength];
        var attributes = nameLength < 0 ? 0 : ReadAttributes(tag, nameLength);
        if (attributes < 0)
        {
            return false;
        }

        _rootSeen = true;
        Name = _names.Get(name);
        TokenLength = end + 1;
        IsEmptyTag = isEmpty;
        HasAttributes = attributes > 0;
        IsEndTag = false;
        _open.Push(Name);
        if (!DeclareNamespaces(tag, attributes) || !Resolve(name, isAttribute: false, out var ns, out var local))
        {
            return false;
        }
        handler.StartElement(ns, local);
        if (!ReportAttributes(tag, attributes))
        {
            return false;
        }
        if (isEmpty)
        {
            Close();
        }
        return Take(end + 1);
    }

    private bool ReadEndTag(ReadOnlySpan<byte> data)
    {
        var end = TokenEnd(data, ">"u8);
        if (end < 0)
        {
            return NeedMore();
        }
        var name = data[2..end].TrimEnd(" \t\r\n"u8);
        if (_open.Depth == 0 || !name.SequenceEqual(_open.Name))
        {
            return Fail(XmlFault.EndTag);
        }
        TokenLength = end + 1;
        IsEndTag = true;
        Close();
        return Take(end + 1);
    }

    private void Close()
    {
        handler.EndElement();
        _open.Pop();
    }

    /// <summary>Index of the first of these bytes past the first two. Goes on where it was when more bytes have come.</summary>
    private int TokenEnd(ReadOnlySpan<byte> data, ReadOnlySpan<byte> ends)
    {
        if (_tagOffset != Window.Offset)
        {
            (_tagOffset, _tagScanned) = (Window.Offset, 2);
        }
        var step = data[_tagScanned..].IndexOfAny(ends);
        if (step >= 0)
        {
            return _tagScanned += step;
        }
        _tagScanned = data.Length;
        return -1;
    }

    /// <summary>Index of the closing bracket; a bracket within quotes is none. Goes on where it was when more bytes have come.</summary>
    private int TagEnd(ReadOnlySpan<byte> data)
    {
        if (_tagOffset != Window.Offset)
        {
            (_tagOffset, _tagScanned, _tagQuote) = (Window.Offset, 1, 0);
        }
        while (true)
        {
            var rest = data[_tagScanned..];
            var step = _tagQuote != 0 ? rest.IndexOf(_tagQuote) : rest.IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (step < 0)
            {
                _tagScanned = data.Length;
                return -1;
            }

            if (rest[step] == '>' && _tagQuote == 0)
            {
                return _tagScanned + step;
            }
            _tagScanned += step + 1;
            _tagQuote = _tagQuote != 0 ? (byte)0 : rest[step];
        }
    }

    /// <summary>Splits the attributes into names and values; gives how many, or -1 after a fault.</summary>
    private int ReadAttributes(ReadOnlySpan<byte> tag, int at)
    {
        for (var count = 0; ; )
        {
            var spaceEnd = SkipSpace(tag, at);
            if (spaceEnd == tag.Length)
            {
                return count;
            }
            if (count == MaxAttributes)
            {
                return Faulted(XmlFault.ManyAttributes, MaxAttributes);
            }
            var equals = tag[spaceEnd..].IndexOf((byte)'=');
            if (spaceEnd == at || equals < 0)
            {
                return Faulted(XmlFault.Tag);
            }
            var nameEnd = spaceEnd + tag.Slice(spaceEnd, equals).TrimEnd(" \t\r\n"u8).Length;
            var quote = SkipSpace(tag, spaceEnd + equals + 1);
            if (quote == tag.Length || tag[quote] is not ((byte)'"' or (byte)'\''))
            {
                return Faulted(XmlFault.Tag);
            }
            var length = tag[(quote + 1)..].IndexOf(tag[quote]);
            if (length < 0 || !IsAttributeValue(tag.Slice(quote + 1, length)))
            {
                return Faulted(XmlFault.Tag);
            }

            var name = tag[spaceEnd..nameEnd];
            for (var i = 0; i < count; i++)
            {
                if (tag[_attributeNames[i]].SequenceEqual(name))
                {
                    return Faulted(XmlFault.AttributeTwice);
                }
            }
            _attributeNames[count] = spaceEnd..nameEnd;
            _attributeValues[count++] = (quote + 1)..(quote + 1 + length);
            at = quote + length + 2;
        }
    }

    private static int SkipSpace(ReadOnlySpan<byte> tag, int at)
    {
        while (at < tag.Length && XmlNames.IsWhiteSpace(tag[at]))
        {
            at++;
        }
        return at;
    }

    private static bool IsAttributeValue(ReadOnlySpan<byte> value)
    {
        if (value.Contains((byte)'<'))
        {
            return false;
        }
        for (var at = value.IndexOf((byte)'&'); at >= 0; at = value.IndexOf((byte)'&'))
        {
            if (References.Read(value[at..], out var length) is null)
            {
                return false;
            }
            value = value[(at + length)..];
        }

        return true;
    }

    private bool DeclareNamespaces(ReadOnlySpan<byte> tag, int attributes)
    {
        for (var i = 0; i < attributes; i++)
        {
            var name = tag[_attributeNames[i]];
            if (!IsDeclaration(name, out var prefix))
            {
                continue;
            }
            var ns = namespaces.Find(AttributeText.Resolve(tag[_attributeValues[i]]));
            var isXml = prefix.SequenceEqual("xml"u8);
            var allowed = isXml == (ns == NamespaceTable.Xml) && ns != NamespaceTable.Xmlns && !prefix.SequenceEqual("xmlns"u8);
            if (
                !allowed
                || (!prefix.IsEmpty && (ns == NamespaceTable.None || !XmlNames.IsNcName(prefix)))
                || (prefix.IsEmpty && name.Length > 5)
            )
            {
                return Fail(XmlFault.NamespaceDeclaration);
            }
            if (_open.Declarations == MaxDeclarations)
            {
                return Fail(XmlFault.ManyNamespaces, MaxDeclarations);
            }
            _open.Declare(prefix, ns);
        }

        return true;
    }

    /// <summary>True for <c>xmlns</c> and <c>xmlns:prefix</c>.</summary>
    private static bool IsDeclaration(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> prefix)
    {
        prefix = default;
        if (!name.StartsWith("xmlns"u8))
        {
            return false;
        }
        if (name.Length == 5)
        {
            return true;
        }
        if (name[5] != ':')
        {
            return false;
        }
        prefix = name[6..];
        return true;
    }

    private bool ReportAttributes(ReadOnlySpan<byte> tag, int attributes)
    {
        Span<int> seen = stackalloc int[MaxAttributes];
        for (var i = 0; i < attributes; i++)
        {
            var name = tag[_attributeNames[i]];
            seen[i] = -1;
            if (IsDeclaration(name, out _))
            {
                continue;
            }
            if (!Resolve(name, isAttribute: true, out var ns, out var local))
            {
                return false;
            }
            seen[i] = ns;
            for (var earlier = 0; ns > NamespaceTable.Other && earlier < i; earlier++)
            {
                var other = tag[_attributeNames[earlier]];
                if (seen[earlier] == ns && other[(other.IndexOf((byte)':') + 1)..].SequenceEqual(local))
                {
                    return Fail(XmlFault.AttributeTwice);
                }
            }

            handler.Attribute(ns, local);
        }

        return true;
    }

    /// <summary>Splits a name into namespace and local name.</summary>
    private bool Resolve(ReadOnlySpan<byte> name, bool isAttribute, out int ns, out ReadOnlySpan<byte> local)
    {
        var colon = name.IndexOf((byte)':');
        local = name[(colon + 1)..];
        ns = NamespaceTable.None;
        if (!XmlNames.IsNcName(local) || (colon >= 0 && !XmlNames.IsNcName(name[..colon])))
        {
            return Fail(XmlFault.Tag);
        }
        if (colon < 0 && isAttribute)
        {
            return true;
        }
        ns = _open.Resolve(colon < 0 ? default : name[..colon]);
        return ns >= 0 || Fail(XmlFault.Prefix);
    }

    private int Faulted(XmlFault fault, long limit = 0)
    {
        Stop(fault, limit);
        return -1;
    }
}

/// <summary>The text of an attribute value with its references resolved.</summary>
internal static class AttributeText
{
    /// <summary>Resolves references; white space becomes a space (XML 1.0, 3.3.3).</summary>
    public static ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> value)
    {
        if (value.IndexOfAny("&\t\r\n"u8) < 0)
        {
            return value;
        }
        var resolved = new byte[value.Length];
        var end = 0;
        while (!value.IsEmpty)
        {
            var length = 1;
            if (value[0] == '&' && References.Read(value, out length) is { } rune)
            {
                end += rune.EncodeToUtf8(resolved.AsSpan(end));
            }
            else
            {
                resolved[end++] = XmlNames.IsWhiteSpace(value[0]) ? (byte)' ' : value[0];
            }
            value = value[length..];
        }

        return resolved.AsSpan(0, end);
    }
}
