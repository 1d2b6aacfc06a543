namespace Ijw.Inhoud;

/// <summary>Days from a first to a last one, both included.</summary>
/// <param name="Begin">The first day.</param>
/// <param name="Eind">The last day; <see cref="DateOnly.MaxValue"/> when it is open.</param>
public readonly record struct Periode(DateOnly Begin, DateOnly Eind)
{
    /// <summary>A period of which the last day may not be known.</summary>
    public static Periode Van(DateOnly begin, DateOnly? eind) => new(begin, eind ?? DateOnly.MaxValue);

    /// <summary>True when both have some day.</summary>
    public bool Overlapt(Periode ander) => Begin <= ander.Eind && ander.Begin <= Eind && Begin <= Eind && ander.Begin <= ander.Eind;
}
