namespace Hub.Zaken;

/// <summary>
/// One thing that someone wants to get through: none or more refused tries, and the accepted one that closes it. Tries that are not
/// answered yet wait behind the others.
/// </summary>
/// <param name="Attempts">In the order of receipt; at least one.</param>
public sealed record Zaak(IReadOnlyList<Attempt> Attempts)
{
    /// <summary>A zaak that is open so many days after its last refusal is given up.</summary>
    public const int DaysUntilAbandoned = 60;

    /// <summary>The first try; its day of receipt decides in which month the zaak counts.</summary>
    public Attempt First => Attempts[0];

    /// <summary>The day (Europe/Amsterdam) on which the first try came in.</summary>
    public DateOnly Begin => Calendar.Day(First.Received);

    /// <summary>The try that was accepted; null while the zaak is open.</summary>
    public Attempt? Closing => Attempts.FirstOrDefault(attempt => attempt.Verdict == Verdict.Accepted);

    /// <summary>The tries that were refused, in the order of receipt.</summary>
    public IEnumerable<Attempt> Refusals => Attempts.Where(attempt => attempt.Verdict == Verdict.Refused);

    /// <summary>Whether the first try is answered: only then it counts.</summary>
    public bool IsAnswered => First.Verdict != Verdict.Open;

    /// <summary>Whether the first try was accepted.</summary>
    public bool IsFirstTimeRight => First.Verdict == Verdict.Accepted;

    /// <summary>
    /// Whether nobody got it through within <see cref="DaysUntilAbandoned"/> days of the last refusal before that, and nobody tried again
    /// in that time either. An acceptance after that closes the zaak, but no longer counts as a repair.
    /// </summary>
    /// <param name="today">The day of which it is asked (Europe/Amsterdam).</param>
    public bool IsAbandoned(DateOnly today)
    {
        DateOnly? last = null;
        foreach (var attempt in Attempts)
        {
            if (last is { } refused && Calendar.Day(attempt.Received) > refused.AddDays(DaysUntilAbandoned))
            {
                return true;
            }
            last = attempt switch
            {
                { Verdict: Verdict.Accepted } => null,
                // What waits for its answer is a try.
                { Verdict: Verdict.Open } => null,
                _ => Calendar.Day(attempt.Answered ?? attempt.Received),
            };
        }

        return last is { } end && today > end.AddDays(DaysUntilAbandoned);
    }

    /// <summary>
    /// How many days (Europe/Amsterdam) lie between the first answer that refused and the receipt of what was accepted; null unless it was
    /// refused, got through, and was not given up in between.
    /// </summary>
    public int? RepairDays =>
        Closing is { } closing
        && Refusals.Select(attempt => attempt.Answered).Min() is { } refused
        && !IsAbandoned(Calendar.Day(closing.Received))
            ? Calendar.Day(closing.Received).DayNumber - Calendar.Day(refused).DayNumber
            : null;
}
