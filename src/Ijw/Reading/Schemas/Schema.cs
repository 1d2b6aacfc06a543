using System.Collections.Concurrent;
using System.Text;
using Ijw.Model;

namespace Ijw.Reading.Schemas;

/// <summary>The model of one berichtsoort, made ready for reading; made once.</summary>
internal sealed class Schema
{
    private static readonly ConcurrentDictionary<Berichtsoort, Schema> Made = new();

    private readonly List<SchemaNode> _nodes = [];
    private readonly List<KlasseModel> _klassen = [];
    private readonly HashSet<string> _names = [];

    private Schema(Berichtsoort kind)
    {
        Kind = kind;
        Index = IjwNamespaces.IndexOf(kind);
        Root = SchemaNode.Compile(kind);
        Visit(Root);
    }

    /// <summary>The berichtsoort.</summary>
    public Berichtsoort Kind { get; }

    /// <summary>The place of the berichtsoort among <see cref="Standard.Berichtsoorten"/>.</summary>
    public int Index { get; }

    /// <summary>The root node.</summary>
    public SchemaNode Root { get; }

    /// <summary>All nodes in document order; <see cref="SchemaNode.Id"/> is the place here.</summary>
    public IReadOnlyList<SchemaNode> Nodes => _nodes;

    /// <summary>The classes in document order; <see cref="KlasseModel.Id"/> is the place here.</summary>
    public IReadOnlyList<KlasseModel> Klassen => _klassen;

    /// <summary>The schema of a berichtsoort.</summary>
    public static Schema Of(Berichtsoort kind) => Made.GetOrAdd(kind, static kind => new Schema(kind));

    /// <summary>True when some element of the berichtsoort has this local name, so that it may be named in a finding.</summary>
    public bool Knows(ReadOnlySpan<byte> name) => _names.Contains(Encoding.UTF8.GetString(name));

    private void Visit(SchemaNode node)
    {
        node.Id = _nodes.Count;
        _nodes.Add(node);
        _names.Add(node.Element.Name);
        if (node.Klasse is { } klasse)
        {
            klasse.Id = _klassen.Count;
            _klassen.Add(klasse);
        }

        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }
}
