using System.Buffers;

namespace Ijw.Reading.Keys;

/// <summary>Hashes of keys: says for sure that a key isn't there, and is seldom wrong when it says that it may be.</summary>
internal sealed class HashFilter
{
    private const int Small = 64;

    private readonly int[] _own = new int[Small];
    private int[] _hashes;
    private int _mask = Small - 1;
    private int _count;

    public HashFilter() => _hashes = _own;

    /// <summary>Adds a hash.</summary>
    public void Add(int hash)
    {
        if (Set(hash == 0 ? 1 : hash) && ++_count * 2 > _mask)
        {
            Grow();
        }
    }

    /// <summary>False when the hash was not added.</summary>
    public bool Fits(int hash)
    {
        if (hash == 0)
        {
            hash = 1;
        }
        for (var at = hash & _mask; ; at = (at + 1) & _mask)
        {
            var there = _hashes[at];
            if (there == hash)
            {
                return true;
            }
            if (there == 0)
            {
                return false;
            }
        }
    }

    /// <summary>Forgets all hashes, and lets go of more room than a small bericht needs.</summary>
    public void Clear()
    {
        if (_count == 0)
        {
            return;
        }
        Array.Clear(_own);
        Replace(_own, Small);
        _count = 0;
    }

    private bool Set(int hash)
    {
        for (var at = hash & _mask; ; at = (at + 1) & _mask)
        {
            var there = _hashes[at];
            if (there == hash)
            {
                return false;
            }
            if (there != 0)
            {
                continue;
            }
            _hashes[at] = hash;
            return true;
        }
    }

    private void Grow()
    {
        var (earlier, length) = (_hashes, _mask + 1);
        var larger = ArrayPool<int>.Shared.Rent(length * 4);
        Array.Clear(larger, 0, length * 4);
        _hashes = larger;
        _mask = (length * 4) - 1;
        foreach (var hash in earlier.AsSpan(0, length))
        {
            if (hash != 0)
            {
                Set(hash);
            }
        }
        if (earlier != _own)
        {
            ArrayPool<int>.Shared.Return(earlier);
        }
    }

    private void Replace(int[] hashes, int space)
    {
        if (_hashes != _own)
        {
            ArrayPool<int>.Shared.Return(_hashes);
        }
        _hashes = hashes;
        _mask = space - 1;
    }
}
