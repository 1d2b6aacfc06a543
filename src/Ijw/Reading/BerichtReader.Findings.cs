using System.Globalization;
using System.Text;
using Ijw.Catalogue;
using Ijw.Model;
using Ijw.Reading.Schemas;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>Where a finding stands, and keeping it.</summary>
internal sealed partial class BerichtReader
{
    /// <summary>Where the start tag stands of a leaf whose value came in pieces.</summary>
    private (long Offset, int Regelnummer, int Kolom) _blad = (-1, 0, 0);

    /// <summary>Keeps a finding of an observer on a field of a record that has closed or is around it, or on its class.</summary>
    /// <param name="level">The level of the rule, 2 or higher.</param>
    /// <param name="rule">The code of the rule.</param>
    /// <param name="record">The class.</param>
    /// <param name="field">The field; null for the class as a whole.</param>
    /// <param name="text">What there is to say of it.</param>
    /// <param name="kind">What it does.</param>
    public void Report(int level, string rule, Record record, Veld? field, FindingText text, FindingKind kind)
    {
        var isKept = kind == FindingKind.Fault ? _bevindingen.Tel(level) : _bevindingen.CountAdvice();
        if (isKept) _bevindingen.Bewaar(level, rule, PadVan(record, field), record.PositieVan(field), text.Text, kind);
    }

    private void MeldOntbreekt(Frame frame, int child)
    {
        if (!_bevindingen.Tel(1)) return;
        var skip = child < frame.Position ? frame.SkippedAt(child) : default;
        var plaats = skip.Regelnummer > 0 ? (skip.Offset, skip.Regelnummer, skip.Kolom) : Hier();
        var naam = frame.Node.Children[child].Element.Naam;
        var tekst = Text(
            child == 0 ? SchemaFault.MissingFirst : SchemaFault.Missing,
            ("{element}", naam), ("{parent}", Naam(frame)), ("{other}", child == 0 ? "" : frame.Node.Children[child - 1].Element.Naam));
        _bevindingen.Bewaar(1, Waardeuitleg.ZonderRegel, [.. Pad(), new Padstap(naam)], plaats, tekst);
    }

    /// <summary>Reports an element that doesn't belong, and passes over what is in it.</summary>
    /// <param name="fault">Why it doesn't.</param>
    /// <param name="name">Its name, when the standard knows it: what it doesn't know may be anything.</param>
    /// <param name="spoilLeaf">The value around it is no value then.</param>
    private void Refuse(SchemaFault fault, ReadOnlySpan<byte> name = default, bool spoilLeaf = false)
    {
        Meld1(fault, ("{element}", fault == SchemaFault.Misplaced ? Encoding.UTF8.GetString(name) : ""), ("{parent}", Naam(Top)));
        _leafSpoiled |= spoilLeaf;
        _skipping = 1;
    }

    /// <summary>Counts one more element that doesn't belong, of which nothing will be kept.</summary>
    private void CountOnly()
    {
        _bevindingen.Tel(1);
        _skipping = 1;
    }

    /// <summary>Reports what stands loose between elements; once between two tags, in however many pieces it comes.</summary>
    private void MeldLos(SchemaFault fault, long offset)
    {
        _hasStray = true;
        Meld1(fault, offset, ("{parent}", Naam(Top)));
    }

    private void Meld1(SchemaFault fault, params ReadOnlySpan<(string Place, string Words)> places) => Meld1(fault, _scanner.TokenOffset, places);

    private void Meld1(SchemaFault fault, long offset, params ReadOnlySpan<(string Place, string Words)> places)
    {
        if (_bevindingen.Tel(1)) _bevindingen.Bewaar(1, Waardeuitleg.ZonderRegel, Pad(), Plaats(offset), Text(fault, places));
    }

    private void Meld(string regel, string tekst, long offset)
    {
        if (_bevindingen.Tel(1)) _bevindingen.Bewaar(1, regel, Pad(), Plaats(offset), tekst);
    }

    private (long Offset, int Regelnummer, int Kolom) Hier() => Plaats(_scanner.TokenOffset);

    private (long Offset, int Regelnummer, int Kolom) Plaats(long offset)
    {
        if (offset == _blad.Offset) return _blad;
        var window = _scanner.Window;
        var from = Math.Max(offset, window.FirstOffset);
        var (regelnummer, kolom) = window.PositionOf((int)(from - window.Offset));
        return (offset, regelnummer, kolom);
    }

    private Padstap[] Pad()
    {
        var stappen = new Padstap[_depth + 1];
        for (var i = 0; i <= _depth; i++) stappen[i] = Stap(i);
        return stappen;
    }

    private Padstap Stap(int depth)
    {
        var frame = _frames[depth];
        return new Padstap(Naam(frame), frame.Index, depth == 0 ? null : _frames[depth - 1].TellerVan(frame.Node.Index));
    }

    /// <summary>The path of a record that is being closed or is around it, and of a field in it.</summary>
    private Padstap[] PadVan(Record record, Veld? veld)
    {
        var stappen = new List<Padstap>();
        for (var i = 0; i <= _depth; i++)
        {
            stappen.Add(Stap(i));
            if (_frames[i].Node == record.Klasse.Node) break;
        }

        if (stappen[^1].Naam != record.Klasse.Naam) stappen = [new Padstap("Bericht"), new Padstap(record.Klasse.Naam)];
        if (veld is not null) stappen.AddRange(veld.Pad.Split('/').Select(naam => new Padstap(naam)));
        return [.. stappen];
    }

    private void RememberPositions()
    {
        if (_depth < 0) return;
        if (Top.Node.IsLeaf && Top.Offset != _blad.Offset) _blad = Plaats(Top.Offset);
        for (var i = 0; i <= _depth; i++)
            if (_frames[i].Node.Klasse is not null) _frames[i].Record.Onthoud();
        _header?.Onthoud();
    }

    private static string Text(SchemaFault fault, params ReadOnlySpan<(string Place, string Words)> places) =>
        FindingTexts.Find(Waardeuitleg.ZonderRegel, fault.ToString()).Fill(places);

    private static string XmlText(XmlFault fault, long limit) =>
        FindingTexts.Find(NietXml, fault.ToString()).Fill(("{limit}", limit.ToString(CultureInfo.InvariantCulture)));

    private static string Soortnaam(Berichtsoort soort) => $"{soort.Omschrijving} ({soort.Naam})";

    private static string Naam(Frame frame) => frame.Node.Element.Naam;
}
