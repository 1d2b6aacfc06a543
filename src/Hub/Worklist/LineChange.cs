using Hub.Zaken;
using Ijw.Dossiers.Facts;

namespace Hub.Worklist;

/// <summary>What a declaratie or its answer changes of the lines that its aanbieder must repair.</summary>
/// <param name="Refused">The lines of the declaratie itself that must be repaired.</param>
/// <param name="Reopened">The lines of earlier ones that must be repaired again: what declared their places again does not hold.</param>
/// <param name="Settled">The lines that need no repair any more, each with what declares its place again.</param>
/// <param name="Needless">The refused lines of the declaratie itself that need none: their places are granted already.</param>
public sealed record LineChange(
    IReadOnlyList<RefusedLine> Refused,
    IReadOnlyList<RefusedLine> Reopened,
    IReadOnlyList<RefusedLine> Settled,
    IReadOnlyList<RefusedLine> Needless
)
{
    /// <summary>What changes; a pure function, the same however often it is asked.</summary>
    /// <param name="others">All lines on the toewijzingen of the declaratie, without its own.</param>
    /// <param name="before">Its own lines as they stood in the worklist: none when it was not known there.</param>
    /// <param name="after">Its own lines as they are now: none when it was refused as a whole.</param>
    /// <param name="declaratieNummer">Its number.</param>
    /// <param name="answered">When its answer came in (UTC); null while there is none.</param>
    public static LineChange Of(
        IReadOnlyCollection<PrestatieNotice> others,
        IReadOnlyCollection<PrestatieNotice> before,
        IReadOnlyCollection<PrestatieNotice> after,
        string declaratieNummer,
        DateTimeOffset? answered
    )
    {
        var own = after.Count > 0 ? after.First().Origin.BerichtId : null;
        var was = Open([.. others, .. before]);
        var now = Open([.. others, .. after]);
        var added = now.Values.Where(line => !was.ContainsKey(line.Id)).ToLookup(line => line.Notice.Origin.BerichtId == own);
        var needless = after
            .Where(notice => notice is { Outcome: PrestatieOutcome.Refused, Prestatie.IsCredit: false })
            .Select(notice => new DeclaratieLine(notice, null))
            .Where(line => !now.ContainsKey(line.Id));
        return new LineChange(
            [.. added[true].Select(Own)],
            [.. added[false].Select(Line)],
            [.. was.Values.Where(line => !now.ContainsKey(line.Id)).Select(line => Line(line) with { RepairedBy = own })],
            [.. needless.Select(Own)]
        );

        RefusedLine Own(DeclaratieLine line) => Line(line) with { DeclaratieNummer = declaratieNummer, Answered = answered };
    }

    private static Dictionary<string, DeclaratieLine> Open(IEnumerable<PrestatieNotice> notices) =>
        LineWalk
            .ToRepair([.. notices.DistinctBy(DeclaratieLine.IdOf).Select(notice => new DeclaratieLine(notice, null))])
            .ToDictionary(line => line.Id, StringComparer.Ordinal);

    private static RefusedLine Line(DeclaratieLine line)
    {
        var (notice, prestatie) = (line.Notice, line.Notice.Prestatie);
        return new RefusedLine
        {
            Key = "",
            BerichtId = notice.Origin.BerichtId,
            Index = notice.Place,
            Gemeente = notice.Origin.Gemeente,
            Place = line.Place,
            ReferentieNummer = prestatie.ReferentieNummer,
            Volume = prestatie.GeleverdVolume,
            Eenheid = prestatie.Eenheid,
            Amount = prestatie.Amount,
            Codes = line.Attempt.Codes,
            Received = line.Received,
        };
    }
}
