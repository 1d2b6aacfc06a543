using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Ijw.Reading.Keys;

/// <summary>A set of keys, exact and compact: the bytes one after the other, and a table of where each stands.</summary>
/// <remarks>
/// The hash is seeded per process, so that a bericht cannot be made to collide. What does not fit in its own arrays goes in rented ones, which are
/// given back cleared.
/// </remarks>
internal sealed class Sleutelverzameling : IGeheugendeel
{
    private const int Klein = 64;
    private const int KleinBytes = Klein * 32;

    /// <summary>So many keys are held against each other without a table.</summary>
    private const int Weinig = 8;

    /// <summary>Bytes before a key, with its length.</summary>
    private const int Kop = sizeof(int);

    private static readonly ulong Zaad = Geheim();
    private static readonly ulong Menger = Geheim();

    private readonly byte[] _eigenBytes = new byte[KleinBytes];
    private readonly Plek[] _eigenPlekken = new Plek[Klein];
    private byte[] _bytes;
    private Plek[] _plekken;
    private int _masker = Klein - 1;
    private int _end;
    private int _hoogste;

    /// <summary>How many places of the table are taken.</summary>
    private int _count;

    /// <summary>The keys from here up to <see cref="_tot"/> are in the table.</summary>
    private int _vanaf;
    private int _tot;

    /// <summary>How many keys were kept that are compared with.</summary>
    private int _aantal;

    /// <summary>What was noted, whether it is in the table or not.</summary>
    private Hashfilter? _genoteerd;

    public Sleutelverzameling() => (_bytes, _plekken) = (_eigenBytes, _eigenPlekken);

    /// <summary>Where a key stands, behind its hash; <paramref name="Na"/> is that place plus one, so that 0 is free.</summary>
    private readonly record struct Plek(int Hash, int Na);

    /// <summary>Adds a key; false when it was there already.</summary>
    public bool Add(ReadOnlySpan<byte> sleutel)
    {
        var voor = _end;
        Nummer(sleutel);
        return _end > voor;
    }

    /// <summary>Adds a key that may be there already; gives a number that equal keys share and others don't.</summary>
    public int Nummer(ReadOnlySpan<byte> sleutel)
    {
        while (_bytes.Length - _end < Kop + sleutel.Length) Ruimer(sleutel.Length);
        sleutel.CopyTo(_bytes.AsSpan(_end + Kop));
        return Bevestig(sleutel.Length);
    }

    /// <summary>Adds the key of a record; false when it was there already.</summary>
    public bool Add(Sleutel sleutel, Record record) => Nummer(sleutel, record, 0, out var isNieuw) > 0 && isNieuw;

    /// <summary>Adds the key of a record within another key, known by its number; gives a number that equal keys share and others don't.</summary>
    public int Nummer(Sleutel sleutel, Record record, int binnen, out bool isNieuw)
    {
        while (true)
        {
            var lengte = _bytes.Length - _end > Kop ? sleutel.Schrijf(record, binnen, _bytes.AsSpan(_end + Kop)) : -1;
            if (lengte < 0)
            {
                Ruimer(KleinBytes);
                continue;
            }

            var voor = _end;
            var nummer = Bevestig(lengte);
            isNieuw = _end > voor;
            return nummer;
        }
    }

    /// <summary>Adds a key that may be there already, for <see cref="Bevat"/>: the work is done when that is asked, if ever.</summary>
    public void Noteer(ReadOnlySpan<byte> sleutel)
    {
        while (_bytes.Length - _end < Kop + sleutel.Length) Ruimer(sleutel.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_end), sleutel.Length);
        Kopie.Van(sleutel, _bytes.AsSpan(_end + Kop));
        _end += Kop + sleutel.Length;
        _hoogste = Math.Max(_hoogste, _end);
        _genoteerd ??= new Hashfilter();
        _genoteerd.Add(Hash(sleutel));
    }

    /// <summary>True when the key was added or noted.</summary>
    public bool Bevat(ReadOnlySpan<byte> sleutel)
    {
        if (_end == 0) return false;
        var hash = Hash(sleutel);
        if (_tot < _end && _genoteerd?.Kan(hash) != false)
        {
            Neem(_tot, _end);
            _tot = _end;
        }

        return _count > 0 && _plekken[Zoek(hash, sleutel)].Na != 0;
    }

    /// <summary>From here on only keys that come are compared, until <see cref="Herinner"/>: those that are there can't be equal to one that comes.</summary>
    public void LegOpzij()
    {
        MaakLeeg();
        _vanaf = _tot = _end;
        _aantal = 0;
    }

    /// <summary>Compares with all keys again, also those laid aside.</summary>
    public void Herinner()
    {
        MaakLeeg();
        Neem(0, _end);
        _vanaf = 0;
        _tot = _end;
        _aantal = Weinig;
    }

    /// <summary>Forgets all keys, and lets go of more room than a small bericht needs.</summary>
    public void Clear()
    {
        if (_end == 0) return;
        MaakLeeg();
        _genoteerd?.Clear();
        Array.Clear(_eigenBytes, 0, Math.Min(_hoogste, KleinBytes));
        Vervang(_eigenBytes);
        _end = _hoogste = _vanaf = _tot = _aantal = 0;
    }

    private void MaakLeeg()
    {
        if (_count == 0) return;
        Array.Clear(_eigenPlekken);
        Vervang(_eigenPlekken, Klein);
        _count = 0;
    }

    /// <summary>Two words at a time; the last two may lie over the ones before.</summary>
    private static int Hash(ReadOnlySpan<byte> sleutel)
    {
        const int Stap = 2 * sizeof(ulong);
        if (sleutel.Length <= Stap) return HashKort(sleutel);
        ref var begin = ref MemoryMarshal.GetReference(sleutel);
        var hash = Zaad ^ (ulong)sleutel.Length;
        for (var at = 0; at < sleutel.Length - Stap; at += Stap) hash = MengWoorden(hash, ref Unsafe.Add(ref begin, at));
        return (int)Meng(MengWoorden(hash, ref Unsafe.Add(ref begin, sleutel.Length - Stap)), Menger);
    }

    /// <summary>At most 16 bytes, as two words that may lie over each other.</summary>
    private static int HashKort(ReadOnlySpan<byte> sleutel)
    {
        ulong een = 0, ander = 0;
        if (sleutel.Length >= sizeof(ulong))
        {
            een = BinaryPrimitives.ReadUInt64LittleEndian(sleutel);
            ander = BinaryPrimitives.ReadUInt64LittleEndian(sleutel[^sizeof(ulong)..]);
        }
        else if (sleutel.Length >= sizeof(uint))
        {
            een = BinaryPrimitives.ReadUInt32LittleEndian(sleutel);
            ander = BinaryPrimitives.ReadUInt32LittleEndian(sleutel[^sizeof(uint)..]);
        }
        else if (sleutel.Length > 0)
        {
            een = sleutel[0] | ((uint)sleutel[sleutel.Length / 2] << 8);
            ander = sleutel[^1];
        }

        return (int)Meng(Meng(Zaad ^ een, Menger ^ ander), Menger ^ (uint)sleutel.Length);
    }

    private static ulong MengWoorden(ulong hash, ref byte woorden) =>
        Meng(hash ^ Unsafe.ReadUnaligned<ulong>(ref woorden), Menger ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref woorden, sizeof(ulong))));

    /// <summary>Multiplies to twice the width and folds, which spreads every bit over all others.</summary>
    private static ulong Meng(ulong een, ulong ander)
    {
        var hoog = Math.BigMul(een, ander, out var laag);
        return hoog ^ laag;
    }

    /// <summary>Keeps the key that was written at the end, unless it is there already; gives its number.</summary>
    private int Bevestig(int lengte)
    {
        // Also a key that was there already has been written.
        _hoogste = Math.Max(_hoogste, _end + Kop + lengte);
        var sleutel = _bytes.AsSpan(_end + Kop, lengte);
        return (_aantal < Weinig ? ZoekGelijke(sleutel) : ZoekInTabel(sleutel)) is > 0 and var eerder ? eerder : Bewaar(lengte);
    }

    /// <summary>The number of an equal key among the few that there are; 0 when there is none.</summary>
    private int ZoekGelijke(ReadOnlySpan<byte> sleutel)
    {
        for (var begin = _vanaf; begin < _end;)
        {
            var ander = Sleutel(begin);
            if (ander.Length == sleutel.Length && Staart(ander) == Staart(sleutel) && ander.SequenceEqual(sleutel)) return begin + 1;
            begin += Kop + ander.Length;
        }

        return 0;
    }

    /// <summary>The last bytes: there keys differ most.</summary>
    private static ulong Staart(ReadOnlySpan<byte> sleutel) => sleutel.Length < sizeof(ulong) ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(sleutel[^sizeof(ulong)..]);

    /// <summary>The number of an equal key; 0 when there is none, and then the key at the end has a place in the table.</summary>
    private int ZoekInTabel(ReadOnlySpan<byte> sleutel)
    {
        if (_tot < _end) Neem(_tot, _end);
        _tot = _end;
        var hash = Hash(sleutel);
        var at = Zoek(hash, sleutel);
        if (_plekken[at].Na != 0) return _plekken[at].Na;
        Zet(at, new Plek(hash, _end + 1));
        _tot = _end + Kop + sleutel.Length;
        return 0;
    }

    private int Bewaar(int lengte)
    {
        var nummer = _end + 1;
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_end), lengte);
        _end += Kop + lengte;
        _aantal++;
        return nummer;
    }

    /// <summary>Puts keys in the table that have been written before.</summary>
    private void Neem(int van, int tot)
    {
        for (var begin = van; begin < tot;)
        {
            var sleutel = Sleutel(begin);
            var hash = Hash(sleutel);
            var at = Zoek(hash, sleutel);
            if (_plekken[at].Na == 0) Zet(at, new Plek(hash, begin + 1));
            begin += Kop + sleutel.Length;
        }
    }

    private void Zet(int at, Plek plek)
    {
        _plekken[at] = plek;
        if (++_count * 2 > _masker) Grow();
    }

    private static ulong Geheim() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private int Zoek(int hash, ReadOnlySpan<byte> sleutel)
    {
        for (var at = hash & _masker; ; at = (at + 1) & _masker)
        {
            var plek = _plekken[at];
            if (plek.Na == 0 || (plek.Hash == hash && sleutel.SequenceEqual(Sleutel(plek.Na - 1)))) return at;
        }
    }

    private ReadOnlySpan<byte> Sleutel(int begin) => _bytes.AsSpan(begin + Kop, BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(begin)));

    private void Grow()
    {
        var ruimte = (_masker + 1) * 2;
        var groter = ArrayPool<Plek>.Shared.Rent(ruimte);
        Array.Clear(groter, 0, ruimte);
        foreach (var plek in _plekken.AsSpan(0, _masker + 1))
        {
            if (plek.Na == 0) continue;
            var at = plek.Hash & (ruimte - 1);
            while (groter[at].Na != 0) at = (at + 1) & (ruimte - 1);
            groter[at] = plek;
        }

        Vervang(groter, ruimte);
    }

    private void Ruimer(int lengte)
    {
        var groter = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _end + Kop + lengte));
        _bytes.AsSpan(0, _end).CopyTo(groter);
        Vervang(groter);
    }

    private void Vervang(byte[] bytes)
    {
        if (_bytes != _eigenBytes) ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = bytes;
    }

    private void Vervang(Plek[] plekken, int ruimte)
    {
        if (_plekken != _eigenPlekken) ArrayPool<Plek>.Shared.Return(_plekken);
        _plekken = plekken;
        _masker = ruimte - 1;
    }
}
