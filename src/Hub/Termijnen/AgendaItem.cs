namespace Hub.Termijnen;

/// <summary>That the term of a clock ends on a day.</summary>
/// <param name="Deadline">The last day.</param>
/// <param name="Pair">The pair of the clock.</param>
/// <param name="Key">The key of the clock.</param>
public sealed record AgendaItem(DateOnly Deadline, Pair Pair, string Key);
