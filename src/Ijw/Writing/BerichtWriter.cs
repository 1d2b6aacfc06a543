using System.Buffers;
using System.Text;
using Ijw.Model;

namespace Ijw.Writing;

/// <summary>Writes a bericht as OP192 asks it: UTF-8 without byte order mark, CRLF, indented; namespaces come from the model.</summary>
/// <remarks>
/// The caller gives elements in the order of the standard; an element that the model doesn't have there is a mistake of the caller.
/// </remarks>
public sealed class BerichtWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r");

    private readonly IBufferWriter<byte> _output;
    private readonly Berichtsoort _kind;
    private readonly Stack<Element> _open = new();
    private readonly bool _isCompact;
    private readonly string _prefix;

    /// <summary>Starts a bericht: writes the XML declaration and opens the root element.</summary>
    public BerichtWriter(IBufferWriter<byte> output, Berichtsoort kind, Layout layout = Layout.Indented)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(kind);
        _output = output;
        _kind = kind;
        _isCompact = layout == Layout.Compact;
        _prefix = kind.Name.ToLowerInvariant();
        Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        EndRule();
        Write($"<{_prefix}:Bericht xmlns:{_prefix}=\"{kind.Namespace}\" xmlns:ijw=\"{Berichtsoort.BasisNamespace}\">");
        EndRule();
        _open.Push(kind.Root);
    }

    /// <summary>Opens an element that holds others.</summary>
    public void Open(string name) => Open(Kind(name));

    /// <summary>Writes an element with a value.</summary>
    public void Field(string name, string value) => Field(Kind(name), value);

    /// <summary>Closes the element opened last; closing the root ends the bericht.</summary>
    public void Close()
    {
        var element = _open.Pop();
        Begin();
        Tag("</"u8, element);
        EndRule();
    }

    /// <summary>Writes a whole element.</summary>
    public void Write(TreeNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Element.Datatype is not null)
        {
            Field(node.Element, node.Value ?? "");
            return;
        }

        Open(node.Element);
        foreach (var kind in node.Children)
        {
            Write(kind);
        }
        Close();
    }

    private void Open(Element element)
    {
        Begin();
        Tag("<"u8, element);
        EndRule();
        _open.Push(element);
    }

    private void Field(Element element, string value)
    {
        Begin();
        Tag("<"u8, element);
        Value(value);
        Tag("</"u8, element);
        EndRule();
    }

    private Element Kind(string name)
    {
        foreach (var kind in _open.Peek().Children)
        {
            if (kind.Name == name)
            {
                return kind;
            }
        }
        throw new ArgumentException($"{_kind} has no {name} in {_open.Peek()}.", nameof(name));
    }

    private void Tag(ReadOnlySpan<byte> begin, Element element)
    {
        _output.Write(begin);
        Write(element.Basis ? "ijw" : _prefix);
        _output.Write(":"u8);
        Write(element.Name);
        _output.Write(">"u8);
    }

    private void Value(ReadOnlySpan<char> value)
    {
        for (var at = value.IndexOfAny(Special); at >= 0; at = value.IndexOfAny(Special))
        {
            Write(value[..at]);
            _output.Write(
                value[at] switch
                {
                    '&' => "&amp;"u8,
                    '<' => "&lt;"u8,
                    '>' => "&gt;"u8,
                    _ => "&#13;"u8,
                }
            );
            value = value[(at + 1)..];
        }

        Write(value);
    }

    private void Begin()
    {
        if (_isCompact)
        {
            return;
        }
        for (var i = 0; i < _open.Count; i++)
        {
            _output.Write("  "u8);
        }
    }

    private void EndRule()
    {
        if (!_isCompact)
        {
            _output.Write("\r\n"u8);
        }
    }

    private void Write(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            Encoding.UTF8.GetBytes(text, _output);
        }
    }
}
