using System.Buffers;
using System.Text;
using Ijw.Model;
using Ijw.Reading;

namespace Ijw.Writing;

/// <summary>Writes a bericht as OP192 asks it: UTF-8 without byte order mark, CRLF, indented; namespaces come from the model.</summary>
/// <remarks>The caller gives elements in the order of the standard; an element that the model doesn't have there is a mistake of the caller.</remarks>
public sealed class BerichtWriter
{
    private readonly IBufferWriter<byte> _uitvoer;
    private readonly Schema _schema;
    private readonly Stack<SchemaNode> _open = new();
    private readonly string _prefix;

    /// <summary>Starts a bericht: writes the XML declaration and opens the root element.</summary>
    public BerichtWriter(IBufferWriter<byte> uitvoer, Berichtsoort soort)
    {
        ArgumentNullException.ThrowIfNull(soort);
        _uitvoer = uitvoer;
        _schema = Schema.Van(soort);
        _prefix = soort.Naam.ToLowerInvariant();
        Schrijf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n");
        Schrijf($"<{_prefix}:Bericht xmlns:{_prefix}=\"{soort.Namespace}\" xmlns:ijw=\"{Berichtsoort.BasisNamespace}\">\r\n");
        _open.Push(_schema.Wortel);
    }

    /// <summary>Opens an element that holds others.</summary>
    public void Open(string naam)
    {
        var node = Kind(naam);
        Regel($"<{Prefix(node)}:{naam}>");
        _open.Push(node);
    }

    /// <summary>Writes an element with a value.</summary>
    public void Veld(string naam, string waarde)
    {
        var prefix = Prefix(Kind(naam));
        Regel($"<{prefix}:{naam}>{Escape(waarde)}</{prefix}:{naam}>");
    }

    /// <summary>Closes the element opened last; closing the root ends the bericht.</summary>
    public void Sluit()
    {
        var node = _open.Pop();
        Regel($"</{Prefix(node)}:{node.Element.Naam}>");
    }

    private SchemaNode Kind(string naam) =>
        _open.Peek().Children.FirstOrDefault(kind => kind.Element.Naam == naam)
            ?? throw new ArgumentException($"{_schema.Soort} has no {naam} in {_open.Peek()}.", nameof(naam));

    private string Prefix(SchemaNode node) => node.Element.Basis ? "ijw" : _prefix;

    private static string Escape(string waarde) =>
        waarde.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\r", "&#13;", StringComparison.Ordinal);

    private void Regel(string tekst)
    {
        for (var i = 0; i < _open.Count; i++) Schrijf("  ");
        Schrijf(tekst);
        Schrijf("\r\n");
    }

    private void Schrijf(string tekst) => Encoding.UTF8.GetBytes(tekst, _uitvoer);
}
