using Ijw.Reading.Schemas;

namespace Ijw.Reading;

/// <summary>An open element of the model: how far its children have come.</summary>
internal sealed class Frame
{
    private readonly int[] _counts = new int[32];
    private readonly Skip[] _skipped = new Skip[32];
    private readonly Counter?[] _counters = new Counter?[32];
    private bool _hasCounters;

    /// <summary>Where a mandatory child should have stood: at the first sibling that came instead.</summary>
    public readonly record struct Skip(long Offset, int LineNumber, int Column);

    /// <summary>The node; its children have at most 32 places.</summary>
    public SchemaNode Node { get; private set; } = null!;

    /// <summary>Its 1-based place among siblings of the same name.</summary>
    public int Index { get; private set; }

    /// <summary>The place among the children that the last one in order had.</summary>
    public int Position { get; set; }

    /// <summary>The record that its fields belong to.</summary>
    public Record Record { get; private set; } = null!;

    /// <summary>Offset of its start tag.</summary>
    public long Offset { get; private set; }

    /// <summary>Starts reading an element.</summary>
    public void Begin(SchemaNode node, int index, Record record, long offset)
    {
        BeginLeaf(node, index, record, offset);
        Position = 0;
        Array.Clear(_counts, 0, node.Children.Length);
        _hasCounters = false;
    }

    /// <summary>Starts reading an element that holds a value.</summary>
    public void BeginLeaf(SchemaNode node, int index, Record record, long offset)
    {
        // Comparing is cheaper than a store that the garbage collector must hear of.
        if (!ReferenceEquals(Node, node))
        {
            Node = node;
        }
        if (!ReferenceEquals(Record, record))
        {
            Record = record;
        }
        Index = index;
        Offset = offset;
    }

    /// <summary>How many children came at this place.</summary>
    public int Count(int child) => _counts[child];

    /// <summary>Counts one more child; gives its 1-based place among its like.</summary>
    public int Add(int child) => ++_counts[child];

    /// <summary>
    /// Works out from the record which of its fields have come, after a stretch of the known way that only told the record.
    /// </summary>
    public void Recover()
    {
        foreach (var child in Node.Children)
        {
            if (child.Slot < 0)
            {
                continue;
            }
            var isThere = Record.Has(child.Slot);
            _counts[child.Index] = isThere ? 1 : 0;
            if (isThere && child.Index > Position)
            {
                Position = child.Index;
            }
        }
    }

    /// <summary>Notes where a mandatory child was missed.</summary>
    public void NoteSkipped(int child, Skip skip) => _skipped[child] = skip;

    /// <summary>Where a mandatory child was missed; default when only the close of the parent showed it.</summary>
    public Skip SkippedAt(int child) => _skipped[child];

    /// <summary>The counter that the paths of findings under this child share.</summary>
    public Counter CounterOf(int child)
    {
        if (!_hasCounters)
        {
            Array.Clear(_counters);
        }
        _hasCounters = true;
        return _counters[child] ??= new Counter { Count = _counts[child] };
    }

    /// <summary>Says how many children there turned out to be.</summary>
    public void End()
    {
        if (!_hasCounters || Node.IsLeaf)
        {
            return;
        }
        for (var child = 0; child < Node.Children.Length; child++)
        {
            if (_counters[child] is { } counter)
            {
                counter.Count = _counts[child];
            }
        }
    }
}
