using Ijw.Reading;

namespace Ijw.Content;

/// <summary>The classes of one name under one parent: they share a path, and an index shows only when there is more than one.</summary>
internal sealed class Series(KlasseShape shape, Positions positions)
{
    /// <summary>The class around it, known when that closes; null for what stands in Bericht itself.</summary>
    public IKlasse? Parent { get; set; }

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>The fields of which the position is kept.</summary>
    public KlasseShape Shape => shape;

    /// <summary>The positions of the bericht.</summary>
    public Positions Positions => positions;

    /// <summary>The path without an index.</summary>
    public string Path => $"{Parent?.Place.Path ?? "/Bericht"}/{shape.Steps}";

    /// <summary>Adds the class that has closed.</summary>
    public Location Add(Record record) => new(this, ++Count, positions.Add(record, shape.Fields(record.Klasse)));
}
