using Hub.Termijnen;

namespace Hub.Measures;

/// <summary>M7: how many terms were met; a pure function.</summary>
public static class Timeliness
{
    /// <summary>
    /// Terms that were met, of those that ended, per kind and per party that had to act. A term has ended when what should come came, or
    /// when its last day has passed; one that lapsed never counts.
    /// </summary>
    /// <param name="termijnen">The clocks; those that were never set are passed over.</param>
    /// <param name="today">The day of which it is asked (Europe/Amsterdam).</param>
    public static IReadOnlyList<TermijnShare> Of(IEnumerable<Termijn> termijnen, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(termijnen);
        return
        [
            .. termijnen
                .Where(termijn => termijn.Setting is not null)
                .Select(termijn => (termijn.Setting!.Kind, termijn.Setting.OnTurn, State: termijn.State(today)))
                .Where(termijn => termijn.State is TermijnState.OnTime or TermijnState.CameLate or TermijnState.Overdue)
                .GroupBy(termijn => (termijn.Kind, termijn.OnTurn))
                .OrderBy(group => group.Key.Kind)
                .ThenBy(group => group.Key.OnTurn, StringComparer.Ordinal)
                .Select(group => new TermijnShare(
                    group.Key.Kind,
                    group.Key.OnTurn,
                    new Share(group.Count(termijn => termijn.State == TermijnState.OnTime), group.Count())
                )),
        ];
    }
}
