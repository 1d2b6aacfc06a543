using Ijw.Model;

namespace Ijw.Writing;

/// <summary>
/// One element of a bericht in memory: an element of the model with a value, or with children in the order of the standard.
/// </summary>
public sealed class TreeNode
{
    private List<TreeNode>? _children;

    /// <summary>An element that stands by itself, with no value and no children yet.</summary>
    public TreeNode(Element element) => Element = element ?? throw new ArgumentNullException(nameof(element));

    /// <summary>The declaration in the model.</summary>
    public Element Element { get; }

    /// <summary>The local name.</summary>
    public string Name => Element.Name;

    /// <summary>The element around it; null for the root.</summary>
    public TreeNode? Parent { get; private set; }

    /// <summary>The value as delivered, references resolved; null for an element that holds others.</summary>
    public string? Value { get; internal set; }

    /// <summary>1-based place among the siblings of its name; keeps counting what was left out when the bericht was read.</summary>
    public int Index { get; internal set; } = 1;

    /// <summary>The children, in the order of the standard.</summary>
    public IReadOnlyList<TreeNode> Children => _children ?? (IReadOnlyList<TreeNode>)[];

    /// <summary>The first child with this name; null when there is none.</summary>
    public TreeNode? Kind(string name)
    {
        if (_children is null)
        {
            return null;
        }
        foreach (var kind in _children)
        {
            if (kind.Name == name)
            {
                return kind;
            }
        }
        return null;
    }

    /// <summary>
    /// The first element at a path below this one, such as <c>BerichtIdentificatie/Dagtekening</c>; null when it isn't there.
    /// </summary>
    public TreeNode? Find(string path)
    {
        var node = this;
        foreach (var name in path.Split('/'))
        {
            node = node?.Kind(name);
        }
        return node;
    }

    /// <summary>The value at a path below this one; null when it isn't there.</summary>
    public string? Read(string path) => Find(path)?.Value;

    /// <summary>Adds an element that holds others, in its place among the children, and gives it.</summary>
    /// <exception cref="ArgumentException">The model has no such element here.</exception>
    public TreeNode Add(string name) => Add(new TreeNode(Choose(name)));

    /// <summary>Adds an element with a value, in its place among the children, and gives this one.</summary>
    /// <exception cref="ArgumentException">The model has no such element here.</exception>
    public TreeNode Add(string name, string value)
    {
        Add(new TreeNode(Choose(name)) { Value = value });
        return this;
    }

    /// <summary>Adds a whole element, in its place among the children, and gives it.</summary>
    /// <exception cref="ArgumentException">The model has no such element here, or it already stands somewhere.</exception>
    public TreeNode Add(TreeNode kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (kind.Parent is not null)
        {
            throw new ArgumentException($"{kind.Name} already stands somewhere.", nameof(kind));
        }
        var rank = Rank(kind.Element);
        if (rank < 0)
        {
            throw new ArgumentException($"The model has no {kind.Name} in {Name}.", nameof(kind));
        }
        _children ??= [];
        var at = _children.Count;
        while (at > 0 && Rank(_children[at - 1].Element) > rank)
        {
            at--;
        }
        kind.Parent = this;
        kind.Index = at > 0 && ReferenceEquals(_children[at - 1].Element, kind.Element) ? _children[at - 1].Index + 1 : 1;
        _children.Insert(at, kind);
        return kind;
    }

    /// <summary>Adds a child that was read, behind the others, and gives it.</summary>
    internal TreeNode Adjoins(TreeNode kind)
    {
        kind.Parent = this;
        (_children ??= []).Add(kind);
        return kind;
    }

    /// <inheritdoc/>
    public override string ToString() => Parent is null ? Name : $"{Parent}/{Name}";

    private Element Choose(string name)
    {
        foreach (var element in Element.Children)
        {
            if (element.Name == name)
            {
                return element;
            }
        }
        throw new ArgumentException($"The model has no {name} in {Name}.", nameof(name));
    }

    private int Rank(Element kind)
    {
        for (var rank = 0; rank < Element.Children.Count; rank++)
        {
            if (ReferenceEquals(Element.Children[rank], kind))
            {
                return rank;
            }
        }
        return -1;
    }
}
