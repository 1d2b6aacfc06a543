using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Content;

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
