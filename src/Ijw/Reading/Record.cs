using System.Text;
using Ijw.Reading.Schemas;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>The values of one class of a bericht, as the rules see them; reused for the next one of the same class.</summary>
/// <remarks>Dates are day numbers (<see cref="DateOnly.DayNumber"/> continued to all years), whole numbers are numbers, texts are as delivered.</remarks>
internal sealed class Record
{
    private const int Least = 256;

    /// <summary>A larger array for copies isn't kept for the next bericht.</summary>
    private const int MostKept = 256 * 1024;

    private readonly Waarde[] _waarden;
    private readonly (int Regelnummer, int Kolom)[] _posities;
    private readonly InputWindow _window;
    private byte[] _bytes = new byte[Least];
    private readonly List<Range> _herhaald = [];
    private ulong _aanwezig;
    private ulong _geplaatst;
    private int _end;
    private int _hoogste;
    private bool _isGebruikt;

    public Record(Klassemodel klasse, InputWindow window)
    {
        _window = window;
        Klasse = klasse;
        _waarden = new Waarde[klasse.Velden.Count];
        _posities = new (int, int)[klasse.Velden.Count];
    }

    private struct Waarde
    {
        /// <summary>An offset in the bericht while the bytes are in the window; the complement of a place in <see cref="_bytes"/> when they were copied.</summary>
        public long Begin;
        public long Getal;

        /// <summary>Offset in the bericht of the start tag.</summary>
        public long Offset;
        public int Lengte;

        /// <summary>White space around the value as delivered, that its datatype ignores; only a value that was copied has it.</summary>
        public ushort Before;
        public ushort After;
    }

    /// <summary>The class.</summary>
    public Klassemodel Klasse { get; }

    /// <summary>The record of the class around it; still open, so it holds what came before its inner classes. Null for the root.</summary>
    public Record? Ouder { get; private set; }

    /// <summary>The Header of the bericht; null within the Header itself.</summary>
    public Record? Header { get; private set; }

    /// <summary>Its 1-based place among its siblings of the same class.</summary>
    public int Index { get; private set; }

    /// <summary>Offset in the bericht of its start tag.</summary>
    public long Offset { get; private set; }

    /// <summary>Line and column of its start tag.</summary>
    public (int Regelnummer, int Kolom) Positie { get; private set; }

    /// <summary>How many repeated values it holds: the RetourCodes.</summary>
    public int AantalRetourcodes => _herhaald.Count;

    /// <summary>True when the element of the field is present.</summary>
    public bool Heeft(Veld veld) => Heeft(veld.Slot);

    /// <summary>True when the field says something: its element is present, and not with only white space where the schema lets that pass.</summary>
    public bool IsFilled(Veld veld) => Heeft(veld.Slot) && !(veld.MayBeBlank && IsBlank(Bytes(veld)));

    /// <summary>True when the field holds exactly <paramref name="code"/>.</summary>
    public bool Is(Veld veld, ReadOnlySpan<byte> code) => Bytes(veld).SequenceEqual(code);

    /// <summary>The value of a whole number, or the day number of a date; 0 when absent.</summary>
    public long Getal(Veld veld) => Heeft(veld.Slot) ? _waarden[veld.Slot].Getal : 0;

    /// <summary>The value in UTF-8 as delivered, references resolved; empty when absent.</summary>
    public ReadOnlySpan<byte> Bytes(Veld veld)
    {
        if (!Heeft(veld.Slot)) return default;
        ref readonly var waarde = ref _waarden[veld.Slot];
        return waarde.Begin >= 0 ? _window.Slice(waarde.Begin, waarde.Lengte) : _bytes.AsSpan((int)~waarde.Begin, waarde.Lengte);
    }

    /// <summary>The value as text; empty when absent.</summary>
    public string Tekst(Veld veld) => Encoding.UTF8.GetString(Bytes(veld));

    /// <summary>The value of a slot as delivered, with the white space that its datatype ignores.</summary>
    public string Delivered(int slot)
    {
        ref readonly var waarde = ref _waarden[slot];
        return Encoding.UTF8.GetString(waarde.Begin >= 0
            ? _window.Slice(waarde.Begin, waarde.Lengte)
            : _bytes.AsSpan((int)~waarde.Begin - waarde.Before, waarde.Before + waarde.Lengte + waarde.After));
    }

    /// <summary>One of its RetourCodes.</summary>
    public ReadOnlySpan<byte> Retourcode(int index) => _bytes.AsSpan(_herhaald[index]);

    /// <summary>Starts a new record in this place.</summary>
    internal void Begin(int index, long offset, Record? ouder, Record? header)
    {
        _isGebruikt = true;
        _aanwezig = _geplaatst = 0;
        _end = 0;
        Index = index;
        Offset = offset;
        Positie = default;
        if (_herhaald.Count > 0) _herhaald.Clear();
        // Comparing is cheaper than a store that the garbage collector must hear of.
        if (!ReferenceEquals(Ouder, ouder)) Ouder = ouder;
        if (!ReferenceEquals(Header, header)) Header = header;
    }

    /// <summary>Forgets the values, so that nothing of this bericht stays in memory.</summary>
    internal void Wis()
    {
        if (!_isGebruikt) return;
        Array.Clear(_waarden);
        if (_bytes.Length > MostKept) _bytes = new byte[Least];
        else if (_hoogste > 0) Array.Clear(_bytes, 0, _hoogste);
        _hoogste = 0;
        Begin(0, 0, null, null);
        _isGebruikt = false;
    }

    /// <summary>True when the element of a slot is there.</summary>
    internal bool Heeft(int slot) => ((_aanwezig >> slot) & 1) != 0;

    /// <summary>Offset in the bericht of the start tag of a slot that is there.</summary>
    internal long OffsetVan(int slot) => _waarden[slot].Offset;

    /// <summary>Notes that the element of a slot is there.</summary>
    internal void Open(int slot, long offset)
    {
        _aanwezig |= 1UL << slot;
        _waarden[slot] = new Waarde { Begin = ~0, Offset = offset };
    }

    /// <summary>Sets the value of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="delivered">The value, with the white space around it that its datatype ignores.</param>
    /// <param name="length">How long it is without that.</param>
    /// <param name="getal">The number, or the day number.</param>
    internal void Vul(int slot, ReadOnlySpan<byte> delivered, int length, long getal)
    {
        ref var waarde = ref _waarden[slot];
        var before = length == delivered.Length ? 0 : delivered.IndexOfAnyExcept(XmlNames.WhiteSpace);
        waarde.Before = (ushort)before;
        waarde.After = (ushort)(delivered.Length - before - length);
        waarde.Begin = ~(long)(_end + before);
        waarde.Lengte = length;
        waarde.Getal = getal;
        Bewaar(delivered);
    }

    /// <summary>Opens a slot and sets its value, which stands in the window as it is.</summary>
    internal void VulUitWindow(int slot, long offset, long begin, int lengte, long getal)
    {
        _aanwezig |= 1UL << slot;
        _waarden[slot] = new Waarde { Begin = begin, Lengte = lengte, Getal = getal, Offset = offset };
    }

    /// <summary>Adds a value of the only field that repeats: RetourCode.</summary>
    internal void VulHerhaald(ReadOnlySpan<byte> bytes)
    {
        _herhaald.Add(_end..(_end + bytes.Length));
        Bewaar(bytes);
    }

    /// <summary>Keeps the values, lines and columns of which the bytes are about to leave the window.</summary>
    internal void Onthoud()
    {
        if (Positie.Regelnummer == 0) Positie = _window.PositionOf((int)(Offset - _window.Offset));
        for (var slot = 0; slot < _waarden.Length; slot++)
        {
            if (!Heeft(slot)) continue;
            ref var waarde = ref _waarden[slot];
            if (((_geplaatst >> slot) & 1) == 0)
            {
                _posities[slot] = _window.PositionOf((int)(waarde.Offset - _window.Offset));
                _geplaatst |= 1UL << slot;
            }

            if (waarde is { Begin: >= 0, Lengte: > 0 }) Vul(slot, _window.Slice(waarde.Begin, waarde.Lengte), waarde.Lengte, waarde.Getal);
        }
    }

    /// <summary>Line and column of a field, or of its nearest element around it that is there.</summary>
    internal (long Offset, int Regelnummer, int Kolom) PositieVan(Veld? veld)
    {
        for (var node = veld?.Node; node is not null && node.Owner == Klasse; node = node.Parent)
        {
            if (!Heeft(node.Slot)) continue;
            return Plaats(_waarden[node.Slot].Offset, ((_geplaatst >> node.Slot) & 1) != 0 ? _posities[node.Slot] : default);
        }

        return Plaats(Offset, Positie);
    }

    private static bool IsBlank(ReadOnlySpan<byte> value) => value.Trim(" \t\r\n"u8).IsEmpty;

    private (long Offset, int Regelnummer, int Kolom) Plaats(long offset, (int Regelnummer, int Kolom) bekend)
    {
        if (bekend.Regelnummer == 0) bekend = _window.PositionOf((int)(offset - _window.Offset));
        return (offset, bekend.Regelnummer, bekend.Kolom);
    }

    private void Bewaar(ReadOnlySpan<byte> bytes)
    {
        var nodig = _end + bytes.Length;
        if (nodig > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, nodig));
        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
        _hoogste = Math.Max(_hoogste, _end);
    }
}
