namespace Ijw.Xml;

/// <summary>Keeps one array per name as written, so that opening an element allocates nothing.</summary>
internal sealed class NameTable
{
    private const int Size = 256;

    private readonly byte[]?[] _names = new byte[Size][];

    /// <summary>The array for this name.</summary>
    public byte[] Get(ReadOnlySpan<byte> name)
    {
        var at = name.IsEmpty ? 0 : ((name.Length * 31) + (name[0] * 7) + (name[name.Length / 2] * 13) + name[^1]) & (Size - 1);
        var known = _names[at];
        if (known is not null && name.SequenceEqual(known))
        {
            return known;
        }
        return _names[at] = name.ToArray();
    }
}
