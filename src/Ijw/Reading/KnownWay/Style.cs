using Ijw.Reading.Schemas;

namespace Ijw.Reading.KnownWay;

/// <summary>
/// How one sender writes a berichtsoort: its prefixes, indentation and line ends, learnt while reading. What stands between two values was
/// read in full the first time; from then on it is compared with what it was (D5).
/// </summary>
/// <remarks>
/// That is exact because in a bericht without faults so far, whether one tag may follow another depends on nothing but the two elements,
/// and because a name as written means one thing as long as all namespaces are declared on the root. See docs/reader.md.
/// </remarks>
internal sealed class Style(Schema schema, byte[] rootTag)
{
    private readonly Waypoint?[] _waypoints = new Waypoint[schema.Nodes.Count];
    private readonly byte[]?[] _names = new byte[schema.Nodes.Count][];

    /// <summary>The berichtsoort.</summary>
    public Schema Schema => schema;

    /// <summary>The root's start tag as written, declarations included.</summary>
    public ReadOnlySpan<byte> RootTag => rootTag;

    /// <summary>The place of the values of a leaf.</summary>
    public Waypoint Waypoint(SchemaNode leaf) => _waypoints[leaf.Id] ??= new Waypoint(leaf);

    /// <summary>The name of the node as this sender writes it; it was seen before.</summary>
    public byte[] Name(SchemaNode node) => _names[node.Id]!;

    /// <summary>True when this sender writes the name of the node this way and no other.</summary>
    public bool HasOneName(SchemaNode node, byte[] name)
    {
        var known = _names[node.Id] ??= name;
        return ReferenceEquals(known, name) || known.AsSpan().SequenceEqual(name);
    }
}
