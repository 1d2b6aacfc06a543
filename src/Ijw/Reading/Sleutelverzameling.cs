using Ijw.Rules;

namespace Ijw.Reading;

/// <summary>A set of keys, exact and compact: the bytes in one array, and a table of where each stands.</summary>
/// <remarks>The hash is seeded per process, so that a bericht cannot be made to collide.</remarks>
internal sealed class Sleutelverzameling : IGeheugendeel
{
    private byte[] _bytes = new byte[256];
    private int _end;
    private Plek[] _plekken = new Plek[16];
    private int _count;

    private readonly record struct Plek(int Hash, int Begin, int Lengte)
    {
        public bool Vrij => Lengte == 0;
    }

    /// <summary>Adds a key; false when it was there already. A key is not empty.</summary>
    public bool Add(ReadOnlySpan<byte> sleutel)
    {
        if (_count * 2 >= _plekken.Length) Grow();
        var hash = Hash(sleutel);
        var at = Zoek(_plekken, hash, sleutel);
        if (!_plekken[at].Vrij) return false;
        if (_end + sleutel.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + sleutel.Length));
        sleutel.CopyTo(_bytes.AsSpan(_end));
        _plekken[at] = new Plek(hash, _end, sleutel.Length);
        _end += sleutel.Length;
        _count++;
        return true;
    }

    /// <summary>True when the key was added.</summary>
    public bool Bevat(ReadOnlySpan<byte> sleutel) => !_plekken[Zoek(_plekken, Hash(sleutel), sleutel)].Vrij;

    /// <summary>Forgets all keys, and keeps the room.</summary>
    public void Clear()
    {
        if (_count == 0) return;
        Array.Clear(_plekken);
        _end = 0;
        _count = 0;
    }

    private static int Hash(ReadOnlySpan<byte> sleutel)
    {
        var hash = default(HashCode);
        hash.AddBytes(sleutel);
        return hash.ToHashCode();
    }

    private int Zoek(Plek[] plekken, int hash, ReadOnlySpan<byte> sleutel)
    {
        for (var at = hash & (plekken.Length - 1); ; at = (at + 1) & (plekken.Length - 1))
        {
            var plek = plekken[at];
            if (plek.Vrij || (plek.Hash == hash && sleutel.SequenceEqual(_bytes.AsSpan(plek.Begin, plek.Lengte)))) return at;
        }
    }

    private void Grow()
    {
        var groter = new Plek[_plekken.Length * 2];
        foreach (var plek in _plekken)
            if (!plek.Vrij) groter[Zoek(groter, plek.Hash, _bytes.AsSpan(plek.Begin, plek.Lengte))] = plek;
        _plekken = groter;
    }
}
