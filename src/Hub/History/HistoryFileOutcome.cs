namespace Hub.History;

/// <summary>What came of a file, and why.</summary>
/// <param name="Name">The file.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Aanbieder">The aanbieder of the bericht; null when the file holds none.</param>
/// <param name="Reason">Why it was refused, in plain Dutch, without any value of a field; null otherwise.</param>
public sealed record HistoryFileOutcome(string Name, HistoryOutcome Outcome, string? Aanbieder, string? Reason = null);
