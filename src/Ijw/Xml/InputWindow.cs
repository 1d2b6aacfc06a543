using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Ijw.Xml;

/// <summary>The bytes that have come in and are not read yet.</summary>
/// <remarks>
/// They stand in memory of the sender while it lends that, and in memory of its own for the rest. The size bounds the longest tag; text,
/// comments and the like are read in pieces, so a bericht of any size passes through it.
/// </remarks>
internal sealed unsafe class InputWindow
{
    /// <summary>Bytes in the window, and so the longest tag.</summary>
    public const int Size = 64 * 1024;

    /// <summary>
    /// A few characters outside ASCII are looked at one by one; more of them all together, which costs the same whatever they are.
    /// </summary>
    private const int MostSingle = 32;

    private static readonly SearchValues<byte> Forbidden = SearchValues.Create([
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        0x0B,
        0x0C,
        .. Enumerable.Range(0x0E, 0x12).Select(value => (byte)value),
    ]);

    private static readonly SearchValues<byte> PlainAscii = SearchValues.Create([
        0x09,
        0x0A,
        0x0D,
        .. Enumerable.Range(0x20, 0x60).Select(value => (byte)value),
    ]);

    // Pinned, so that its address is as good as that of what is lent.
    private readonly byte[] _own = GC.AllocateArray<byte>(Size, pinned: true);
    private byte* _bytes;
    private int _start;
    private int _checked;
    private int _end;
    private int _highest;
    private int _line = 1;
    private int _column = 1;
    private int _positionAt;
    private int _firstLine = 1;
    private int _firstColumn = 1;

    public InputWindow() => _bytes = OwnBytes;

    /// <summary>Offset in the bericht of the first byte that is not read yet.</summary>
    public long Offset { get; private set; }

    /// <summary>What is not read yet, well-encoded or not.</summary>
    public ReadOnlySpan<byte> Raw => Between(_start, _end);

    /// <summary>What is not read yet and was found to be well-encoded by <see cref="Check"/>.</summary>
    public ReadOnlySpan<byte> Unread => Between(_start, _checked);

    /// <summary>Called before read bytes leave the window: the last moment to ask for their positions.</summary>
    public Action? Compacting { get; set; }

    /// <summary>Offset in the bericht of the first byte that is still in the window, read or not.</summary>
    public long FirstOffset => Offset - _start;

    /// <summary>True when no byte can be added before some are read.</summary>
    public bool IsFull => _end - _start == Size;

    /// <summary>True when bytes stand behind <see cref="Unread"/> that XML does not allow.</summary>
    public bool IsBad { get; private set; }

    /// <summary>True when the bytes end in the middle of a character.</summary>
    public bool EndsInCharacter => _end > _checked;

    private byte* OwnBytes => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_own));

    /// <summary>Starts on a new bericht; nothing of the last one stays behind.</summary>
    public void Reset()
    {
        Array.Clear(_own, 0, _highest);
        _bytes = OwnBytes;
        _start = _checked = _end = _highest = _positionAt = 0;
        _line = _column = _firstLine = _firstColumn = 1;
        Offset = 0;
        IsBad = false;
    }

    /// <summary>The bytes from an offset in the bericht, which are still in the window.</summary>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        var at = offset - FirstOffset;
        // What lies outside is memory of someone else.
        if (at < 0 || length < 0 || at + length > _end)
        {
            throw new ArgumentOutOfRangeException(nameof(offset));
        }
        return new ReadOnlySpan<byte>(_bytes + at, length);
    }

    /// <summary>Takes as many of <paramref name="bytes"/> as fit; gives how many. Moves what is unread to the front when it must.</summary>
    public int Append(ReadOnlySpan<byte> bytes)
    {
        if (_end == Size && _start > 0)
        {
            MoveTo(OwnBytes);
        }
        var taken = Math.Min(bytes.Length, Size - _end);
        bytes[..taken].CopyTo(_own.AsSpan(_end));
        _end += taken;
        _highest = Math.Max(_highest, _end);
        return taken;
    }

    /// <summary>Reads on in memory of someone else, until <see cref="TakeBack"/>; everything that was there before has been read.</summary>
    /// <param name="bytes">The memory, which stays where it is.</param>
    /// <param name="length">At most <see cref="Size"/>.</param>
    public void Lend(byte* bytes, int length)
    {
        MoveTo(bytes);
        _end = length;
    }

    /// <summary>Moves what is unread to memory of its own.</summary>
    public void TakeBack()
    {
        MoveTo(OwnBytes);
        _highest = Math.Max(_highest, _end);
    }

    /// <summary>Forgets what is unread; it will come again.</summary>
    public void Drop() => _end = _checked = _start;

    /// <summary>Looks how far what is unread is well-encoded.</summary>
    public void Check()
    {
        if (IsBad)
        {
            return;
        }
        for (var odd = 0; ; odd++)
        {
            var plain = Between(_checked, _end).IndexOfAnyExcept(PlainAscii);
            _checked = plain < 0 ? _end : _checked + plain;
            if (plain < 0)
            {
                return;
            }
            if (odd == MostSingle)
            {
                break;
            }
            if (!PassCharacter())
            {
                return;
            }
        }

        var fresh = Between(_checked, _end);
        var complete = fresh.Length - IncompleteTail(fresh);
        var good = GoodPrefix(fresh[..complete]);
        _checked += good;
        IsBad = good < complete;
    }

    /// <summary>Marks the first <paramref name="count"/> unread bytes as read.</summary>
    public void Advance(int count)
    {
        _start += count;
        Offset += count;
        // Who reads raw bytes has looked at each.
        _checked = Math.Max(_checked, _start);
    }

    /// <summary>Passes over the byte order mark, the first character; it takes no column.</summary>
    public void SkipByteOrderMark(int length)
    {
        Advance(length);
        _firstColumn = _column = 0;
    }

    /// <summary>
    /// Line and column (1-based; UTF-16 code units) of the unread byte at <paramref name="index"/>, which may be negative within the
    /// window.
    /// </summary>
    public (int Line, int Column) PositionOf(int index)
    {
        var at = _start + index;
        if (at >= _positionAt)
        {
            (_line, _column) = Count(Between(_positionAt, at), _line, _column);
            _positionAt = at;
            return (_line, _column);
        }

        return Count(Between(0, at), _firstLine, _firstColumn);
    }

    private void MoveTo(byte* place)
    {
        Compacting?.Invoke();
        (_firstLine, _firstColumn) = PositionOf(0);
        Raw.CopyTo(new Span<byte>(place, _end - _start));
        _bytes = place;
        _checked -= _start;
        _end -= _start;
        _start = 0;
        _positionAt = 0;
        (_line, _column) = (_firstLine, _firstColumn);
    }

    private ReadOnlySpan<byte> Between(int start, int end) => new(_bytes + start, end - start);

    private static (int Line, int Column) Count(ReadOnlySpan<byte> bytes, int line, int column)
    {
        var lastBreak = bytes.LastIndexOf((byte)'\n');
        if (lastBreak >= 0)
        {
            line += bytes[..lastBreak].Count((byte)'\n') + 1;
            column = 1;
            bytes = bytes[(lastBreak + 1)..];
        }

        return (line, column + Encoding.UTF8.GetCharCount(bytes));
    }

    /// <summary>Passes one character outside ASCII; false when it isn't complete, or not allowed.</summary>
    private bool PassCharacter()
    {
        var fresh = Between(_checked, _end);
        var status = Rune.DecodeFromUtf8(fresh, out var rune, out var length);
        IsBad =
            status == OperationStatus.InvalidData || (status == OperationStatus.Done && (rune.IsAscii || rune.Value is 0xFFFE or 0xFFFF));
        if (status != OperationStatus.Done || IsBad)
        {
            return false;
        }
        _checked += length;
        return true;
    }

    /// <summary>How many bytes at the end start a character that is not complete: 0 to 3.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
            {
                return 0;
            }
            if (value < 0xC0)
            {
                continue;
            }
            var length =
                value >= 0xF0 ? 4
                : value >= 0xE0 ? 3
                : 2;
            return back < length ? back : 0;
        }

        return 0;
    }

    /// <summary>True when text without control characters is well-encoded, and holds characters that XML allows.</summary>
    public static bool IsGood(ReadOnlySpan<byte> text) => Utf8.IsValid(text) && FirstNonCharacter(text) < 0;

    private static int GoodPrefix(ReadOnlySpan<byte> bytes)
    {
        var control = bytes.IndexOfAny(Forbidden);
        var good = control < 0 ? bytes : bytes[..control];
        if (!Utf8.IsValid(good))
        {
            return FirstInvalid(good);
        }
        var nonCharacter = FirstNonCharacter(good);
        return nonCharacter < 0 ? good.Length : nonCharacter;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }
        return at;
    }

    /// <summary>U+FFFE and U+FFFF are well-formed UTF-8 but no XML characters.</summary>
    private static int FirstNonCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; ; )
        {
            var at = bytes[from..].IndexOf((byte)0xEF);
            if (at < 0)
            {
                return -1;
            }
            at += from;
            if (bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE)
            {
                return at;
            }
            from = at + 3;
        }
    }
}
