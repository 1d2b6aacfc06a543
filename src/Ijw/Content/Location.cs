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
