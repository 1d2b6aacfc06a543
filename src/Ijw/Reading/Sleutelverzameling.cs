using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Ijw.Rules;

namespace Ijw.Reading;

/// <summary>A set of keys, exact and compact: the bytes in one array, and a table of where each stands.</summary>
/// <remarks>The hash is seeded per process, so that a bericht cannot be made to collide. The arrays are rented, and given back cleared.</remarks>
internal sealed class Sleutelverzameling : IGeheugendeel
{
    private const int Klein = 64;

    private static readonly ulong Zaad = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private byte[] _bytes = new byte[Klein * 16];
    private Plek[] _plekken = new Plek[Klein];
    private int _masker = Klein - 1;
    private int _end;
    private int _count;

    private readonly record struct Plek(int Hash, int Begin, int Lengte)
    {
        public bool Vrij => Lengte == 0;
    }

    /// <summary>Adds a key; false when it was there already. A key is not empty.</summary>
    public bool Add(ReadOnlySpan<byte> sleutel)
    {
        if (_count * 2 > _masker) Grow();
        var hash = Hash(sleutel);
        var at = Zoek(hash, sleutel);
        if (!_plekken[at].Vrij) return false;
        if (_end + sleutel.Length > _bytes.Length) Ruimer(sleutel.Length);
        sleutel.CopyTo(_bytes.AsSpan(_end));
        _plekken[at] = new Plek(hash, _end, sleutel.Length);
        _end += sleutel.Length;
        _count++;
        return true;
    }

    /// <summary>True when the key was added.</summary>
    public bool Bevat(ReadOnlySpan<byte> sleutel) => _count > 0 && !_plekken[Zoek(Hash(sleutel), sleutel)].Vrij;

    /// <summary>Forgets all keys, and lets go of more room than a small bericht needs.</summary>
    public void Clear()
    {
        if (_count == 0) return;
        if (_masker >= Klein)
        {
            Vervang(new byte[Klein * 16]);
            Vervang(new Plek[Klein], Klein);
        }
        else
        {
            Array.Clear(_plekken);
            Array.Clear(_bytes, 0, _end);
        }

        _end = 0;
        _count = 0;
    }

    private static int Hash(ReadOnlySpan<byte> sleutel)
    {
        var hash = Zaad ^ (ulong)sleutel.Length;
        for (; sleutel.Length >= sizeof(ulong); sleutel = sleutel[sizeof(ulong)..])
            hash = Meng(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(sleutel));
        foreach (var value in sleutel) hash = (hash << 8) ^ (hash >> 56) ^ value;
        return (int)Meng(hash);
    }

    /// <summary>Multiplies to twice the width and folds, which spreads every bit over all others.</summary>
    private static ulong Meng(ulong waarde)
    {
        var hoog = Math.BigMul(waarde, Zaad * 0x9E3779B97F4A7C15, out var laag);
        return hoog ^ laag;
    }

    private int Zoek(int hash, ReadOnlySpan<byte> sleutel)
    {
        for (var at = hash & _masker; ; at = (at + 1) & _masker)
        {
            ref readonly var plek = ref _plekken[at];
            if (plek.Vrij || (plek.Hash == hash && sleutel.SequenceEqual(_bytes.AsSpan(plek.Begin, plek.Lengte)))) return at;
        }
    }

    private void Grow()
    {
        var ruimte = (_masker + 1) * 4;
        var groter = ArrayPool<Plek>.Shared.Rent(ruimte);
        Array.Clear(groter);
        foreach (var plek in _plekken.AsSpan(0, _masker + 1))
        {
            if (plek.Vrij) continue;
            var at = plek.Hash & (ruimte - 1);
            while (!groter[at].Vrij) at = (at + 1) & (ruimte - 1);
            groter[at] = plek;
        }

        Vervang(groter, ruimte);
    }

    private void Ruimer(int lengte)
    {
        var groter = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _end + lengte));
        _bytes.AsSpan(0, _end).CopyTo(groter);
        Vervang(groter);
    }

    private void Vervang(byte[] bytes)
    {
        if (_bytes.Length > Klein * 16) ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = bytes;
    }

    private void Vervang(Plek[] plekken, int ruimte)
    {
        if (_masker >= Klein) ArrayPool<Plek>.Shared.Return(_plekken);
        _plekken = plekken;
        _masker = ruimte - 1;
    }
}
