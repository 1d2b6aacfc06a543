using System.Buffers;
using System.Text;
using Ijw.Model;

namespace Ijw.Writing;

/// <summary>Writes a bericht as OP192 asks it: UTF-8 without byte order mark, CRLF, indented; namespaces come from the model.</summary>
/// <remarks>The caller gives elements in the order of the standard; an element that the model doesn't have there is a mistake of the caller.</remarks>
public sealed class BerichtWriter
{
    private static readonly SearchValues<char> Bijzonder = SearchValues.Create("&<>\r");

    private readonly IBufferWriter<byte> _uitvoer;
    private readonly Berichtsoort _soort;
    private readonly Stack<Element> _open = new();
    private readonly bool _isCompact;
    private readonly string _prefix;

    /// <summary>Starts a bericht: writes the XML declaration and opens the root element.</summary>
    public BerichtWriter(IBufferWriter<byte> uitvoer, Berichtsoort soort, Opmaak opmaak = Opmaak.Ingesprongen)
    {
        ArgumentNullException.ThrowIfNull(uitvoer);
        ArgumentNullException.ThrowIfNull(soort);
        _uitvoer = uitvoer;
        _soort = soort;
        _isCompact = opmaak == Opmaak.Compact;
        _prefix = soort.Naam.ToLowerInvariant();
        Schrijf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        EindRegel();
        Schrijf($"<{_prefix}:Bericht xmlns:{_prefix}=\"{soort.Namespace}\" xmlns:ijw=\"{Berichtsoort.BasisNamespace}\">");
        EindRegel();
        _open.Push(soort.Wortel);
    }

    /// <summary>Opens an element that holds others.</summary>
    public void Open(string naam) => Open(Kind(naam));

    /// <summary>Writes an element with a value.</summary>
    public void Veld(string naam, string waarde) => Veld(Kind(naam), waarde);

    /// <summary>Closes the element opened last; closing the root ends the bericht.</summary>
    public void Sluit()
    {
        var element = _open.Pop();
        Begin();
        Tag("</"u8, element);
        EindRegel();
    }

    /// <summary>Writes a whole element.</summary>
    public void Schrijf(Knoop knoop)
    {
        ArgumentNullException.ThrowIfNull(knoop);
        if (knoop.Element.Datatype is not null)
        {
            Veld(knoop.Element, knoop.Waarde ?? "");
            return;
        }

        Open(knoop.Element);
        foreach (var kind in knoop.Kinderen) Schrijf(kind);
        Sluit();
    }

    private void Open(Element element)
    {
        Begin();
        Tag("<"u8, element);
        EindRegel();
        _open.Push(element);
    }

    private void Veld(Element element, string waarde)
    {
        Begin();
        Tag("<"u8, element);
        Waarde(waarde);
        Tag("</"u8, element);
        EindRegel();
    }

    private Element Kind(string naam)
    {
        foreach (var kind in _open.Peek().Kinderen)
            if (kind.Naam == naam) return kind;
        throw new ArgumentException($"{_soort} has no {naam} in {_open.Peek()}.", nameof(naam));
    }

    private void Tag(ReadOnlySpan<byte> begin, Element element)
    {
        _uitvoer.Write(begin);
        Schrijf(element.Basis ? "ijw" : _prefix);
        _uitvoer.Write(":"u8);
        Schrijf(element.Naam);
        _uitvoer.Write(">"u8);
    }

    private void Waarde(ReadOnlySpan<char> waarde)
    {
        for (var at = waarde.IndexOfAny(Bijzonder); at >= 0; at = waarde.IndexOfAny(Bijzonder))
        {
            Schrijf(waarde[..at]);
            _uitvoer.Write(waarde[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                _ => "&#13;"u8,
            });
            waarde = waarde[(at + 1)..];
        }

        Schrijf(waarde);
    }

    private void Begin()
    {
        if (_isCompact) return;
        for (var i = 0; i < _open.Count; i++) _uitvoer.Write("  "u8);
    }

    private void EindRegel()
    {
        if (!_isCompact) _uitvoer.Write("\r\n"u8);
    }

    private void Schrijf(ReadOnlySpan<char> tekst)
    {
        if (!tekst.IsEmpty) Encoding.UTF8.GetBytes(tekst, _uitvoer);
    }
}
