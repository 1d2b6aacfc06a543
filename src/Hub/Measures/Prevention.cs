using Hub.Zaken;

namespace Hub.Measures;

/// <summary>M3: refusals that a check beforehand prevented; pure functions.</summary>
public static class Prevention
{
    /// <summary>For so many days after a check the bericht is looked for.</summary>
    public const int DaysFollowed = 30;

    /// <summary>(a) Checks with a rejecting verdict, per code, of all such checks; the most frequent first.</summary>
    public static IReadOnlyList<CodeCount> PerCode(IReadOnlyCollection<ControlFinding> controls)
    {
        ArgumentNullException.ThrowIfNull(controls);
        return
        [
            .. controls
                .SelectMany(control => control.Codes.Distinct(StringComparer.Ordinal))
                .CountBy(code => code, StringComparer.Ordinal)
                .OrderByDescending(code => code.Value)
                .ThenBy(code => code.Key, StringComparer.Ordinal)
                .Select(code => new CodeCount(code.Key, new Share(code.Value, controls.Count))),
        ];
    }

    /// <summary>
    /// (b) How many berichten were rejected at a check and accepted when they were first sent, within <see cref="DaysFollowed"/> days of
    /// the last such check before that; each bericht once, of all that were followed.
    /// </summary>
    public static Share Prevented(IEnumerable<ControlFinding> controls, IEnumerable<TrackedBericht> berichten)
    {
        var first = berichten
            .GroupBy(bericht => bericht.Tracked, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MinBy(bericht => bericht.Received)!, StringComparer.Ordinal);
        var followed = controls
            .Where(control => control.Tracked is not null)
            .GroupBy(control => control.Tracked!, StringComparer.Ordinal)
            .ToList();
        return new Share(
            followed.Count(group =>
                first.GetValueOrDefault(group.Key) is { Verdict: Verdict.Accepted } sent
                && group.Any(control =>
                    control.At <= sent.Received && Calendar.Day(sent.Received) <= Calendar.Day(control.At).AddDays(DaysFollowed)
                )
            ),
            followed.Count
        );
    }
}
