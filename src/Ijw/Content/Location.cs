using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content;

/// <summary>Where one class stands.</summary>
/// <param name="Series">It and its siblings.</param>
/// <param name="Index">1-based place among them.</param>
/// <param name="Position">Where its positions begin in <see cref="Positions"/>.</param>
internal readonly record struct Location(Series Series, int Index, int Position)
{
    /// <summary>The path of the class.</summary>
    public string Path => Series.Count > 1 ? $"{Series.Path}[{Index}]" : Series.Path;

    /// <summary>
    /// Path, line and column of a field of the class, or of the class itself; a field that is missing has those of where it should stand.
    /// </summary>
    public (string Path, int LineNumber, int Column) Of(string? field)
    {
        var (lineNumber, column) = Series.Positions[Position + (field is null ? 0 : 1 + Series.Shape.Place(field))];
        return (field is null ? Path : $"{Path}/{field}", lineNumber, column);
    }
}

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

/// <summary>How to get to a class from the one around it, and the fields in it that a finding can point at, in document order.</summary>
internal sealed class KlasseShape(string steps, params string[] fields)
{
    private Field[]? _fields;

    /// <summary>The steps, lists included: <c>Prestaties/Prestatie</c>.</summary>
    public string Steps => steps;

    /// <summary>The place of a field.</summary>
    public int Place(string field) =>
        Array.IndexOf(fields, field) is >= 0 and var place
            ? place
            : throw new ArgumentException($"{steps} keeps no position of {field}.", nameof(field));

    /// <summary>The fields in the model.</summary>
    public Field[] Fields(KlasseModel klasse) => _fields ??= [.. fields.Select(klasse.Field)];
}

/// <summary>Lines and columns of the classes of one bericht and of their fields.</summary>
internal sealed class Positions
{
    private readonly List<(int LineNumber, int Column)> _positions = [];

    /// <summary>One of them.</summary>
    public (int LineNumber, int Column) this[int index] => _positions[index];

    /// <summary>Adds those of a class that has closed: itself, then its fields; gives where they begin.</summary>
    public int Add(Record record, ReadOnlySpan<Field> fields)
    {
        var begin = _positions.Count;
        Add(record.PositionOf(null));
        foreach (var field in fields)
        {
            Add(record.PositionOf(field));
        }
        return begin;
    }

    private void Add((long Offset, int LineNumber, int Column) place) => _positions.Add((place.LineNumber, place.Column));
}
