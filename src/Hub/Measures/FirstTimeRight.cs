using Hub.Zaken;

namespace Hub.Measures;

/// <summary>The measures over zaken that are about getting something right at once: M1, M2, M4, M5 and M6; pure functions.</summary>
/// <remarks>
/// A zaak counts in the month in which its first bericht or debet came in, and in no other. So what a month comes to can change until all
/// its zaken are closed or given up.
/// </remarks>
public static class FirstTimeRight
{
    /// <summary>M1: zaken of which the first bericht was accepted, of those of which it is answered.</summary>
    public static Share Berichten(IEnumerable<MeasuredZaak> zaken) => OfZaken(zaken.Select(zaak => zaak.Zaak));

    /// <summary>M2: zaken of which the first debet was granted, of those of which it is answered.</summary>
    public static Share Lines(IEnumerable<MeasuredLine> lines) => OfZaken(lines.Select(line => line.Zaak.Zaak));

    /// <summary>M2 by amount, in eurocent of the first debets.</summary>
    public static Share LineAmounts(IEnumerable<MeasuredLine> lines) =>
        Sum(
            lines
                .Select(line => line.Zaak)
                .Where(line => line.Zaak.IsAnswered)
                .Select(line => new Share(line.Zaak.IsFirstTimeRight ? line.FirstAmount : 0, line.FirstAmount))
        );

    /// <summary>How many zaken correct what was granted, of all zaken of lines; no refusals.</summary>
    public static Share Corrections(IEnumerable<MeasuredLine> lines) =>
        Sum(lines.Select(line => new Share(line.Zaak.IsCorrection ? 1 : 0, 1)));

    /// <summary>
    /// M4: how often tries were refused, per code, of all tries that were answered; the most frequent first. A try with several codes
    /// counts once for each.
    /// </summary>
    public static IReadOnlyList<CodeCount> RefusalsPerCode(IEnumerable<Zaak> zaken)
    {
        var answered = zaken.SelectMany(zaak => zaak.Attempts).Where(attempt => attempt.Verdict != Verdict.Open).ToList();
        return
        [
            .. answered
                .Where(attempt => attempt.Verdict == Verdict.Refused)
                .SelectMany(attempt => attempt.Codes.Distinct(StringComparer.Ordinal))
                .CountBy(code => code, StringComparer.Ordinal)
                .OrderByDescending(code => code.Value)
                .ThenBy(code => code.Key, StringComparer.Ordinal)
                .Select(code => new CodeCount(code.Key, new Share(code.Value, answered.Count))),
        ];
    }

    /// <summary>How many tries were refused, of all that were answered.</summary>
    public static Share Refusals(IEnumerable<Zaak> zaken) =>
        Sum(
            zaken
                .SelectMany(zaak => zaak.Attempts)
                .Where(attempt => attempt.Verdict != Verdict.Open)
                .Select(attempt => new Share(attempt.Verdict == Verdict.Refused ? 1 : 0, 1))
        );

    /// <summary>
    /// M5: refused lines of which the place was granted by a debet that came in within 60 days of the refusing answer, without a mark that
    /// people talked about it, of all refused lines.
    /// </summary>
    public static Share RepairedWithoutContact(IEnumerable<MeasuredLine> lines) =>
        Sum(lines.SelectMany(line => line.Zaak.Zaak.Refusals.Select(refusal => new Share(IsRepaired(line, refusal) ? 1 : 0, 1))));

    /// <summary>M6: the median of the days that closed zaken with a refusal took; null when there are none.</summary>
    public static decimal? RepairDays(IEnumerable<Zaak> zaken) => Median.Of(zaken.Select(zaak => zaak.RepairDays).OfType<int>());

    private static bool IsRepaired(MeasuredLine line, Attempt refusal) =>
        !line.IsMarked
        && line.Zaak.Zaak.Closing is { } closing
        && Calendar.Day(closing.Received) <= Calendar.Day(refusal.Answered ?? refusal.Received).AddDays(Zaak.DaysUntilAbandoned);

    private static Share OfZaken(IEnumerable<Zaak> zaken) =>
        Sum(zaken.Where(zaak => zaak.IsAnswered).Select(zaak => new Share(zaak.IsFirstTimeRight ? 1 : 0, 1)));

    private static Share Sum(IEnumerable<Share> shares) => shares.Aggregate(new Share(0, 0), (sum, share) => sum + share);
}
