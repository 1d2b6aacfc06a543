namespace Hub.Worklist;

/// <summary>Refused lines that share a code.</summary>
/// <param name="Code">The retourcode; empty for lines of which no code is known.</param>
/// <param name="Count">How many lines.</param>
/// <param name="Amount">Their amount, in eurocent.</param>
/// <param name="Oldest">When the oldest of their declaraties came in (UTC).</param>
/// <param name="Text">What is wrong, once for all of them; in plain Dutch.</param>
public sealed record RefusedGroup(string Code, int Count, long Amount, DateTimeOffset Oldest, string Text)
{
    /// <summary>Groups lines; the largest amount first.</summary>
    public static IReadOnlyList<RefusedGroup> Of(IEnumerable<RefusedLine> lines) =>
        [
            .. lines
                .GroupBy(line => line.Code, StringComparer.Ordinal)
                .Select(group => new RefusedGroup(
                    group.Key,
                    group.Count(),
                    group.Sum(line => line.Amount),
                    group.Min(line => line.Received),
                    RefusalText.Of(group.Key)
                ))
                .OrderByDescending(group => group.Amount)
                .ThenBy(group => group.Code, StringComparer.Ordinal),
        ];
}

/// <summary>All refused lines of an aanbieder that are not repaired, by code.</summary>
/// <param name="Groups">The largest amount first.</param>
/// <param name="Count">How many lines they hold together.</param>
/// <param name="Amount">Their amount, in eurocent.</param>
public sealed record RefusedGroups(IReadOnlyList<RefusedGroup> Groups, WorklistCount Count, long Amount);
