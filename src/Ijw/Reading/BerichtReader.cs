using Ijw.Findings;
using Ijw.Model;
using Ijw.Model.Datatypes;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>
/// Holds what an <see cref="XmlScanner"/> reads against the model (level 1) and shows each class that closes to who follows.
/// </summary>
/// <remarks>
/// Generic over the model: no berichtsoort has code of its own here (D4). After a fault it goes on, so that all findings come up.
/// </remarks>
internal sealed partial class BerichtReader : IXmlHandler
{
    private const string NotXml = "XML";
    private const int MostObservers = 8;

    private readonly Frame[] _frames;
    private readonly ValueBuffer _value = new();
    private readonly XmlScanner _scanner;
    private readonly Workspace?[] _workspaces = new Workspace?[Standard.Berichtsoorten.Count];
    private readonly int _maxBevindingen;
    private readonly IClassObserver[] _observers = new IClassObserver[MostObservers];
    private BevindingList _bevindingen;
    private Workspace? _workspace;
    private Record? _header;
    private int _observing;
    private int _depth = -1;
    private int _skipping;
    private bool _leafSpoiled;
    private bool _hasStray;
    private bool _hasSkipped;

    public BerichtReader(CheckOptions options)
    {
        HasStandardBounds = options.HasStandardBounds;
        _maxBevindingen = options.MaxBevindingen;
        _misses = options.ReadAllFull ? int.MaxValue : 0;
        _bevindingen = new BevindingList(_maxBevindingen);
        _frames = new Frame[options.MaxDepth + 1];
        _scanner = new XmlScanner(this, IjwNamespaces.Table, new XmlBounds(options.MaxBytes, options.MaxDepth));
        _scanner.Window.Compacting = RememberPositions;
    }

    /// <summary>Whether another bericht may be read with it.</summary>
    public bool HasStandardBounds { get; }

    /// <summary>The kind of bericht, once the root element has told.</summary>
    public Schema? Schema => _workspace?.Schema;

    /// <summary>The Header, once it has closed without findings.</summary>
    public BerichtHeader? Header { get; private set; }

    /// <summary>An observer that is kept with the reader, so that what it made ready once serves the next bericht too.</summary>
    public IClassObserver? Resident { get; set; }

    /// <summary>The findings so far.</summary>
    public BevindingList Bevindingen => _bevindingen;

    private Frame Top => _frames[_depth];

    /// <summary>Has an observer follow the bericht that the reader starts on; those that came first are told first.</summary>
    public void Observe(IClassObserver observer)
    {
        _observers[_observing++] = observer;
        _value.KeepsAll |= observer.NeedsLongValues;
    }

    /// <summary>Takes the next bytes, of any number.</summary>
    public void Feed(ReadOnlySpan<byte> bytes) => _scanner.Feed(bytes);

    /// <summary>Says that all bytes have come in; gives whether they are a bericht: level 1 clean.</summary>
    public bool Complete()
    {
        _scanner.Complete();
        return !_bevindingen.HasLevel1;
    }

    /// <summary>Starts on a new bericht, that no one follows yet.</summary>
    public void Reset()
    {
        foreach (var observer in _observers.AsSpan(0, _observing))
        {
            observer.Forget();
        }
        Array.Clear(_observers, 0, _observing);
        _observing = 0;
        _scanner.Reset();
        _value.Erase();
        if (_bevindingen.Count > 0)
        {
            _bevindingen = new BevindingList(_maxBevindingen);
        }
        _workspace?.Reset();
        _workspace = null;
        _style = null;
        _header = null;
        Header = null;
        _depth = -1;
        _skipping = 0;
        _leafSpoiled = _hasSkipped = _hasStray = false;
        if (_misses != int.MaxValue)
        {
            _misses = 0;
        }
        ForgetWay();
        _waitingRoom = null;
        _leaf.Offset = -1;
    }

    /// <inheritdoc/>
    public void StartElement(int ns, ReadOnlySpan<byte> name)
    {
        _atValue = _hasStray = false;
        if (_skipping > 0)
        {
            _skipping++;
        }
        else if (_depth < 0)
        {
            OpenRoot(ns, name);
        }
        else if (Top.Node.IsLeaf)
        {
            Refuse(SchemaFault.ElementInValue, spoilLeaf: true);
        }
        else
        {
            OpenChild(ns, name);
        }
    }

    /// <inheritdoc/>
    public void Attribute(int ns, ReadOnlySpan<byte> name)
    {
        if (_depth != 0)
        {
            ForgetWay();
        }
        if (_skipping > 0)
        {
            return;
        }
        var allowed =
            ns == NamespaceTable.Xsi && (name.SequenceEqual("schemaLocation"u8) || name.SequenceEqual("noNamespaceSchemaLocation"u8));
        if (!allowed)
        {
            Report1(SchemaFault.Attribute, ("{element}", Name(Top)));
        }
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> text)
    {
        _atValue = false;
        if (_skipping > 0 || _depth < 0)
        {
            return;
        }
        if (Top.Node.IsLeaf)
        {
            _value.Add(text);
        }
        else if (!_hasStray && text.IndexOfAnyExcept(XmlNames.WhiteSpace) is >= 0 and var at)
        {
            ReportApart(SchemaFault.StrayText, _scanner.TokenOffset + at);
        }
    }

    /// <inheritdoc/>
    public void Misc() => ForgetWay();

    /// <inheritdoc/>
    public void CData()
    {
        ForgetWay();
        // XML Schema would let white space in CDATA pass; libxml2 refuses it and System.Xml sometimes does, so a receiver may.
        if (_skipping == 0 && _depth >= 0 && !_hasStray && !Top.Node.IsLeaf)
        {
            ReportApart(SchemaFault.StrayCData, _scanner.TokenOffset);
        }
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

        if (_depth < 0)
        {
            return;
        }
        if (Top.Node.IsLeaf)
        {
            CloseLeaf();
        }
        else
        {
            CloseParent();
        }
        _depth--;
    }

    /// <inheritdoc/>
    public void Fatal(XmlFault fault, long limit)
    {
        if (_waitingRoom is { } place)
        {
            LeaveKnown(place.Waypoint.Node, _scanner.Window.Offset, place.Lowest);
        }
        _waitingRoom = null;
        if (_bevindingen.Tally(1))
        {
            _bevindingen.Store(1, NotXml, PathTo(), Here(), XmlText(fault, limit));
        }
        while (_depth >= 0)
        {
            _frames[_depth--].End();
        }
    }

    private void OpenRoot(int ns, ReadOnlySpan<byte> name)
    {
        if (IjwNamespaces.Bericht(ns) is not { } kind || !name.SequenceEqual("Bericht"u8))
        {
            var tag = _scanner.Window.Slice(_scanner.TokenOffset, _scanner.TokenLength);
            if (FileKind.IsHtml(name))
            {
                Report(NotXml, XmlText(XmlFault.Html, 0), _scanner.TokenOffset);
            }
            else
            {
                Report1(RootKind.Of(tag, out var standard), ("{other}", standard));
            }
            _skipping = 1;
            return;
        }

        var schema = Schema.Of(kind);
        _workspace = WorkspaceOf(schema);
        StartWay();
        Push(schema.Root, index: 1);
    }

    private Workspace WorkspaceOf(Schema schema) => _workspaces[schema.Index] ??= new Workspace(schema, _scanner.Window);

    private void OpenChild(int ns, ReadOnlySpan<byte> name)
    {
        var frame = Top;
        var at = frame.Node.Find(name, frame.Position);
        if (at < 0)
        {
            if (_bevindingen.IsFull)
            {
                CountOnly();
            }
            else
            {
                Refuse(_workspace!.Schema.Knows(name) ? SchemaFault.Misplaced : SchemaFault.Unknown, name);
            }
            return;
        }

        var child = frame.Node.Children[at];
        if (ns != child.Namespace)
        {
            var own = child.Element.Basis ? "het basisschema" : KindName(_workspace!.Schema.Kind);
            Report1(SchemaFault.Namespace, ("{element}", child.Element.Name), ("{other}", own));
        }

        var index = frame.Add(at);
        if (at < frame.Position)
        {
            var next = frame.Node.Children[frame.Position].Element.Name;
            Report1(SchemaFault.OutOfPlace, ("{element}", child.Element.Name), ("{parent}", Name(frame)), ("{other}", next));
        }
        else if (index > child.Element.Max)
        {
            Report1(SchemaFault.TooMany, ("{element}", child.Element.Name), ("{parent}", Name(frame)));
        }

        if (at > frame.Position)
        {
            MoveTo(frame, at);
        }
        Push(child, index);
    }

    private void MoveTo(Frame frame, int at)
    {
        for (var missed = frame.Position; missed < at; missed++)
        {
            if (frame.Node.Children[missed].Element.Min == 0 || frame.Count(missed) > 0)
            {
                continue;
            }
            var (offset, lineNumber, column) = Here();
            _hasSkipped = true;
            frame.NoteSkipped(missed, new Frame.Skip(offset, lineNumber, column));
        }

        frame.Position = at;
    }

    private void Push(SchemaNode node, int index)
    {
        var offset = _scanner.TokenOffset;
        Begin(node, index, offset);
        LearnOpening(node, offset);
        if (!node.IsLeaf)
        {
            return;
        }
        _value.Clear();
        _leafSpoiled = false;
        _atValue = !_scanner.IsEmptyTag;
    }

    private void Begin(SchemaNode node, int index, long offset)
    {
        if (node.Slot >= 0)
        {
            Top.Record.Open(node.Slot, offset);
        }
        var record = node.Klasse is { } klasse ? BeginRecord(klasse, index, offset) : Top.Record;
        var frame = _frames[++_depth] ??= new Frame();
        if (node.IsLeaf)
        {
            frame.BeginLeaf(node, index, record, offset);
        }
        else
        {
            frame.Begin(node, index, record, offset);
        }
    }

    private Record BeginRecord(KlasseModel klasse, int index, long offset)
    {
        var record = _workspace!.Record(klasse);
        record.Begin(index, offset, _depth < 0 ? null : Top.Record, _header);
        return record;
    }

    private void CloseLeaf()
    {
        var frame = Top;
        if (_leafSpoiled)
        {
            return;
        }
        var datatype = frame.Node.Type!.Datatype;
        var delivered = _value.Bytes;
        var bytes = delivered;
        var fault = frame.Node.Type.Check(ref bytes, out var number);
        if (_value.IsCut)
        {
            fault =
                datatype.Pattern?.Kind != PatternKind.NotBlank ? ValueFault.TooLong
                : _value.HasVisible ? ValueFault.No
                : ValueFault.Pattern;
        }
        if (fault != ValueFault.No)
        {
            Report(ValueExplanation.Rule(datatype, fault), ValueExplanation.Text(Name(frame), datatype, fault), frame.Offset);
            return;
        }

        if (frame.Node.Slot < 0)
        {
            frame.Record.FillRepeated(bytes);
        }
        else
        {
            frame.Record.Fill(frame.Node.Slot, delivered, bytes.Length, number);
        }
        LearnFrom(frame.Node);
    }

    private void CloseParent()
    {
        var frame = Top;
        LearnClosing();
        for (var i = 0; i < frame.Node.Children.Length; i++)
        {
            if (frame.Count(i) == 0 && frame.Node.Children[i].Element.Min > 0)
            {
                ReportMissing(frame, i);
            }
        }

        if (_depth == 0)
        {
            Learn(_scanner.TokenOffset + _scanner.TokenLength, next: null);
        }

        CloseKlasse(frame);
        frame.End();
    }

    private void CloseKlasse(Frame frame)
    {
        // What was skipped is missing or out of order, which will show: observers only see records that are whole.
        if (frame.Node.Klasse is not { } klasse || _hasSkipped || _bevindingen.HasLevel1)
        {
            return;
        }
        var record = frame.Record;
        if (klasse.IsHeader)
        {
            CloseHeader(record);
        }
        foreach (var observer in _observers.AsSpan(0, _observing))
        {
            observer.Closed(record);
        }
    }

    private void CloseHeader(Record header)
    {
        _header = header;
        Header = _workspace!.HeaderFields(header.Klasse).Read(header);
    }
}
