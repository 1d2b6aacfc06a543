namespace Hub.Bewaking;

/// <summary>How soon work that is not on the queue is queued again.</summary>
/// <remarks>
/// What was lost once, twice or three times is back within five minutes. What is taken away again and again, such as work that always ends
/// in the dead letters, comes ever less often: 12 messages on its first day, the first of all included, and one a day after that.
/// </remarks>
public static class RequeueSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// How long after round <paramref name="round"/> the next may come: none after 0, a minute after 1, then doubling up to a day.
    /// </summary>
    public static TimeSpan PauseAfter(int round) =>
        round <= 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(Math.Min(Math.ScaleB(1, round - 1), Longest.TotalMinutes));
}
