using System.Diagnostics.CodeAnalysis;

namespace Ijw.Reading;

/// <summary>The known way: learning what stands between values, and going along it without reading the tags again (D5).</summary>
internal sealed partial class BerichtReader
{
    private const int MostMisses = 400;

    /// <summary>Values in a row that make the known way worth trying again.</summary>
    private const int ShortestRun = 4;

    /// <summary>A value that is longer than this while its end hasn't come is left to the general way, which looks at each byte once.</summary>
    private const int MostWaiting = 1024;

    private readonly List<Stijl.Opening> _learnedOpens = [];
    private Stijl? _stijl;
    private SchemaNode? _learnFrom;
    private long _learnOffset;
    private int _learnCloses;
    private int _misses;
    private bool _atValue;

    /// <inheritdoc/>
    public int ReadKnown(ReadOnlySpan<byte> unread)
    {
        if (!_atValue || _stijl is not { } stijl || _misses > MostMisses) return 0;
        if (_hasSkipped || _bevindingen.HeeftNiveau1 || !_scanner.Open.IsUniform) return 0;
        var start = _scanner.Window.Offset;
        var lowest = _depth;
        var at = 0;
        var values = 0;
        for (; ; values++)
        {
            var frame = Top;
            var node = frame.Node;
            var rest = unread[at..];
            if (!TryKnown(stijl, node, rest, out var length, out var getal, out var lijm)) break;
            if (node.Slot >= 0) frame.Record.VulUitWindow(node.Slot, start + at, length, getal);
            else frame.Record.VulHerhaald(rest[..length]);
            _ontvanger?.Waarde(node, rest[..length]);
            CloseKnown(lijm.Closes);
            if (_depth < lowest) lowest = _depth;
            OpenKnown(lijm.Opens, start + at + length);
            at += length + lijm.Bytes.Length;
        }

        // The end of the window and the odd new turn end a run too; only a way that leads nowhere is to be left.
        if (values < ShortestRun) _misses++;
        if (at > 0) CatchUp(stijl, lowest);
        return at;
    }

    /// <summary>Recognises a plain value with known glue behind it.</summary>
    private bool TryKnown(Stijl stijl, SchemaNode node, ReadOnlySpan<byte> rest, out int length, out long getal, [NotNullWhen(true)] out Stijl.Lijm? lijm)
    {
        var repeat = stijl.Repeat(node);
        if (repeat is not null && repeat.Is(rest))
        {
            (length, getal, lijm) = (repeat.Length, repeat.Getal, repeat.Lijm!);
            return true;
        }

        lijm = null;
        getal = 0;
        length = stijl.ValueLength(node, rest);
        if (length < 0)
        {
            if (rest.Length > MostWaiting) _atValue = false;
            return false;
        }

        if (!node.Type!.IsGewoonGoed(rest[..length], out getal))
        {
            var real = rest.IndexOf((byte)'<');
            if (real == length || !node.Type.IsGewoonGoed(rest[..real], out getal)) return false;
            length = real;
        }

        lijm = stijl.Find(node, rest[length..]);
        if (lijm is not null) repeat?.Set(rest[..(length + lijm.Bytes.Length)], length, getal, lijm);
        return lijm is not null;
    }

    /// <summary>Closes the leaf and what closes after it; nothing can be missing in it, since it wasn't the first time.</summary>
    private void CloseKnown(int closes)
    {
        _depth--;
        for (; closes > 0; closes--)
        {
            CloseKlasse(Top);
            Top.End();
            _depth--;
        }
    }

    private void OpenKnown(Stijl.Opening[] opens, long offset)
    {
        foreach (var opening in opens)
        {
            var frame = Top;
            var index = opening.Node.Index;
            frame.Position = index;
            Begin(opening.Node, frame.Add(index), offset + opening.At);
        }
    }

    /// <summary>Tells the scanner which elements are open now: those up to the lowest depth stayed, the others are new.</summary>
    private void CatchUp(Stijl stijl, int lowest)
    {
        while (_scanner.Open.Depth > lowest + 1) _scanner.Open.Pop();
        for (var i = lowest + 1; i <= _depth; i++) _scanner.Open.Push(stijl.Name(_frames[i].Node));
    }

    /// <summary>Starts on the style of this sender.</summary>
    private void StartWay()
    {
        var rootTag = _scanner.Window.Slice(_scanner.TokenOffset, _scanner.TokenLength);
        _stijl = _werkruimte!.Stijl(rootTag);
        _learnFrom = null;
        if (_misses != int.MaxValue) _misses = 0;
    }

    /// <summary>What comes between here and the next value isn't worth remembering.</summary>
    private void ForgetWay()
    {
        _learnFrom = null;
        _atValue = false;
    }

    /// <summary>A value was read in full; from its end tag on there is glue to learn.</summary>
    private void LearnFrom(SchemaNode leaf)
    {
        _learnFrom = _scanner.IsEndTag && !_bevindingen.HeeftNiveau1 && !_hasSkipped ? leaf : null;
        _learnOffset = _scanner.TokenOffset;
        _learnCloses = 0;
        _learnedOpens.Clear();
    }

    private void LearnClosing()
    {
        if (_learnedOpens.Count > 0 || !_scanner.IsEndTag) _learnFrom = null;
        _learnCloses++;
    }

    private void LearnOpening(SchemaNode node, long offset)
    {
        // A sender who writes one name in two ways would need the end tag to be compared with its own start tag.
        if (_stijl is { } stijl && !stijl.HasOneName(node, _scanner.Name)) _stijl = null;
        if (_scanner.HasAttributes) _learnFrom = null;
        if (_learnFrom is null) return;
        _learnedOpens.Add(new Stijl.Opening(node, (int)(offset - _learnOffset)));
        if (!node.IsLeaf) return;
        var end = offset + _scanner.TokenLength;
        var fits = _learnOffset >= _scanner.Window.FirstOffset && !_scanner.IsEmptyTag && _scanner.Open.IsUniform;
        if (fits && _stijl is not null && !_hasSkipped && !_bevindingen.HeeftNiveau1)
            _stijl.Learn(_learnFrom, _scanner.Window.Slice(_learnOffset, (int)(end - _learnOffset)), _learnCloses, _learnedOpens);

        _learnFrom = null;
    }
}
