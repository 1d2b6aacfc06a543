using System.Text;

namespace Ijw.Reading;

/// <summary>The values of one class of a bericht, as the rules see them; reused for the next one of the same class.</summary>
/// <remarks>Dates are day numbers (<see cref="DateOnly.DayNumber"/> continued to all years), whole numbers are numbers, texts are as delivered.</remarks>
internal sealed class Record
{
    private readonly Waarde[] _waarden;
    private byte[] _bytes = new byte[256];
    private readonly List<Range> _herhaald = [];
    private int _end;

    public Record(Klassemodel klasse)
    {
        Klasse = klasse;
        _waarden = new Waarde[klasse.Velden.Count];
    }

    private struct Waarde
    {
        public bool Aanwezig;
        public int Begin;
        public int Lengte;
        public long Getal;
        public long Offset;
        public int Regelnummer;
        public int Kolom;
    }

    /// <summary>The class.</summary>
    public Klassemodel Klasse { get; }

    /// <summary>The record of the class around it; still open, so it holds what came before its inner classes. Null for the root.</summary>
    public Record? Ouder { get; private set; }

    /// <summary>The Header of the bericht; null within the Header itself.</summary>
    public Record? Header { get; private set; }

    /// <summary>Offset in the bericht of its start tag.</summary>
    public long Offset { get; private set; }

    /// <summary>Line and column of its start tag.</summary>
    public (int Regelnummer, int Kolom) Positie { get; private set; }

    /// <summary>How many repeated values it holds: the RetourCodes.</summary>
    public int AantalRetourcodes => _herhaald.Count;

    /// <summary>True when the element of the field is present.</summary>
    public bool Heeft(Veld veld) => _waarden[veld.Slot].Aanwezig;

    /// <summary>True when the field holds exactly <paramref name="code"/>.</summary>
    public bool Is(Veld veld, ReadOnlySpan<byte> code) => Heeft(veld) && Bytes(veld).SequenceEqual(code);

    /// <summary>The value of a whole number, or the day number of a date; 0 when absent.</summary>
    public long Getal(Veld veld) => _waarden[veld.Slot].Getal;

    /// <summary>The value in UTF-8 as delivered, references resolved; empty when absent.</summary>
    public ReadOnlySpan<byte> Bytes(Veld veld)
    {
        ref readonly var waarde = ref _waarden[veld.Slot];
        return _bytes.AsSpan(waarde.Begin, waarde.Lengte);
    }

    /// <summary>The value as text; empty when absent.</summary>
    public string Tekst(Veld veld) => Encoding.UTF8.GetString(Bytes(veld));

    /// <summary>One of its RetourCodes.</summary>
    public ReadOnlySpan<byte> Retourcode(int index) => _bytes.AsSpan(_herhaald[index]);

    /// <summary>Starts a new record in this place.</summary>
    internal void Begin(long offset, Record? ouder, Record? header)
    {
        Array.Clear(_waarden);
        _herhaald.Clear();
        _end = 0;
        Offset = offset;
        Positie = default;
        Ouder = ouder;
        Header = header;
    }

    /// <summary>Forgets the values, so that nothing of this bericht stays in memory.</summary>
    internal void Wis()
    {
        Array.Clear(_bytes);
        Begin(0, null, null);
    }

    /// <summary>Notes that the element of a slot is there.</summary>
    internal void Open(int slot, long offset)
    {
        ref var waarde = ref _waarden[slot];
        waarde.Aanwezig = true;
        waarde.Offset = offset;
        waarde.Regelnummer = 0;
    }

    /// <summary>Sets the value of a slot.</summary>
    internal void Vul(int slot, ReadOnlySpan<byte> bytes, long getal)
    {
        ref var waarde = ref _waarden[slot];
        waarde.Begin = _end;
        waarde.Lengte = bytes.Length;
        waarde.Getal = getal;
        Bewaar(bytes);
    }

    /// <summary>Adds a value of the only field that repeats: RetourCode.</summary>
    internal void VulHerhaald(ReadOnlySpan<byte> bytes)
    {
        _herhaald.Add(_end..(_end + bytes.Length));
        Bewaar(bytes);
    }

    /// <summary>Works out line and column of everything whose bytes are about to leave the window.</summary>
    internal void Onthoud(InputWindow window)
    {
        if (Positie.Regelnummer == 0) Positie = window.PositionOf((int)(Offset - window.Offset));
        for (var slot = 0; slot < _waarden.Length; slot++)
        {
            ref var waarde = ref _waarden[slot];
            if (waarde is { Aanwezig: true, Regelnummer: 0 })
                (waarde.Regelnummer, waarde.Kolom) = window.PositionOf((int)(waarde.Offset - window.Offset));
        }
    }

    /// <summary>Line and column of a field, or of its nearest element around it that is there.</summary>
    internal (long Offset, int Regelnummer, int Kolom) PositieVan(Veld? veld, InputWindow window)
    {
        for (var node = veld?.Node; node is not null && node.Owner == Klasse; node = node.Parent)
        {
            ref readonly var waarde = ref _waarden[node.Slot];
            if (waarde.Aanwezig) return Plaats(waarde.Offset, (waarde.Regelnummer, waarde.Kolom), window);
        }

        return Plaats(Offset, Positie, window);
    }

    private static (long Offset, int Regelnummer, int Kolom) Plaats(long offset, (int Regelnummer, int Kolom) bekend, InputWindow window)
    {
        if (bekend.Regelnummer == 0) bekend = window.PositionOf((int)(offset - window.Offset));
        return (offset, bekend.Regelnummer, bekend.Kolom);
    }

    private void Bewaar(ReadOnlySpan<byte> bytes)
    {
        if (_end + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }
}
