using Ijw.Xml;

namespace Ijw.Reading.Values;

/// <summary>Collects the pieces of one value. What is longer than any bounded datatype is cut, so that memory stays bounded.</summary>
internal sealed class Waardebuffer
{
    private const int Most = 64 * 1024;

    private byte[] _bytes = new byte[256];
    private int _end;

    /// <summary>The value, or its beginning when <see cref="IsCut"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _end);

    /// <summary>True when the value went past the bound.</summary>
    public bool IsCut { get; private set; }

    /// <summary>True when a value that was cut has a character that is not white space.</summary>
    public bool HasVisible { get; private set; }

    /// <summary>Starts a new value.</summary>
    public void Clear()
    {
        _end = 0;
        IsCut = false;
        HasVisible = false;
    }

    /// <summary>Forgets all values.</summary>
    public void Wis()
    {
        Array.Clear(_bytes);
        Clear();
    }

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        if (_end + piece.Length > Most)
        {
            if (!IsCut) HasVisible = Bytes.ContainsAnyExcept(XmlNames.WhiteSpace);
            IsCut = true;
            HasVisible |= piece.ContainsAnyExcept(XmlNames.WhiteSpace);
            return;
        }

        if (_end + piece.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + piece.Length));
        piece.CopyTo(_bytes.AsSpan(_end));
        _end += piece.Length;
    }
}
