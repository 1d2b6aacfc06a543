using System.Buffers;
using System.Buffers.Binary;

namespace Ijw.Reading;

/// <summary>A set of texts that is nearly never asked for: it only puts them one after the other, until the first question.</summary>
internal sealed class LuieVerzameling
{
    private readonly Sleutelverzameling _verzameling = new();
    private byte[] _rij = [];
    private int _end;

    /// <summary>Adds a text that is not empty.</summary>
    public void Add(ReadOnlySpan<byte> tekst)
    {
        var nodig = _end + sizeof(int) + tekst.Length;
        if (nodig > _rij.Length) Ruimer(nodig);
        BinaryPrimitives.WriteInt32LittleEndian(_rij.AsSpan(_end), tekst.Length);
        tekst.CopyTo(_rij.AsSpan(_end + sizeof(int)));
        _end = nodig;
    }

    /// <summary>True when the text was added.</summary>
    public bool Bevat(ReadOnlySpan<byte> tekst)
    {
        for (var at = 0; at < _end;)
        {
            var lengte = BinaryPrimitives.ReadInt32LittleEndian(_rij.AsSpan(at));
            _verzameling.Add(_rij.AsSpan(at + sizeof(int), lengte));
            at += sizeof(int) + lengte;
        }

        _end = 0;
        return _verzameling.Bevat(tekst);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _verzameling.Clear();
        _end = 0;
        if (_rij.Length > 0) ArrayPool<byte>.Shared.Return(_rij, clearArray: true);
        _rij = [];
    }

    private void Ruimer(int nodig)
    {
        var groter = ArrayPool<byte>.Shared.Rent(Math.Max(_rij.Length * 2, nodig));
        _rij.AsSpan(0, _end).CopyTo(groter);
        if (_rij.Length > 0) ArrayPool<byte>.Shared.Return(_rij, clearArray: true);
        _rij = groter;
    }
}
