using System.Buffers;

namespace Ijw.Reading.Keys;

/// <summary>Hashes of keys: says for sure that a key isn't there, and is seldom wrong when it says that it may be.</summary>
internal sealed class Hashfilter
{
    private const int Klein = 64;

    private readonly int[] _eigen = new int[Klein];
    private int[] _hashes;
    private int _masker = Klein - 1;
    private int _count;

    public Hashfilter() => _hashes = _eigen;

    /// <summary>Adds a hash.</summary>
    public void Add(int hash)
    {
        if (Zet(hash == 0 ? 1 : hash) && ++_count * 2 > _masker) Grow();
    }

    /// <summary>False when the hash was not added.</summary>
    public bool Kan(int hash)
    {
        if (hash == 0) hash = 1;
        for (var at = hash & _masker; ; at = (at + 1) & _masker)
        {
            var daar = _hashes[at];
            if (daar == hash) return true;
            if (daar == 0) return false;
        }
    }

    /// <summary>Forgets all hashes, and lets go of more room than a small bericht needs.</summary>
    public void Clear()
    {
        if (_count == 0) return;
        Array.Clear(_eigen);
        Vervang(_eigen, Klein);
        _count = 0;
    }

    private bool Zet(int hash)
    {
        for (var at = hash & _masker; ; at = (at + 1) & _masker)
        {
            var daar = _hashes[at];
            if (daar == hash) return false;
            if (daar != 0) continue;
            _hashes[at] = hash;
            return true;
        }
    }

    private void Grow()
    {
        var (eerder, lengte) = (_hashes, _masker + 1);
        var groter = ArrayPool<int>.Shared.Rent(lengte * 4);
        Array.Clear(groter, 0, lengte * 4);
        _hashes = groter;
        _masker = (lengte * 4) - 1;
        foreach (var hash in eerder.AsSpan(0, lengte))
            if (hash != 0) Zet(hash);
        if (eerder != _eigen) ArrayPool<int>.Shared.Return(eerder);
    }

    private void Vervang(int[] hashes, int ruimte)
    {
        if (_hashes != _eigen) ArrayPool<int>.Shared.Return(_hashes);
        _hashes = hashes;
        _masker = ruimte - 1;
    }
}
