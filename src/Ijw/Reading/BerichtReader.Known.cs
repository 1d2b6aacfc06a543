using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ijw.Reading.KnownWay;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>The known way: going from value to value without reading the tags between them again (D5).</summary>
/// <remarks>
/// On this way only elements that are a <see cref="SchemaNode.IsFrame"/> have a frame; for all others the record tells whether they came.
/// Where the way ends, the missing frames are made, so that the general way finds everything as it would have left it.
/// </remarks>
internal sealed partial class BerichtReader
{
    private const int MostMisses = 400;

    /// <summary>Values in a row that make the known way worth trying again.</summary>
    private const int ShortestRun = 4;

    /// <summary>
    /// A value that is longer than this while its end hasn't come is left to the general way, which looks at each byte once.
    /// </summary>
    private const int MostWaiting = 1024;

    /// <summary>With fewer bytes left, the known way waits for more instead of giving way to the general one.</summary>
    private const int MostKept = 512;

    private static readonly SearchValues<byte> Special = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(value => (byte)value).Except("\t\n"u8.ToArray()),
    ]);

    private int _misses;
    private bool _atValue;
    private WaitingRoom? _waitingRoom;

    /// <summary>Where the known way stopped for want of bytes.</summary>
    /// <param name="Waypoint">The leaf whose value comes next.</param>
    /// <param name="At">Where its value starts, from the first unread byte: that of its start tag.</param>
    /// <param name="Lowest">The lowest depth at which something may have changed since the general way knew.</param>
    private readonly record struct WaitingRoom(Waypoint Waypoint, int At, int Lowest);

    /// <inheritdoc/>
    public bool IsWaiting => _waitingRoom is not null;

    /// <inheritdoc/>
    public int ReadKnownStart(ReadOnlySpan<byte> unread)
    {
        if (_misses > MostMisses || FindKnownStart(unread) is not { } knownStart)
        {
            return 0;
        }
        _workspace = WorkspaceOf(knownStart.Style.Schema);
        _style = knownStart.Style;
        Begin(_workspace.Schema.Root, index: 1, knownStart.Begin.Opens[0].At);
        _scanner.Open.Push(_style.Name(_workspace.Schema.Root));
        _scanner.Open.Declare(knownStart.NamespaceDeclarations);
        OpenKnown(knownStart.Begin.Opens.AsSpan(1), 0);
        _atValue = true;
        return Run(knownStart.Begin.Next!, knownStart.Begin.NextAt, unread, knownStart.Begin.Bytes.Length, lowest: 0, mayWait: false);
    }

    /// <inheritdoc/>
    public int ReadKnown(ReadOnlySpan<byte> unread, bool mayWait)
    {
        if (_waitingRoom is { } place)
        {
            _waitingRoom = null;
            return Run(place.Waypoint, _scanner.Window.Offset, unread, place.At, place.Lowest, mayWait);
        }

        if (!_atValue || _style is not { } style || _misses > MostMisses)
        {
            return 0;
        }
        if (_hasSkipped || _bevindingen.HasLevel1 || !_scanner.Open.IsUniform)
        {
            return 0;
        }
        var waypoint = style.Waypoint(Top.Node);
        var offset = Top.Offset;
        var depth = _depth;
        while (!Top.Node.IsFrame)
        {
            _depth--;
        }
        var read = Run(waypoint, offset, unread, 0, _depth, mayWait);
        if (read == 0)
        {
            _depth = depth;
        }
        return read;
    }

    /// <summary>Reads values as long as all is known; gives where the next one starts.</summary>
    /// <param name="waypoint">The leaf whose value starts at <paramref name="at"/>.</param>
    /// <param name="leafOffset">Offset in the bericht of its start tag.</param>
    /// <param name="unread">What is not read yet.</param>
    /// <param name="at">Where the first value starts.</param>
    /// <param name="lowest">The lowest depth at which something may have changed.</param>
    /// <param name="mayWait">It may stop at a value that is not complete.</param>
    private int Run(Waypoint? waypoint, long leafOffset, ReadOnlySpan<byte> unread, int at, int lowest, bool mayWait)
    {
        var begin = _scanner.Window.Offset;
        var values = 0;
        var record = Top.Record;
        ref var bytes = ref MemoryMarshal.GetReference(unread);
        while (waypoint is not null)
        {
            Prefetch.Fetch(ref Unsafe.Add(ref bytes, at));
            var length = waypoint.Type.ReadPlain(ref Unsafe.Add(ref bytes, at), unread.Length - at, out var number);
            var isPlain = length >= 0;
            if (!isPlain)
            {
                length = TryReadResolved(waypoint, unread[at..]);
            }
            if (length < 0 || waypoint.Find(ref Unsafe.Add(ref bytes, at + length), unread.Length - at - length) is not { } glue)
            {
                break;
            }
            if (isPlain && waypoint.Slot >= 0)
            {
                record.FillFromWindow(waypoint.Slot, leafOffset, begin + at, length, number);
            }
            else
            {
                FillCopy(record, waypoint.Slot, leafOffset, isPlain ? unread.Slice(at, length) : _value.Bytes);
            }
            values++;
            at += length;
            if (glue.LeaveFrame)
            {
                CloseKnown(glue.Close);
                if (_depth < lowest)
                {
                    lowest = _depth;
                }
                OpenKnown(glue.Opens, begin + at);
                if (_depth >= 0)
                {
                    record = Top.Record;
                }
            }
            else
            {
                foreach (var opening in glue.Opens)
                {
                    record.Open(opening.Node.Slot, begin + at + opening.At);
                }
            }

            leafOffset = begin + at + glue.NextAt;
            at += glue.Bytes.Length;
            waypoint = glue.Next;
        }

        _value.Clear();
        // Until the Header has closed nothing waits, so that it is known as soon as it has come.
        if (mayWait && waypoint is not null && unread.Length - at < MostKept && leafOffset >= begin && _header is not null)
        {
            _waitingRoom = new WaitingRoom(waypoint, (int)(begin + at - leafOffset), lowest);
            return (int)(leafOffset - begin);
        }

        // The end of the window and the odd new turn end a run too; only a way that leads nowhere is to be left.
        if (values < ShortestRun && waypoint is not null)
        {
            _misses++;
            if (unread.Length - at > MostWaiting && !unread[at..].Contains((byte)'<'))
            {
                _atValue = false;
            }
        }

        if (at > 0)
        {
            LeaveKnown(waypoint?.Node, leafOffset, lowest);
        }
        return at;
    }

    /// <summary>
    /// Reads a text with references, tabs or line feeds in it; gives its length as written, or -1 when it is to be read in full.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TryReadResolved(Waypoint waypoint, ReadOnlySpan<byte> rest)
    {
        var length = waypoint.Type.IsText ? rest.IndexOf((byte)'<') : -1;
        if (length < 0)
        {
            return -1;
        }
        _value.Clear();
        if (TryResolve(rest[..length]) && !_value.IsCut)
        {
            var value = _value.Bytes;
            if (waypoint.Type.Check(ref value, out _) == ValueFault.No)
            {
                return length;
            }
        }

        _value.Clear();
        return -1;
    }

    /// <summary>Resolves the references; false when there is something else that needs more than that.</summary>
    private bool TryResolve(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAny(Special) || text.IndexOf("]]>"u8) >= 0 || !InputWindow.IsGood(text))
        {
            return false;
        }
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var at = text.IndexOf((byte)'&');
            _value.Add(at < 0 ? text : text[..at]);
            if (at < 0)
            {
                break;
            }
            if (References.Read(text[at..], out var used) is not { } rune)
            {
                return false;
            }
            _value.Add(utf8[..rune.EncodeToUtf8(utf8)]);
            text = text[(at + used)..];
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillCopy(Record record, int slot, long offset, ReadOnlySpan<byte> value)
    {
        if (slot < 0)
        {
            record.FillRepeated(value);
            return;
        }

        record.Open(slot, offset);
        record.Fill(slot, value, value.Length, number: 0);
    }

    /// <summary>Closes what closes after the leaf; nothing can be missing in it, since it wasn't the first time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseKnown(int closes)
    {
        for (; closes > 0; closes--)
        {
            CloseKlasse(Top);
            Top.End();
            _depth--;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OpenKnown(ReadOnlySpan<Opening> opens, long offset)
    {
        foreach (ref readonly var opening in opens)
        {
            var node = opening.Node;
            var frame = Top;
            if (!node.IsFrame && node.Slot >= 0)
            {
                frame.Record.Open(node.Slot, offset + opening.At);
                continue;
            }

            frame.Position = node.Index;
            var index = frame.Add(node.Index);
            if (node.IsFrame)
            {
                Begin(node, index, offset + opening.At);
            }
        }
    }

    /// <summary>Makes the frames and the names that the known way did without, up to the leaf whose value comes next.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveKnown(SchemaNode? leaf, long leafOffset, int lowest)
    {
        _atValue &= leaf is not null;
        var open = _scanner.Open;
        while (open.Depth > lowest + 1)
        {
            open.Pop();
        }
        if (leaf is null)
        {
            return;
        }
        for (var i = Math.Max(lowest, 0); i <= _depth; i++)
        {
            _frames[i].Recover();
        }
        Reopen(leaf, leafOffset);
        for (var i = lowest + 1; i <= _depth; i++)
        {
            open.Push(_style!.Name(_frames[i].Node));
        }
    }

    private void Reopen(SchemaNode node, long offset)
    {
        var parent = node.Parent!;
        if (!parent.IsFrame)
        {
            Reopen(parent, Top.Record.OffsetOf(parent.Slot));
        }
        var around = Top;
        if (node.IsLeaf && node.Slot >= 0)
        {
            around.Record.Open(node.Slot, offset);
        }
        around.Recover();
        var frame = _frames[++_depth] ??= new Frame();
        if (node.IsLeaf)
        {
            frame.BeginLeaf(node, Math.Max(around.Count(node.Index), 1), around.Record, offset);
        }
        else
        {
            frame.Begin(node, 1, around.Record, offset);
        }
    }
}
