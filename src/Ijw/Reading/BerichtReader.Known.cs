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
/// On this way only elements that are a <see cref="SchemaNode.IsKader"/> have a frame; for all others the record tells whether they came.
/// Where the way ends, the missing frames are made, so that the general way finds everything as it would have left it.
/// </remarks>
internal sealed partial class BerichtReader
{
    private const int MostMisses = 400;

    /// <summary>Values in a row that make the known way worth trying again.</summary>
    private const int ShortestRun = 4;

    /// <summary>A value that is longer than this while its end hasn't come is left to the general way, which looks at each byte once.</summary>
    private const int MostWaiting = 1024;

    /// <summary>With fewer bytes left, the known way waits for more instead of giving way to the general one.</summary>
    private const int MostKept = 512;

    private static readonly SearchValues<byte> Bijzonder =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (byte)value).Except("\t\n"u8.ToArray())]);

    private int _misses;
    private bool _atValue;
    private Wachtplaats? _wachtplaats;

    /// <summary>Where the known way stopped for want of bytes.</summary>
    /// <param name="Halte">The leaf whose value comes next.</param>
    /// <param name="At">Where its value starts, from the first unread byte: that of its start tag.</param>
    /// <param name="Lowest">The lowest depth at which something may have changed since the general way knew.</param>
    private readonly record struct Wachtplaats(Halte Halte, int At, int Lowest);

    /// <inheritdoc/>
    public bool IsWaiting => _wachtplaats is not null;

    /// <inheritdoc/>
    public int ReadKnownStart(ReadOnlySpan<byte> unread)
    {
        if (_misses > MostMisses || ZoekAanloop(unread) is not { } aanloop) return 0;
        _werkruimte = WerkruimteVan(aanloop.Stijl.Schema);
        _stijl = aanloop.Stijl;
        Begin(_werkruimte.Schema.Wortel, index: 1, aanloop.Begin.Opent[0].At);
        _scanner.Open.Push(_stijl.Name(_werkruimte.Schema.Wortel));
        _scanner.Open.Declare(aanloop.Declaraties);
        OpenKnown(aanloop.Begin.Opent.AsSpan(1), 0);
        _atValue = true;
        return Run(aanloop.Begin.Volgende!, aanloop.Begin.VolgendeAt, unread, aanloop.Begin.Bytes.Length, lowest: 0, mayWait: false);
    }

    /// <inheritdoc/>
    public int ReadKnown(ReadOnlySpan<byte> unread, bool mayWait)
    {
        if (_wachtplaats is { } plaats)
        {
            _wachtplaats = null;
            return Run(plaats.Halte, _scanner.Window.Offset, unread, plaats.At, plaats.Lowest, mayWait);
        }

        if (!_atValue || _stijl is not { } stijl || _misses > MostMisses) return 0;
        if (_hasSkipped || _bevindingen.HeeftNiveau1 || !_scanner.Open.IsUniform) return 0;
        var halte = stijl.Halte(Top.Node);
        var offset = Top.Offset;
        var depth = _depth;
        while (!Top.Node.IsKader) _depth--;
        var read = Run(halte, offset, unread, 0, _depth, mayWait);
        if (read == 0) _depth = depth;
        return read;
    }

    /// <summary>Reads values as long as all is known; gives where the next one starts.</summary>
    /// <param name="halte">The leaf whose value starts at <paramref name="at"/>.</param>
    /// <param name="leafOffset">Offset in the bericht of its start tag.</param>
    /// <param name="unread">What is not read yet.</param>
    /// <param name="at">Where the first value starts.</param>
    /// <param name="lowest">The lowest depth at which something may have changed.</param>
    /// <param name="mayWait">It may stop at a value that is not complete.</param>
    private int Run(Halte? halte, long leafOffset, ReadOnlySpan<byte> unread, int at, int lowest, bool mayWait)
    {
        var begin = _scanner.Window.Offset;
        var values = 0;
        var record = Top.Record;
        ref var bytes = ref MemoryMarshal.GetReference(unread);
        while (halte is not null)
        {
            Vooruit.Haal(ref Unsafe.Add(ref bytes, at));
            var length = halte.Type.LeesGewoon(ref Unsafe.Add(ref bytes, at), unread.Length - at, out var getal);
            var isPlain = length >= 0;
            if (!isPlain) length = TryReadResolved(halte, unread[at..]);
            if (length < 0 || halte.Zoek(ref Unsafe.Add(ref bytes, at + length), unread.Length - at - length) is not { } lijm) break;
            if (isPlain && halte.Slot >= 0) record.VulUitWindow(halte.Slot, leafOffset, begin + at, length, getal);
            else FillCopy(record, halte.Slot, leafOffset, isPlain ? unread.Slice(at, length) : _waarde.Bytes);
            values++;
            at += length;
            if (lijm.VerlaatKader)
            {
                CloseKnown(lijm.Sluit);
                if (_depth < lowest) lowest = _depth;
                OpenKnown(lijm.Opent, begin + at);
                if (_depth >= 0) record = Top.Record;
            }
            else
            {
                foreach (var opening in lijm.Opent) record.Open(opening.Node.Slot, begin + at + opening.At);
            }

            leafOffset = begin + at + lijm.VolgendeAt;
            at += lijm.Bytes.Length;
            halte = lijm.Volgende;
        }

        _waarde.Clear();
        // Until the Header has closed nothing waits, so that it is known as soon as it has come.
        if (mayWait && halte is not null && unread.Length - at < MostKept && leafOffset >= begin && _header is not null)
        {
            _wachtplaats = new Wachtplaats(halte, (int)(begin + at - leafOffset), lowest);
            return (int)(leafOffset - begin);
        }

        // The end of the window and the odd new turn end a run too; only a way that leads nowhere is to be left.
        if (values < ShortestRun && halte is not null)
        {
            _misses++;
            if (unread.Length - at > MostWaiting && !unread[at..].Contains((byte)'<')) _atValue = false;
        }

        if (at > 0) LeaveKnown(halte?.Node, leafOffset, lowest);
        return at;
    }

    /// <summary>Reads a text with references, tabs or line feeds in it; gives its length as written, or -1 when it is to be read in full.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TryReadResolved(Halte halte, ReadOnlySpan<byte> rest)
    {
        var length = halte.Type.IsTekst ? rest.IndexOf((byte)'<') : -1;
        if (length < 0) return -1;
        _waarde.Clear();
        if (TryResolve(rest[..length]) && !_waarde.IsCut)
        {
            var value = _waarde.Bytes;
            if (halte.Type.Controleer(ref value, out _) == Waardefout.Geen) return length;
        }

        _waarde.Clear();
        return -1;
    }

    /// <summary>Resolves the references; false when there is something else that needs more than that.</summary>
    private bool TryResolve(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAny(Bijzonder) || text.IndexOf("]]>"u8) >= 0 || !InputWindow.IsGood(text)) return false;
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var at = text.IndexOf((byte)'&');
            _waarde.Add(at < 0 ? text : text[..at]);
            if (at < 0) break;
            if (References.Read(text[at..], out var used) is not { } rune) return false;
            _waarde.Add(utf8[..rune.EncodeToUtf8(utf8)]);
            text = text[(at + used)..];
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillCopy(Record record, int slot, long offset, ReadOnlySpan<byte> value)
    {
        if (slot < 0)
        {
            record.VulHerhaald(value);
            return;
        }

        record.Open(slot, offset);
        record.Vul(slot, value, value.Length, getal: 0);
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
            if (!node.IsKader && node.Slot >= 0)
            {
                frame.Record.Open(node.Slot, offset + opening.At);
                continue;
            }

            frame.Position = node.Index;
            var index = frame.Add(node.Index);
            if (node.IsKader) Begin(node, index, offset + opening.At);
        }
    }

    /// <summary>Makes the frames and the names that the known way did without, up to the leaf whose value comes next.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveKnown(SchemaNode? leaf, long leafOffset, int lowest)
    {
        _atValue &= leaf is not null;
        var open = _scanner.Open;
        while (open.Depth > lowest + 1) open.Pop();
        if (leaf is null) return;
        for (var i = Math.Max(lowest, 0); i <= _depth; i++) _frames[i].Herstel();
        Reopen(leaf, leafOffset);
        for (var i = lowest + 1; i <= _depth; i++) open.Push(_stijl!.Name(_frames[i].Node));
    }

    private void Reopen(SchemaNode node, long offset)
    {
        var parent = node.Parent!;
        if (!parent.IsKader) Reopen(parent, Top.Record.OffsetVan(parent.Slot));
        var around = Top;
        if (node.IsLeaf && node.Slot >= 0) around.Record.Open(node.Slot, offset);
        around.Herstel();
        var frame = _frames[++_depth] ??= new Frame();
        if (node.IsLeaf) frame.BeginLeaf(node, Math.Max(around.Count(node.Index), 1), around.Record, offset);
        else frame.Begin(node, 1, around.Record, offset);
    }
}
