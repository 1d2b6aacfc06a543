using System.Collections.Concurrent;
using System.Text;
using Ijw.Model;

namespace Ijw.Reading.Schemas;

/// <summary>The model of one berichtsoort, made ready for reading; made once.</summary>
internal sealed class Schema
{
    private static readonly ConcurrentDictionary<Berichtsoort, Schema> Made = new();

    private readonly List<SchemaNode> _nodes = [];
    private readonly List<Klassemodel> _klassen = [];
    private readonly HashSet<string> _namen = [];

    private Schema(Berichtsoort soort)
    {
        Soort = soort;
        Index = IjwNamespaces.IndexOf(soort);
        Wortel = SchemaNode.Compile(soort);
        Visit(Wortel);
    }

    /// <summary>The berichtsoort.</summary>
    public Berichtsoort Soort { get; }

    /// <summary>The place of the berichtsoort among <see cref="Standaard.Berichtsoorten"/>.</summary>
    public int Index { get; }

    /// <summary>The root node.</summary>
    public SchemaNode Wortel { get; }

    /// <summary>All nodes in document order; <see cref="SchemaNode.Id"/> is the place here.</summary>
    public IReadOnlyList<SchemaNode> Nodes => _nodes;

    /// <summary>The classes in document order; <see cref="Klassemodel.Id"/> is the place here.</summary>
    public IReadOnlyList<Klassemodel> Klassen => _klassen;

    /// <summary>The schema of a berichtsoort.</summary>
    public static Schema Van(Berichtsoort soort) => Made.GetOrAdd(soort, static soort => new Schema(soort));

    /// <summary>True when some element of the berichtsoort has this local name, so that it may be named in a finding.</summary>
    public bool Kent(ReadOnlySpan<byte> naam) => _namen.Contains(Encoding.UTF8.GetString(naam));

    private void Visit(SchemaNode node)
    {
        node.Id = _nodes.Count;
        _nodes.Add(node);
        _namen.Add(node.Element.Naam);
        if (node.Klasse is { } klasse)
        {
            klasse.Id = _klassen.Count;
            _klassen.Add(klasse);
        }

        foreach (var child in node.Children) Visit(child);
    }
}
