namespace Ijw.Content;

/// <summary>Days from a first to a last one, both included.</summary>
/// <param name="Begin">The first day.</param>
/// <param name="End">The last day; <see cref="DateOnly.MaxValue"/> when it is open.</param>
public readonly record struct Period(DateOnly Begin, DateOnly End)
{
    /// <summary>A period of which the last day may not be known.</summary>
    public static Period Of(DateOnly begin, DateOnly? end) => new(begin, end ?? DateOnly.MaxValue);

    /// <summary>True when both have some day.</summary>
    public bool Overlaps(Period other) => Begin <= other.End && other.Begin <= End && Begin <= End && other.Begin <= other.End;
}
