using System.Text;
using Ijw.Reading.Schemas;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>The values of one class of a bericht, as the rules see them; reused for the next one of the same class.</summary>
/// <remarks>
/// Dates are day numbers (<see cref="DateOnly.DayNumber"/> continued to all years), whole numbers are numbers, texts are as delivered.
/// </remarks>
internal sealed class Record
{
    private const int Least = 256;

    /// <summary>A larger array for copies isn't kept for the next bericht.</summary>
    private const int MostKept = 256 * 1024;

    private readonly Value[] _values;
    private readonly (int LineNumber, int Column)[] _positions;
    private readonly InputWindow _window;
    private byte[] _bytes = new byte[Least];
    private readonly List<Range> _repeated = [];
    private ulong _present;
    private ulong _placed;
    private int _end;
    private int _highest;
    private bool _isUsed;

    public Record(KlasseModel klasse, InputWindow window)
    {
        _window = window;
        Klasse = klasse;
        _values = new Value[klasse.Fields.Count];
        _positions = new (int, int)[klasse.Fields.Count];
    }

    private struct Value
    {
        /// <summary>
        /// An offset in the bericht while the bytes are in the window; the complement of a place in <see cref="_bytes"/> when they were
        /// copied.
        /// </summary>
        public long Begin;
        public long Number;

        /// <summary>Offset in the bericht of the start tag.</summary>
        public long Offset;
        public int Length;

        /// <summary>White space around the value as delivered, that its datatype ignores; only a value that was copied has it.</summary>
        public ushort Before;
        public ushort After;
    }

    /// <summary>The class.</summary>
    public KlasseModel Klasse { get; }

    /// <summary>The record of the class around it; still open, so it holds what came before its inner classes. Null for the root.</summary>
    public Record? Parent { get; private set; }

    /// <summary>The Header of the bericht; null within the Header itself.</summary>
    public Record? Header { get; private set; }

    /// <summary>Its 1-based place among its siblings of the same class.</summary>
    public int Index { get; private set; }

    /// <summary>Offset in the bericht of its start tag.</summary>
    public long Offset { get; private set; }

    /// <summary>Line and column of its start tag.</summary>
    public (int LineNumber, int Column) Position { get; private set; }

    /// <summary>How many repeated values it holds: the RetourCodes.</summary>
    public int RetourcodeCount => _repeated.Count;

    /// <summary>True when the element of the field is present.</summary>
    public bool Has(Field field) => Has(field.Slot);

    /// <summary>
    /// True when the field says something: its element is present, and not with only white space where the schema lets that pass.
    /// </summary>
    public bool IsFilled(Field field) => Has(field.Slot) && !(field.MayBeBlank && IsBlank(Bytes(field)));

    /// <summary>True when the field holds exactly <paramref name="code"/>.</summary>
    public bool Is(Field field, ReadOnlySpan<byte> code) => Bytes(field).SequenceEqual(code);

    /// <summary>The value of a whole number, or the day number of a date; 0 when absent.</summary>
    public long Number(Field field) => Has(field.Slot) ? _values[field.Slot].Number : 0;

    /// <summary>The value in UTF-8 as delivered, references resolved; empty when absent.</summary>
    public ReadOnlySpan<byte> Bytes(Field field)
    {
        if (!Has(field.Slot))
        {
            return default;
        }
        ref readonly var value = ref _values[field.Slot];
        return value.Begin >= 0 ? _window.Slice(value.Begin, value.Length) : _bytes.AsSpan((int)~value.Begin, value.Length);
    }

    /// <summary>The value as text; empty when absent.</summary>
    public string Text(Field field) => Encoding.UTF8.GetString(Bytes(field));

    /// <summary>The value of a slot as delivered, with the white space that its datatype ignores.</summary>
    public string Delivered(int slot)
    {
        ref readonly var value = ref _values[slot];
        return Encoding.UTF8.GetString(
            value.Begin >= 0
                ? _window.Slice(value.Begin, value.Length)
                : _bytes.AsSpan((int)~value.Begin - value.Before, value.Before + value.Length + value.After)
        );
    }

    /// <summary>One of its RetourCodes.</summary>
    public ReadOnlySpan<byte> Retourcode(int index) => _bytes.AsSpan(_repeated[index]);

    /// <summary>Starts a new record in this place.</summary>
    internal void Begin(int index, long offset, Record? parent, Record? header)
    {
        _isUsed = true;
        _present = _placed = 0;
        _end = 0;
        Index = index;
        Offset = offset;
        Position = default;
        if (_repeated.Count > 0)
        {
            _repeated.Clear();
        }
        // Comparing is cheaper than a store that the garbage collector must hear of.
        if (!ReferenceEquals(Parent, parent))
        {
            Parent = parent;
        }
        if (!ReferenceEquals(Header, header))
        {
            Header = header;
        }
    }

    /// <summary>Forgets the values, so that nothing of this bericht stays in memory.</summary>
    internal void Erase()
    {
        if (!_isUsed)
        {
            return;
        }
        Array.Clear(_values);
        if (_bytes.Length > MostKept)
        {
            _bytes = new byte[Least];
        }
        else if (_highest > 0)
        {
            Array.Clear(_bytes, 0, _highest);
        }
        _highest = 0;
        Begin(0, 0, null, null);
        _isUsed = false;
    }

    /// <summary>True when the element of a slot is there.</summary>
    internal bool Has(int slot) => ((_present >> slot) & 1) != 0;

    /// <summary>Offset in the bericht of the start tag of a slot that is there.</summary>
    internal long OffsetOf(int slot) => _values[slot].Offset;

    /// <summary>Notes that the element of a slot is there.</summary>
    internal void Open(int slot, long offset)
    {
        _present |= 1UL << slot;
        _values[slot] = new Value { Begin = ~0, Offset = offset };
    }

    /// <summary>Sets the value of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="delivered">The value, with the white space around it that its datatype ignores.</param>
    /// <param name="length">How long it is without that.</param>
    /// <param name="number">The number, or the day number.</param>
    internal void Fill(int slot, ReadOnlySpan<byte> delivered, int length, long number)
    {
        ref var value = ref _values[slot];
        var before = length == delivered.Length ? 0 : delivered.IndexOfAnyExcept(XmlNames.WhiteSpace);
        value.Before = (ushort)before;
        value.After = (ushort)(delivered.Length - before - length);
        value.Begin = ~(long)(_end + before);
        value.Length = length;
        value.Number = number;
        Store(delivered);
    }

    /// <summary>Opens a slot and sets its value, which stands in the window as it is.</summary>
    internal void FillFromWindow(int slot, long offset, long begin, int length, long number)
    {
        _present |= 1UL << slot;
        _values[slot] = new Value
        {
            Begin = begin,
            Length = length,
            Number = number,
            Offset = offset,
        };
    }

    /// <summary>Adds a value of the only field that repeats: RetourCode.</summary>
    internal void FillRepeated(ReadOnlySpan<byte> bytes)
    {
        _repeated.Add(_end..(_end + bytes.Length));
        Store(bytes);
    }

    /// <summary>Keeps the values, lines and columns of which the bytes are about to leave the window.</summary>
    internal void Remember()
    {
        if (Position.LineNumber == 0)
        {
            Position = _window.PositionOf((int)(Offset - _window.Offset));
        }
        for (var slot = 0; slot < _values.Length; slot++)
        {
            if (!Has(slot))
            {
                continue;
            }
            ref var value = ref _values[slot];
            if (((_placed >> slot) & 1) == 0)
            {
                _positions[slot] = _window.PositionOf((int)(value.Offset - _window.Offset));
                _placed |= 1UL << slot;
            }

            if (value is { Begin: >= 0, Length: > 0 })
            {
                Fill(slot, _window.Slice(value.Begin, value.Length), value.Length, value.Number);
            }
        }
    }

    /// <summary>Line and column of a field, or of its nearest element around it that is there.</summary>
    internal (long Offset, int LineNumber, int Column) PositionOf(Field? field)
    {
        for (var node = field?.Node; node is not null && node.Owner == Klasse; node = node.Parent)
        {
            if (!Has(node.Slot))
            {
                continue;
            }
            return Place(_values[node.Slot].Offset, ((_placed >> node.Slot) & 1) != 0 ? _positions[node.Slot] : default);
        }

        return Place(Offset, Position);
    }

    private static bool IsBlank(ReadOnlySpan<byte> value) => value.Trim(" \t\r\n"u8).IsEmpty;

    private (long Offset, int LineNumber, int Column) Place(long offset, (int LineNumber, int Column) known)
    {
        if (known.LineNumber == 0)
        {
            known = _window.PositionOf((int)(offset - _window.Offset));
        }
        return (offset, known.LineNumber, known.Column);
    }

    private void Store(ReadOnlySpan<byte> bytes)
    {
        var needed = _end + bytes.Length;
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, needed));
        }
        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
        _highest = Math.Max(_highest, _end);
    }
}
