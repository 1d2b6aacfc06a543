using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Ijw.Reading.Keys;

/// <summary>A set of keys, exact and compact: the bytes one after the other, and a table of where each stands.</summary>
/// <remarks>
/// The hash is seeded per process, so that a bericht cannot be made to collide. What does not fit in its own arrays goes in rented ones,
/// which are given back cleared.
/// </remarks>
internal sealed class KeySet : IMemoryPart
{
    private const int Small = 64;
    private const int SmallBytes = Small * 32;

    /// <summary>So many keys are held against each other without a table.</summary>
    private const int Few = 8;

    /// <summary>Bytes before a key, with its length.</summary>
    private const int Header = sizeof(int);

    private static readonly ulong Seed = Secret();
    private static readonly ulong Mixer = Secret();

    private readonly byte[] _ownBytes = new byte[SmallBytes];
    private readonly Place[] _ownPlaces = new Place[Small];
    private byte[] _bytes;
    private Place[] _places;
    private int _mask = Small - 1;
    private int _end;
    private int _highest;

    /// <summary>How many places of the table are taken.</summary>
    private int _count;

    /// <summary>The keys from here up to <see cref="_until"/> are in the table.</summary>
    private int _from;
    private int _until;

    /// <summary>How many keys were kept that are compared with.</summary>
    private int _total;

    /// <summary>What was noted, whether it is in the table or not.</summary>
    private HashFilter? _noted;

    public KeySet() => (_bytes, _places) = (_ownBytes, _ownPlaces);

    /// <summary>Where a key stands, behind its hash; <paramref name="After"/> is that place plus one, so that 0 is free.</summary>
    private readonly record struct Place(int Hash, int After);

    /// <summary>Adds a key; false when it was there already.</summary>
    public bool Add(ReadOnlySpan<byte> key)
    {
        var before = _end;
        Number(key);
        return _end > before;
    }

    /// <summary>Adds a key that may be there already; gives a number that equal keys share and others don't.</summary>
    public int Number(ReadOnlySpan<byte> key)
    {
        while (_bytes.Length - _end < Header + key.Length)
        {
            Wider(key.Length);
        }
        key.CopyTo(_bytes.AsSpan(_end + Header));
        return Confirm(key.Length);
    }

    /// <summary>Adds the key of a record; false when it was there already.</summary>
    public bool Add(Key key, Record record) => Number(key, record, 0, out var isNew) > 0 && isNew;

    /// <summary>
    /// Adds the key of a record within another key, known by its number; gives a number that equal keys share and others don't.
    /// </summary>
    public int Number(Key key, Record record, int within, out bool isNew)
    {
        while (true)
        {
            var length = _bytes.Length - _end > Header ? key.Write(record, within, _bytes.AsSpan(_end + Header)) : -1;
            if (length < 0)
            {
                Wider(SmallBytes);
                continue;
            }

            var before = _end;
            var number = Confirm(length);
            isNew = _end > before;
            return number;
        }
    }

    /// <summary>Adds a key that may be there already, for <see cref="Contains"/>: the work is done when that is asked, if ever.</summary>
    public void Note(ReadOnlySpan<byte> key)
    {
        while (_bytes.Length - _end < Header + key.Length)
        {
            Wider(key.Length);
        }
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_end), key.Length);
        Copy.Of(key, _bytes.AsSpan(_end + Header));
        _end += Header + key.Length;
        _highest = Math.Max(_highest, _end);
        _noted ??= new HashFilter();
        _noted.Add(Hash(key));
    }

    /// <summary>True when the key was added or noted.</summary>
    public bool Contains(ReadOnlySpan<byte> key)
    {
        if (_end == 0)
        {
            return false;
        }
        var hash = Hash(key);
        if (_until < _end && _noted?.Fits(hash) != false)
        {
            Take(_until, _end);
            _until = _end;
        }

        return _count > 0 && _places[Find(hash, key)].After != 0;
    }

    /// <summary>
    /// From here on only keys that come are compared, until <see cref="Remind"/>: those that are there can't be equal to one that comes.
    /// </summary>
    public void SetAside()
    {
        MakeEmpty();
        _from = _until = _end;
        _total = 0;
    }

    /// <summary>Compares with all keys again, also those laid aside.</summary>
    public void Remind()
    {
        MakeEmpty();
        Take(0, _end);
        _from = 0;
        _until = _end;
        _total = Few;
    }

    /// <summary>Forgets all keys, and lets go of more room than a small bericht needs.</summary>
    public void Clear()
    {
        if (_end == 0)
        {
            return;
        }
        MakeEmpty();
        _noted?.Clear();
        Array.Clear(_ownBytes, 0, Math.Min(_highest, SmallBytes));
        Replace(_ownBytes);
        _end = _highest = _from = _until = _total = 0;
    }

    private void MakeEmpty()
    {
        if (_count == 0)
        {
            return;
        }
        Array.Clear(_ownPlaces);
        Replace(_ownPlaces, Small);
        _count = 0;
    }

    /// <summary>Two words at a time; the last two may lie over the ones before.</summary>
    private static int Hash(ReadOnlySpan<byte> key)
    {
        const int Step = 2 * sizeof(ulong);
        if (key.Length <= Step)
        {
            return HashShort(key);
        }
        ref var begin = ref MemoryMarshal.GetReference(key);
        var hash = Seed ^ (ulong)key.Length;
        for (var at = 0; at < key.Length - Step; at += Step)
        {
            hash = MixWords(hash, ref Unsafe.Add(ref begin, at));
        }
        return (int)Mix(MixWords(hash, ref Unsafe.Add(ref begin, key.Length - Step)), Mixer);
    }

    /// <summary>At most 16 bytes, as two words that may lie over each other.</summary>
    private static int HashShort(ReadOnlySpan<byte> key)
    {
        ulong one = 0,
            other = 0;
        if (key.Length >= sizeof(ulong))
        {
            one = BinaryPrimitives.ReadUInt64LittleEndian(key);
            other = BinaryPrimitives.ReadUInt64LittleEndian(key[^sizeof(ulong)..]);
        }
        else if (key.Length >= sizeof(uint))
        {
            one = BinaryPrimitives.ReadUInt32LittleEndian(key);
            other = BinaryPrimitives.ReadUInt32LittleEndian(key[^sizeof(uint)..]);
        }
        else if (key.Length > 0)
        {
            one = key[0] | ((uint)key[key.Length / 2] << 8);
            other = key[^1];
        }

        return (int)Mix(Mix(Seed ^ one, Mixer ^ other), Mixer ^ (uint)key.Length);
    }

    private static ulong MixWords(ulong hash, ref byte words) =>
        Mix(hash ^ Unsafe.ReadUnaligned<ulong>(ref words), Mixer ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref words, sizeof(ulong))));

    /// <summary>Multiplies to twice the width and folds, which spreads every bit over all others.</summary>
    private static ulong Mix(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var layer);
        return high ^ layer;
    }

    /// <summary>Keeps the key that was written at the end, unless it is there already; gives its number.</summary>
    private int Confirm(int length)
    {
        // Also a key that was there already has been written.
        _highest = Math.Max(_highest, _end + Header + length);
        var key = _bytes.AsSpan(_end + Header, length);
        return (_total < Few ? FindEqual(key) : FindInTable(key)) is > 0 and var earlier ? earlier : Store(length);
    }

    /// <summary>The number of an equal key among the few that there are; 0 when there is none.</summary>
    private int FindEqual(ReadOnlySpan<byte> key)
    {
        for (var begin = _from; begin < _end; )
        {
            var other = Key(begin);
            if (other.Length == key.Length && Tail(other) == Tail(key) && other.SequenceEqual(key))
            {
                return begin + 1;
            }
            begin += Header + other.Length;
        }

        return 0;
    }

    /// <summary>The last bytes: there keys differ most.</summary>
    private static ulong Tail(ReadOnlySpan<byte> key) =>
        key.Length < sizeof(ulong) ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(key[^sizeof(ulong)..]);

    /// <summary>The number of an equal key; 0 when there is none, and then the key at the end has a place in the table.</summary>
    private int FindInTable(ReadOnlySpan<byte> key)
    {
        if (_until < _end)
        {
            Take(_until, _end);
        }
        _until = _end;
        var hash = Hash(key);
        var at = Find(hash, key);
        if (_places[at].After != 0)
        {
            return _places[at].After;
        }
        Set(at, new Place(hash, _end + 1));
        _until = _end + Header + key.Length;
        return 0;
    }

    private int Store(int length)
    {
        var number = _end + 1;
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_end), length);
        _end += Header + length;
        _total++;
        return number;
    }

    /// <summary>Puts keys in the table that have been written before.</summary>
    private void Take(int from, int until)
    {
        for (var begin = from; begin < until; )
        {
            var key = Key(begin);
            var hash = Hash(key);
            var at = Find(hash, key);
            if (_places[at].After == 0)
            {
                Set(at, new Place(hash, begin + 1));
            }
            begin += Header + key.Length;
        }
    }

    private void Set(int at, Place place)
    {
        _places[at] = place;
        if (++_count * 2 > _mask)
        {
            Grow();
        }
    }

    private static ulong Secret() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))) | 1;

    private int Find(int hash, ReadOnlySpan<byte> key)
    {
        for (var at = hash & _mask; ; at = (at + 1) & _mask)
        {
            var place = _places[at];
            if (place.After == 0 || (place.Hash == hash && key.SequenceEqual(Key(place.After - 1))))
            {
                return at;
            }
        }
    }

    private ReadOnlySpan<byte> Key(int begin) =>
        _bytes.AsSpan(begin + Header, BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(begin)));

    private void Grow()
    {
        var space = (_mask + 1) * 2;
        var larger = ArrayPool<Place>.Shared.Rent(space);
        Array.Clear(larger, 0, space);
        foreach (var place in _places.AsSpan(0, _mask + 1))
        {
            if (place.After == 0)
            {
                continue;
            }
            var at = place.Hash & (space - 1);
            while (larger[at].After != 0)
            {
                at = (at + 1) & (space - 1);
            }
            larger[at] = place;
        }

        Replace(larger, space);
    }

    private void Wider(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _end + Header + length));
        _bytes.AsSpan(0, _end).CopyTo(larger);
        Replace(larger);
    }

    private void Replace(byte[] bytes)
    {
        if (_bytes != _ownBytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        }
        _bytes = bytes;
    }

    private void Replace(Place[] places, int space)
    {
        if (_places != _ownPlaces)
        {
            ArrayPool<Place>.Shared.Return(_places);
        }
        _places = places;
        _mask = space - 1;
    }
}
