namespace Hub.Termijnen;

/// <summary>
/// What changes of a clock in the worklists of its two parties: it stands in them while it runs and something is due on it.
/// </summary>
/// <param name="Before">The clock as it stands in them; null when it does not.</param>
/// <param name="After">The clock as it should stand in them; null when it should not.</param>
public sealed record ListedTermijn(Termijn? Before, Termijn? After);
