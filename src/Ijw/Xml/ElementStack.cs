namespace Ijw.Xml;

/// <summary>The names of the open elements and the namespace declarations in force.</summary>
internal sealed class ElementStack
{
    private readonly List<NamespaceDeclaration> _declarations = [];
    private Open[] _open = new Open[40];

    private record struct Open(byte[] Name, int Declarations);

    /// <summary>How many elements are open.</summary>
    public int Depth { get; private set; }

    /// <summary>How many namespace declarations are in force.</summary>
    public int Declarations => _declarations.Count;

    /// <summary>A copy of the namespace declarations in force.</summary>
    public NamespaceDeclaration[] CopyDeclarations() => [.. _declarations];

    /// <summary>True when every declaration in force stands on the root: then a prefix means the same all the way.</summary>
    public bool IsUniform => Depth < 2 || _open[1].Declarations == _declarations.Count;

    /// <summary>The name of the innermost open element as it was written, prefix included.</summary>
    public ReadOnlySpan<byte> Name => _open[Depth - 1].Name;

    /// <summary>Closes everything.</summary>
    public void Clear()
    {
        Depth = 0;
        _declarations.Clear();
    }

    /// <summary>Opens an element; the array is kept, and not changed.</summary>
    public void Push(byte[] name)
    {
        if (Depth == _open.Length)
        {
            Array.Resize(ref _open, _open.Length * 2);
        }
        _open[Depth++] = new Open(name, _declarations.Count);
    }

    /// <summary>Closes the innermost element; its namespace declarations go with it.</summary>
    public void Pop()
    {
        var declarations = _open[--Depth].Declarations;
        if (_declarations.Count > declarations)
        {
            _declarations.RemoveRange(declarations, _declarations.Count - declarations);
        }
    }

    /// <summary>Binds a prefix (empty for the default namespace) within the innermost element.</summary>
    public void Declare(ReadOnlySpan<byte> prefix, int ns) => _declarations.Add(new NamespaceDeclaration(prefix.ToArray(), ns));

    /// <summary>Makes the same declarations within the innermost element again.</summary>
    public void Declare(ReadOnlySpan<NamespaceDeclaration> declarations) => _declarations.AddRange(declarations);

    /// <summary>The namespace of <paramref name="prefix"/>; -1 when it isn't bound.</summary>
    public int Resolve(ReadOnlySpan<byte> prefix)
    {
        for (var i = _declarations.Count - 1; i >= 0; i--)
        {
            if (prefix.SequenceEqual(_declarations[i].Prefix))
            {
                return _declarations[i].Namespace;
            }
        }
        if (prefix.IsEmpty)
        {
            return NamespaceTable.None;
        }
        return prefix.SequenceEqual("xml"u8) ? NamespaceTable.Xml : -1;
    }
}
