namespace Ijw.Reading.Schemas;

/// <summary>
/// A berichtklasse in its context, with the fields of its record: its own values, those of its complex datatypes, and the lists and classes
/// in it.
/// </summary>
internal sealed class KlasseModel
{
    /// <summary>A record keeps in one bit per field whether it is there.</summary>
    private const int MaxFields = 64;

    private readonly List<Field> _fields = [];
    private readonly Dictionary<string, Field> _onPath = [];

    internal KlasseModel(SchemaNode node)
    {
        Node = node;
        IsHeader = node.Element.Name == "Header";
    }

    /// <summary>True for the Header of a bericht.</summary>
    public bool IsHeader { get; }

    /// <summary>The node that opens the class.</summary>
    public SchemaNode Node { get; }

    /// <summary>Its place among the classes of the berichtsoort.</summary>
    public int Id { get; set; }

    /// <summary>The name of the class, such as <c>ToegewezenProduct</c>.</summary>
    public string Name => Node.Element.Name;

    /// <summary>The fields in document order; groups come before what is in them.</summary>
    public IReadOnlyList<Field> Fields => _fields;

    /// <summary>BerichtIdentificatie.Dagtekening, which many rules compare with; only a Header has it.</summary>
    public Field Dagtekening => field ??= Field("BerichtIdentificatie/Dagtekening");

    /// <summary>The class around this one; null for the root.</summary>
    public KlasseModel? Parent
    {
        get
        {
            var node = Node.Parent;
            while (node is { Klasse: null })
            {
                node = node.Parent;
            }
            return node?.Klasse;
        }
    }

    /// <summary>True when a bericht can have more than one of it.</summary>
    public bool OccursMoreOften
    {
        get
        {
            for (var node = Node; node is not null; node = node.Parent)
            {
                if (node.Element.Max > 1)
                {
                    return true;
                }
            }
            return false;
        }
    }

    /// <summary>The leaves that make up the key of this class alone (messages.md 4); empty when it has none.</summary>
    public IReadOnlyList<Field> Key =>
        [
            .. _fields.Where(leaf =>
                leaf.Node.IsLeaf && (leaf.Node.Element.Key || (leaf.Node.Parent!.Owner == this && leaf.Node.Parent.Element.Key))
            ),
        ];

    /// <summary>The field at a path within the class, such as <c>Communicatie/Taal</c>.</summary>
    /// <exception cref="ArgumentException">The model has no such field: a mistake in a rule, found when the rules are put
    /// together.</exception>
    public Field Field(string path) =>
        _onPath.TryGetValue(path, out var leaf) ? leaf : throw new ArgumentException($"{Name} has no field {path}.", nameof(path));

    /// <summary>True when the class has a field at <paramref name="path"/>.</summary>
    public bool Knows(string path) => _onPath.ContainsKey(path);

    internal void Add(SchemaNode node)
    {
        if (_fields.Count == MaxFields)
        {
            throw new InvalidOperationException($"{Name} has more than {MaxFields} fields.");
        }
        node.Slot = _fields.Count;
        var path = node.Element.Name;
        for (var parent = node.Parent!; parent != Node; parent = parent.Parent!)
        {
            path = $"{parent.Element.Name}/{path}";
        }
        var leaf = new Field(path, node);
        _fields.Add(leaf);
        _onPath.Add(path, leaf);
    }
}
