using Ijw.Xml;

namespace Ijw.Reading.Values;

/// <summary>
/// Collects the pieces of one value. What is longer than any bounded datatype is cut, so that memory stays bounded, unless someone needs it
/// whole.
/// </summary>
internal sealed class ValueBuffer
{
    private const int Most = 64 * 1024;

    private const int Least = 256;

    private byte[] _bytes = new byte[Least];
    private int _end;

    /// <summary>Whether a value past the bound is kept too; it is judged the same.</summary>
    public bool KeepsAll { get; set; }

    /// <summary>The value, or its beginning when <see cref="IsCut"/> and not all is kept.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _end);

    /// <summary>True when the value went past the bound.</summary>
    public bool IsCut { get; private set; }

    /// <summary>True when a value that went past the bound has a character that is not white space.</summary>
    public bool HasVisible { get; private set; }

    /// <summary>Starts a new value.</summary>
    public void Clear()
    {
        _end = 0;
        IsCut = false;
        HasVisible = false;
    }

    /// <summary>Forgets all values.</summary>
    public void Erase()
    {
        if (_bytes.Length > Most)
        {
            _bytes = new byte[Least];
        }
        else
        {
            Array.Clear(_bytes);
        }
        KeepsAll = false;
        Clear();
    }

    /// <summary>Adds a piece.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        if (IsCut || _end + piece.Length > Most)
        {
            if (!IsCut)
            {
                HasVisible = Bytes.ContainsAnyExcept(XmlNames.WhiteSpace);
            }
            IsCut = true;
            HasVisible |= piece.ContainsAnyExcept(XmlNames.WhiteSpace);
            if (!KeepsAll)
            {
                return;
            }
        }

        if (_end + piece.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _end + piece.Length));
        }
        piece.CopyTo(_bytes.AsSpan(_end));
        _end += piece.Length;
    }
}
