namespace Hub.Zaken;

/// <summary>Walks the lines of a pair of gemeente and aanbieder; pure functions.</summary>
public static class LineWalk
{
    /// <summary>The zaken of all places, in the order of their first debets.</summary>
    /// <param name="lines">Lines of one pair, credits too; all of a place or none of it.</param>
    public static IReadOnlyList<LineZaak> Of(IReadOnlyCollection<DeclaratieLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var credits = GrantedCredits(lines);
        return
        [
            .. Debets(lines)
                .SelectMany(place => OfPlace(place.Key, [.. place], credits))
                .OrderBy(zaak => zaak.Zaak.First.Received)
                .ThenBy(zaak => zaak.Zaak.First.BerichtId, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The lines that are still to be repaired: of a place the last debet that came in, when that was refused and no other debet is granted
    /// without a granted credit. Oldest first.
    /// </summary>
    /// <param name="lines">Lines of one pair, credits too; all of a place or none of it.</param>
    public static IReadOnlyList<DeclaratieLine> ToRepair(IReadOnlyCollection<DeclaratieLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var credits = GrantedCredits(lines);
        return
        [
            .. InOrder(
                Debets(lines)
                    .Where(place => !place.Any(debet => debet.Verdict == Verdict.Accepted && !credits[Credited(debet)].Any()))
                    .Select(place => InOrder(place).Last())
                    .Where(last => last.Verdict == Verdict.Refused)
            ),
        ];
    }

    private static IEnumerable<LineZaak> OfPlace(
        DeclaratiePlace place,
        List<DeclaratieLine> debets,
        ILookup<(string, string), DeclaratieLine> credits
    )
    {
        var onId = debets.ToDictionary(debet => debet.Id, StringComparer.Ordinal);
        Zaak? before = null;
        foreach (var zaak in ZaakWalk.Of(debets.Select(debet => debet.Attempt)))
        {
            var first = onId[zaak.First.BerichtId];
            var isCorrection =
                before?.Closing is { } granted
                && credits[Credited(onId[granted.BerichtId])].Any(credit => credit.Received <= first.Received);
            yield return new LineZaak(place, zaak, first.Notice.Prestatie.Amount, isCorrection);
            before = zaak;
        }
    }

    private static IEnumerable<IGrouping<DeclaratiePlace, DeclaratieLine>> Debets(IEnumerable<DeclaratieLine> lines) =>
        lines.Where(line => !line.Notice.Prestatie.IsCredit).GroupBy(line => line.Place);

    private static ILookup<(string, string), DeclaratieLine> GrantedCredits(IEnumerable<DeclaratieLine> lines) =>
        lines
            .Where(line => line is { Notice.Prestatie: { IsCredit: true, VorigReferentieNummer: not null }, Verdict: Verdict.Accepted })
            .ToLookup(line => (line.Notice.Prestatie.Client.Value, line.Notice.Prestatie.VorigReferentieNummer!));

    private static (string, string) Credited(DeclaratieLine debet) =>
        (debet.Notice.Prestatie.Client.Value, debet.Notice.Prestatie.ReferentieNummer);

    private static IEnumerable<DeclaratieLine> InOrder(IEnumerable<DeclaratieLine> lines) =>
        lines.OrderBy(line => line.Received).ThenBy(line => line.Id, StringComparer.Ordinal);
}
