using System.Text;
using Ijw.Model;
using Ijw.Reading.Waarden;
using Ijw.Rules;

namespace Ijw.Reading;

/// <summary>Holds what an <see cref="XmlScanner"/> reads against the model (level 1) and hands each class's record to the rules (level 2).</summary>
/// <remarks>Generic over the model: no berichtsoort has code of its own here (D4). After a fault it goes on, so that all findings come up.</remarks>
internal sealed class BerichtReader : IXmlHandler
{
    private const string NietXml = "XML";

    private readonly Bevindingenlijst _bevindingen;
    private readonly Frame[] _frames;
    private readonly Melder _melder;
    private readonly Waardebuffer _waarde = new();
    private readonly IRecordOntvanger? _ontvanger;
    private XmlScanner _scanner = null!;
    private Schema? _schema;
    private Regelloop? _regels;
    private Record?[] _records = [];
    private Record? _header;
    private int _depth = -1;
    private int _skipping;
    private bool _leafSpoiled;
    private bool _hasSkipped;

    public BerichtReader(ControleOpties opties, IRecordOntvanger? ontvanger)
    {
        _bevindingen = new Bevindingenlijst(opties.MaxBevindingen);
        _frames = new Frame[opties.MaxDiepte + 1];
        _melder = new Melder(this);
        _ontvanger = ontvanger;
    }

    /// <summary>The kind of bericht, once the root element has told.</summary>
    public Berichtsoort? Soort => _schema?.Soort;

    /// <summary>The Header, once it has closed without findings.</summary>
    public Berichtkop? Kop { get; private set; }

    /// <summary>The findings so far.</summary>
    public Bevindingenlijst Bevindingen => _bevindingen;

    private Frame Top => _frames[_depth];

    /// <summary>Connects the scanner that will tell what is in the bericht.</summary>
    public void Attach(XmlScanner scanner)
    {
        _scanner = scanner;
        scanner.Window.Compacting = RememberPositions;
    }

    /// <inheritdoc/>
    public void StartElement(int ns, ReadOnlySpan<byte> name)
    {
        if (_skipping > 0) _skipping++;
        else if (_depth < 0) OpenRoot(ns, name);
        else if (Top.Node.IsLeaf) Refuse("In {0} hoort alleen een waarde te staan, geen ander element.", spoilLeaf: true);
        else OpenChild(ns, name);
    }

    /// <inheritdoc/>
    public void Attribute(int ns, ReadOnlySpan<byte> name)
    {
        if (_skipping > 0) return;
        var allowed = ns == Namespaces.Xsi && (name.SequenceEqual("schemaLocation"u8) || name.SequenceEqual("noNamespaceSchemaLocation"u8));
        if (!allowed) Meld1($"{Naam(Top)} heeft een attribuut. Een bericht gebruikt geen attributen.");
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> text)
    {
        if (_skipping > 0 || _depth < 0) return;
        if (Top.Node.IsLeaf) _waarde.Add(text);
        else if (text.ContainsAnyExcept(XmlNames.WhiteSpace)) Meld1($"Los van de elementen staat tekst in {Naam(Top)}. Daar horen alleen elementen.");
    }

    /// <inheritdoc/>
    public void CData()
    {
        // XML Schema would let white space in CDATA pass; libxml2 refuses it and System.Xml sometimes does, so a receiver may.
        if (_skipping == 0 && _depth >= 0 && !Top.Node.IsLeaf) Meld1($"Los van de elementen staat CDATA in {Naam(Top)}. Daar horen alleen elementen.");
    }

    /// <inheritdoc/>
    public void EndElement()
    {
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
    public void Fatal(string text)
    {
        if (_bevindingen.Tel(1)) _bevindingen.Bewaar(1, NietXml, Pad(), Hier(), text);
        while (_depth >= 0) _frames[_depth--].End();
    }

    /// <summary>Keeps a finding of a rule on a field of a record, or on its class.</summary>
    internal void Meld2(string regel, Record record, Veld? veld, string tekst)
    {
        if (!_bevindingen.Tel(2)) return;
        _bevindingen.Bewaar(2, regel, PadVan(record, veld), record.PositieVan(veld, _scanner.Window), tekst);
    }

    private void OpenRoot(int ns, ReadOnlySpan<byte> name)
    {
        if (Namespaces.Bericht(ns) is not { } soort || !name.SequenceEqual("Bericht"u8))
        {
            Meld1("Dit is geen iJw 3.2-bericht: het eerste element moet Bericht zijn, in de namespace van een iJw 3.2-bericht (bijvoorbeeld "
                + "http://www.istandaarden.nl/ijw/3_2/jw301/schema).");
            _skipping = 1;
            return;
        }

        _schema = Schema.Van(soort);
        _records = new Record?[_schema.Klassen.Count];
        _regels = Regelloop.Voor(_schema, _melder);
        Push(_schema.Wortel, index: 1);
    }

    private void OpenChild(int ns, ReadOnlySpan<byte> name)
    {
        var frame = Top;
        var at = frame.Node.Find(name, frame.Position);
        if (at < 0)
        {
            Refuse(_schema!.Kent(name)
                ? $"{Encoding.UTF8.GetString(name)} hoort niet in {{0}}."
                : "In {0} staat een element dat de standaard niet kent.");
            return;
        }

        var child = frame.Node.Children[at];
        if (ns != child.Namespace)
            Meld1($"{child.Element.Naam} staat in de verkeerde namespace. Gebruik die van {(child.Element.Basis ? "het basisschema" : $"de {_schema!.Soort.Naam}")}.");
        var index = frame.Add(at);
        if (at < frame.Position) Meld1($"{child.Element.Naam} staat niet op de goede plaats in {Naam(frame)}: het hoort voor {frame.Node.Children[frame.Position].Element.Naam}.");
        else if (index > child.Element.Max) Meld1($"{child.Element.Naam} komt te vaak voor in {Naam(frame)}: het mag er maar één keer staan.");
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
        if (node.Slot >= 0) Top.Record.Open(node.Slot, offset);
        var record = node.Klasse is { } klasse ? BeginRecord(klasse, offset) : Top.Record;
        (_frames[++_depth] ??= new Frame()).Begin(node, index, record, offset);
        if (!node.IsLeaf) return;
        _waarde.Clear();
        _leafSpoiled = false;
    }

    private Record BeginRecord(Klassemodel klasse, long offset)
    {
        var record = _records[klasse.Id] ??= new Record(klasse);
        record.Begin(offset, _depth < 0 ? null : Top.Record, _header);
        return record;
    }

    private void CloseLeaf()
    {
        var frame = Top;
        if (_leafSpoiled) return;
        var datatype = frame.Node.Type!.Datatype;
        var bytes = _waarde.Bytes;
        var fout = frame.Node.Type.Controleer(ref bytes, out var getal);
        if (_waarde.IsCut) fout = datatype.Patroon?.Soort != PatroonSoort.NietBlanco ? Waardefout.TeLang : _waarde.HasVisible ? Waardefout.Geen : Waardefout.Patroon;
        if (fout != Waardefout.Geen)
        {
            Meld(Waardeuitleg.Regel(datatype, fout), Waardeuitleg.Tekst(Naam(frame), datatype, fout), frame.Offset);
            return;
        }

        if (frame.Node.Slot >= 0) frame.Record.Vul(frame.Node.Slot, bytes, getal);
        else frame.Record.VulHerhaald(bytes);
        _ontvanger?.Waarde(frame.Node, bytes);
    }

    private void CloseParent()
    {
        var frame = Top;
        for (var i = 0; i < frame.Node.Children.Length; i++)
        {
            if (frame.Count(i) == 0 && frame.Node.Children[i].Element.Min > 0) MeldOntbreekt(frame, i);
        }

        // What was skipped is missing or out of order, which will show: rules only see records that are whole.
        if (frame.Node.Klasse is { } klasse && !_hasSkipped && !_bevindingen.HeeftNiveau1)
        {
            if (klasse.Naam == "Header") CloseHeader(frame.Record);
            _regels!.Klasse(frame.Record);
            _ontvanger?.Klasse(frame.Record);
        }

        frame.End();
    }

    private void CloseHeader(Record header)
    {
        _header = header;
        Kop = Kopvelden.Lees(_schema!.Soort, header);
    }

    private void MeldOntbreekt(Frame frame, int child)
    {
        if (!_bevindingen.Tel(1)) return;
        var skip = child < frame.Position ? frame.SkippedAt(child) : default;
        var plaats = skip.Regelnummer > 0 ? (skip.Offset, skip.Regelnummer, skip.Kolom) : Hier();
        var naam = frame.Node.Children[child].Element.Naam;
        var na = child == 0 ? "als eerste" : $"na {frame.Node.Children[child - 1].Element.Naam}";
        _bevindingen.Bewaar(1, Waardeuitleg.ZonderRegel, [.. Pad(), new Padstap(naam)], plaats, $"{naam} ontbreekt in {Naam(frame)}; het hoort daar {na}.");
    }

    /// <summary>Reports an element that doesn't belong, and passes over what is in it.</summary>
    private void Refuse(string text, bool spoilLeaf = false)
    {
        Meld1(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Naam(Top)));
        _leafSpoiled |= spoilLeaf;
        _skipping = 1;
    }

    private void Meld1(string tekst) => Meld(Waardeuitleg.ZonderRegel, tekst, _scanner.TokenOffset);

    private void Meld(string regel, string tekst, long offset)
    {
        if (_bevindingen.Tel(1)) _bevindingen.Bewaar(1, regel, Pad(), Plaats(offset), tekst);
    }

    private (long Offset, int Regelnummer, int Kolom) Hier() => Plaats(_scanner.TokenOffset);

    private (long Offset, int Regelnummer, int Kolom) Plaats(long offset)
    {
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
        for (var i = 0; i <= _depth; i++)
            if (_frames[i].Node.Klasse is not null) _frames[i].Record.Onthoud(_scanner.Window);
        _header?.Onthoud(_scanner.Window);
    }

    private static string Naam(Frame frame) => frame.Node.Element.Naam;
}
