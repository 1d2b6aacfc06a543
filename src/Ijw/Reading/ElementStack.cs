namespace Ijw.Reading;

/// <summary>The names of the open elements and the namespace declarations in force.</summary>
internal sealed class ElementStack
{
    private readonly List<(int Start, int DeclarationsBefore)> _elements = [];
    private readonly List<Declaration> _declarations = [];
    private byte[] _names = new byte[512];
    private int _namesEnd;

    private readonly record struct Declaration(byte[] Prefix, int Namespace);

    /// <summary>How many elements are open.</summary>
    public int Depth => _elements.Count;

    /// <summary>The name of the innermost open element as it was written, prefix included.</summary>
    public ReadOnlySpan<byte> Name => _names.AsSpan(_elements[^1].Start.._namesEnd);

    /// <summary>Opens an element.</summary>
    public void Push(ReadOnlySpan<byte> name)
    {
        _elements.Add((_namesEnd, _declarations.Count));
        if (_namesEnd + name.Length > _names.Length) Array.Resize(ref _names, Math.Max(_names.Length * 2, _namesEnd + name.Length));
        name.CopyTo(_names.AsSpan(_namesEnd));
        _namesEnd += name.Length;
    }

    /// <summary>Closes the innermost element; its namespace declarations go with it.</summary>
    public void Pop()
    {
        var (start, declarationsBefore) = _elements[^1];
        _elements.RemoveAt(_elements.Count - 1);
        _namesEnd = start;
        if (_declarations.Count > declarationsBefore) _declarations.RemoveRange(declarationsBefore, _declarations.Count - declarationsBefore);
    }

    /// <summary>Binds a prefix (empty for the default namespace) within the innermost element.</summary>
    public void Declare(ReadOnlySpan<byte> prefix, int ns) => _declarations.Add(new Declaration(prefix.ToArray(), ns));

    /// <summary>The namespace of <paramref name="prefix"/>; -1 when it isn't bound.</summary>
    public int Resolve(ReadOnlySpan<byte> prefix)
    {
        for (var i = _declarations.Count - 1; i >= 0; i--)
            if (prefix.SequenceEqual(_declarations[i].Prefix)) return _declarations[i].Namespace;
        if (prefix.IsEmpty) return Namespaces.None;
        return prefix.SequenceEqual("xml"u8) ? Namespaces.Xml : -1;
    }
}
