using Ijw.Findings;
using Ijw.Model;
using Ijw.Model.Datatypes;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>Holds what an <see cref="XmlScanner"/> reads against the model (level 1) and shows each class that closes to who follows.</summary>
/// <remarks>Generic over the model: no berichtsoort has code of its own here (D4). After a fault it goes on, so that all findings come up.</remarks>
internal sealed partial class BerichtReader : IXmlHandler
{
    private const string NietXml = "XML";
    private const int MostObservers = 8;

    private readonly Frame[] _frames;
    private readonly Waardebuffer _waarde = new();
    private readonly XmlScanner _scanner;
    private readonly Werkruimte?[] _werkruimten = new Werkruimte?[Standaard.Berichtsoorten.Count];
    private readonly int _maxBevindingen;
    private readonly IClassObserver[] _observers = new IClassObserver[MostObservers];
    private Bevindingenlijst _bevindingen;
    private Werkruimte? _werkruimte;
    private Record? _header;
    private int _observing;
    private int _depth = -1;
    private int _skipping;
    private bool _leafSpoiled;
    private bool _hasStray;
    private bool _hasSkipped;

    public BerichtReader(ControleOpties opties)
    {
        HasStandardBounds = opties.HasStandardBounds;
        _maxBevindingen = opties.MaxBevindingen;
        _misses = opties.LeesAllesVoluit ? int.MaxValue : 0;
        _bevindingen = new Bevindingenlijst(_maxBevindingen);
        _frames = new Frame[opties.MaxDiepte + 1];
        _scanner = new XmlScanner(this, IjwNamespaces.Table, new XmlBounds(opties.MaxBytes, opties.MaxDiepte));
        _scanner.Window.Compacting = RememberPositions;
    }

    /// <summary>Reads the bytes; feed it and say when they are complete.</summary>
    public XmlScanner Scanner => _scanner;

    /// <summary>Whether another bericht may be read with it.</summary>
    public bool HasStandardBounds { get; }

    /// <summary>The kind of bericht, once the root element has told.</summary>
    public Schema? Schema => _werkruimte?.Schema;

    /// <summary>The Header, once it has closed without findings.</summary>
    public Berichtkop? Kop { get; private set; }

    /// <summary>An observer that is kept with the reader, so that what it made ready once serves the next bericht too.</summary>
    public IClassObserver? Resident { get; set; }

    /// <summary>The findings so far.</summary>
    public Bevindingenlijst Bevindingen => _bevindingen;

    private Frame Top => _frames[_depth];

    /// <summary>Has an observer follow the bericht that the reader starts on; those that came first are told first.</summary>
    public void Observe(IClassObserver observer)
    {
        _observers[_observing++] = observer;
        _waarde.KeepsAll |= observer.NeedsLongValues;
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _scanner.Feed(bytes);

    /// <summary>Says that all bytes have come in; gives whether they are a bericht: level 1 clean.</summary>
    public bool Complete()
    {
        _scanner.Complete();
        return !_bevindingen.HeeftNiveau1;
    }

    /// <summary>Starts on a new bericht, that no one follows yet.</summary>
    public void Reset()
    {
        foreach (var observer in _observers.AsSpan(0, _observing)) observer.Forget();
        Array.Clear(_observers, 0, _observing);
        _observing = 0;
        _scanner.Reset();
        _waarde.Wis();
        if (_bevindingen.Aantal > 0) _bevindingen = new Bevindingenlijst(_maxBevindingen);
        _werkruimte?.Reset();
        _werkruimte = null;
        _stijl = null;
        _header = null;
        Kop = null;
        _depth = -1;
        _skipping = 0;
        _leafSpoiled = _hasSkipped = _hasStray = false;
        if (_misses != int.MaxValue) _misses = 0;
        ForgetWay();
        _wachtplaats = null;
        _blad.Offset = -1;
    }

    /// <inheritdoc/>
    public void StartElement(int ns, ReadOnlySpan<byte> name)
    {
        _atValue = _hasStray = false;
        if (_skipping > 0) _skipping++;
        else if (_depth < 0) OpenRoot(ns, name);
        else if (Top.Node.IsLeaf) Refuse(SchemaFault.ElementInValue, spoilLeaf: true);
        else OpenChild(ns, name);
    }

    /// <inheritdoc/>
    public void Attribute(int ns, ReadOnlySpan<byte> name)
    {
        if (_depth != 0) ForgetWay();
        if (_skipping > 0) return;
        var allowed = ns == NamespaceTable.Xsi && (name.SequenceEqual("schemaLocation"u8) || name.SequenceEqual("noNamespaceSchemaLocation"u8));
        if (!allowed) Meld1(SchemaFault.Attribute, ("{element}", Naam(Top)));
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> text)
    {
        _atValue = false;
        if (_skipping > 0 || _depth < 0) return;
        if (Top.Node.IsLeaf) _waarde.Add(text);
        else if (!_hasStray && text.IndexOfAnyExcept(XmlNames.WhiteSpace) is >= 0 and var at) MeldLos(SchemaFault.StrayText, _scanner.TokenOffset + at);
    }

    /// <inheritdoc/>
    public void Misc() => ForgetWay();

    /// <inheritdoc/>
    public void CData()
    {
        ForgetWay();
        // XML Schema would let white space in CDATA pass; libxml2 refuses it and System.Xml sometimes does, so a receiver may.
        if (_skipping == 0 && _depth >= 0 && !_hasStray && !Top.Node.IsLeaf) MeldLos(SchemaFault.StrayCData, _scanner.TokenOffset);
    }

    /// <inheritdoc/>
    public void EndElement()
    {
        _atValue = _hasStray = false;
        if (_skipping > 0)
        {
            _skipping--;
            return;
        }

        if (_depth < 0) return;
        if (Top.Node.IsLeaf) CloseLeaf();
        else CloseParent();
        _depth--;
    }

    /// <inheritdoc/>
    public void Fatal(XmlFault fault, long limit)
    {
        if (_wachtplaats is { } plaats) LeaveKnown(plaats.Halte.Node, _scanner.Window.Offset, plaats.Lowest);
        _wachtplaats = null;
        if (_bevindingen.Tel(1)) _bevindingen.Bewaar(1, NietXml, Pad(), Hier(), XmlText(fault, limit));
        while (_depth >= 0) _frames[_depth--].End();
    }

    private void OpenRoot(int ns, ReadOnlySpan<byte> name)
    {
        if (IjwNamespaces.Bericht(ns) is not { } soort || !name.SequenceEqual("Bericht"u8))
        {
            var tag = _scanner.Window.Slice(_scanner.TokenOffset, _scanner.TokenLength);
            if (FileKind.IsHtml(name)) Meld(NietXml, XmlText(XmlFault.Html, 0), _scanner.TokenOffset);
            else Meld1(RootKind.Of(tag, out var standard), ("{other}", standard));
            _skipping = 1;
            return;
        }

        var schema = Schema.Van(soort);
        _werkruimte = WerkruimteVan(schema);
        StartWay();
        Push(schema.Wortel, index: 1);
    }

    private Werkruimte WerkruimteVan(Schema schema) => _werkruimten[schema.Index] ??= new Werkruimte(schema, _scanner.Window);

    private void OpenChild(int ns, ReadOnlySpan<byte> name)
    {
        var frame = Top;
        var at = frame.Node.Find(name, frame.Position);
        if (at < 0)
        {
            if (_bevindingen.IsVol) CountOnly();
            else Refuse(_werkruimte!.Schema.Kent(name) ? SchemaFault.Misplaced : SchemaFault.Unknown, name);
            return;
        }

        var child = frame.Node.Children[at];
        if (ns != child.Namespace)
        {
            var eigen = child.Element.Basis ? "het basisschema" : Soortnaam(_werkruimte!.Schema.Soort);
            Meld1(SchemaFault.Namespace, ("{element}", child.Element.Naam), ("{other}", eigen));
        }

        var index = frame.Add(at);
        if (at < frame.Position)
        {
            var volgende = frame.Node.Children[frame.Position].Element.Naam;
            Meld1(SchemaFault.OutOfPlace, ("{element}", child.Element.Naam), ("{parent}", Naam(frame)), ("{other}", volgende));
        }
        else if (index > child.Element.Max)
        {
            Meld1(SchemaFault.TooMany, ("{element}", child.Element.Naam), ("{parent}", Naam(frame)));
        }

        if (at > frame.Position) MoveTo(frame, at);
        Push(child, index);
    }

    private void MoveTo(Frame frame, int at)
    {
        for (var missed = frame.Position; missed < at; missed++)
        {
            if (frame.Node.Children[missed].Element.Min == 0 || frame.Count(missed) > 0) continue;
            var (offset, regelnummer, kolom) = Hier();
            _hasSkipped = true;
            frame.NoteSkipped(missed, new Frame.Skip(offset, regelnummer, kolom));
        }

        frame.Position = at;
    }

    private void Push(SchemaNode node, int index)
    {
        var offset = _scanner.TokenOffset;
        Begin(node, index, offset);
        LearnOpening(node, offset);
        if (!node.IsLeaf) return;
        _waarde.Clear();
        _leafSpoiled = false;
        _atValue = !_scanner.IsEmptyTag;
    }

    private void Begin(SchemaNode node, int index, long offset)
    {
        if (node.Slot >= 0) Top.Record.Open(node.Slot, offset);
        var record = node.Klasse is { } klasse ? BeginRecord(klasse, index, offset) : Top.Record;
        var frame = _frames[++_depth] ??= new Frame();
        if (node.IsLeaf) frame.BeginLeaf(node, index, record, offset);
        else frame.Begin(node, index, record, offset);
    }

    private Record BeginRecord(Klassemodel klasse, int index, long offset)
    {
        var record = _werkruimte!.Record(klasse);
        record.Begin(index, offset, _depth < 0 ? null : Top.Record, _header);
        return record;
    }

    private void CloseLeaf()
    {
        var frame = Top;
        if (_leafSpoiled) return;
        var datatype = frame.Node.Type!.Datatype;
        var delivered = _waarde.Bytes;
        var bytes = delivered;
        var fout = frame.Node.Type.Controleer(ref bytes, out var getal);
        if (_waarde.IsCut) fout = datatype.Patroon?.Soort != PatroonSoort.NietBlanco ? Waardefout.TeLang : _waarde.HasVisible ? Waardefout.Geen : Waardefout.Patroon;
        if (fout != Waardefout.Geen)
        {
            Meld(Waardeuitleg.Regel(datatype, fout), Waardeuitleg.Tekst(Naam(frame), datatype, fout), frame.Offset);
            return;
        }

        if (frame.Node.Slot < 0) frame.Record.VulHerhaald(bytes);
        else frame.Record.Vul(frame.Node.Slot, delivered, bytes.Length, getal);
        LearnFrom(frame.Node);
    }

    private void CloseParent()
    {
        var frame = Top;
        LearnClosing();
        for (var i = 0; i < frame.Node.Children.Length; i++)
        {
            if (frame.Count(i) == 0 && frame.Node.Children[i].Element.Min > 0) MeldOntbreekt(frame, i);
        }

        if (_depth == 0) Learn(_scanner.TokenOffset + _scanner.TokenLength, next: null);

        CloseKlasse(frame);
        frame.End();
    }

    private void CloseKlasse(Frame frame)
    {
        // What was skipped is missing or out of order, which will show: observers only see records that are whole.
        if (frame.Node.Klasse is not { } klasse || _hasSkipped || _bevindingen.HeeftNiveau1) return;
        var record = frame.Record;
        if (klasse.IsHeader) CloseHeader(record);
        foreach (var observer in _observers.AsSpan(0, _observing)) observer.Closed(record);
    }

    private void CloseHeader(Record header)
    {
        _header = header;
        Kop = _werkruimte!.Kopvelden(header.Klasse).Lees(header);
    }
}
