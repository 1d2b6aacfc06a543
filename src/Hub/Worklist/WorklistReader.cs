using System.Globalization;
using Hub.Deelnemers;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Worklist;

/// <summary>
/// Reads the worklist of a deelnemer: four lists, counted and page by page. It reads rows of that deelnemer and of nobody else, and only
/// the ranges that it shows (docs/search.md).
/// </summary>
public sealed class WorklistReader(IWorklistIndex index, IPostbus postbus, WorkingCalendars calendars, TimeProvider time)
{
    /// <summary>How many lines a page usually has.</summary>
    public const int PageSize = 50;

    /// <summary>The most lines that one page has.</summary>
    public const int MaxPageSize = 200;

    /// <summary>Up to so many lines of a kind are counted; a call reads a thousand rows, of which one tells that there are more.</summary>
    public const int MaxCounted = 999;

    // A start or stop is due so many werkdagen after its day, and is shown from that day on.
    private const int WorkingDaysLevering = 5;

    // More than five werkdagen ever take, free days around them included.
    private const int MaxDaysLevering = 21;

    /// <summary>The four lists, counted: eight calls, made together.</summary>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<WorklistOverview> OverviewAsync(Deelnemer deelnemer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        var now = time.GetUtcNow();
        var today = Calendar.Day(now);
        var (code, yesterday) = (deelnemer.Code, today.AddDays(-1));
        var answersByMe = Keys(WorklistRange.AnswersByMe, default);
        var leveringenByMe = Keys(WorklistRange.LeveringenByMe, new WorklistBounds(Until: today.AddDays(MaxDaysLevering)));
        var answersByOther = Keys(WorklistRange.AnswersByOther, default);
        var leveringenByOther = Keys(WorklistRange.LeveringenByOther, new WorklistBounds(Until: yesterday));
        var inProcess = Keys(WorklistRange.InProcess, default);
        var refused = Keys(WorklistRange.Refused, default);
        var lines = LinesAsync(deelnemer, isSettled: false, null, MaxCounted, cancellation);
        var poststukken = deelnemer.Channel == Channel.Http ? postbus.CountAsync(code, MaxCounted + 1, cancellation) : Task.FromResult(0);
        await Task.WhenAll(answersByMe, leveringenByMe, answersByOther, leveringenByOther, inProcess, refused, lines, poststukken)
            .ConfigureAwait(false);

        List<WorklistKey> mine =
        [
            .. (await answersByMe.ConfigureAwait(false)).Rows,
            .. (await leveringenByMe.ConfigureAwait(false)).Rows.Where(key => IsDue(key.Pair!.Value, key.Deadline!.Value, today)),
        ];
        var isMore = (await answersByMe.ConfigureAwait(false)).HasMore || (await leveringenByMe.ConfigureAwait(false)).HasMore;
        var waits = mine.Where(key => key.Deadline >= today).ToList();
        var theirs = await answersByOther.ConfigureAwait(false);
        var waiting = await poststukken.ConfigureAwait(false);
        var toRepair = await lines.ConfigureAwait(false);
        return new WorklistOverview
        {
            At = now,
            WaitsForMe = new WorklistCount(waits.Count, isMore) + new WorklistCount(Math.Min(waiting, MaxCounted), waiting > MaxCounted),
            DueToday = waits.Count(key => key.Deadline == today),
            IsPostbusKnown = deelnemer.Channel == Channel.Http,
            OverdueByMe = new WorklistCount(mine.Count(key => key.Deadline < today), isMore),
            OverdueByOther =
                new WorklistCount(theirs.Rows.Count(key => key.Deadline < today), theirs.HasMore)
                + Count(await leveringenByOther.ConfigureAwait(false)),
            RefusedBerichten = Count(await refused.ConfigureAwait(false)),
            RefusedLines = new WorklistCount(toRepair.Rows.Count, toRepair.HasMore),
            RefusedAmount = toRepair.Rows.Sum(line => line.Amount),
            UnderWay =
                Count(await inProcess.ConfigureAwait(false))
                + new WorklistCount(theirs.Rows.Count(key => key.Deadline >= today), theirs.HasMore),
        };

        Task<WorklistRows<WorklistKey>> Keys(WorklistRange range, WorklistBounds bounds) =>
            index.KeysAsync(code, range, bounds, MaxCounted, cancellation);
    }

    /// <summary>
    /// A page of a list. What must be done first stands first: by last day, and what has none behind that, oldest first; of what is late
    /// what the deelnemer itself must send comes before what it waits for.
    /// </summary>
    /// <param name="deelnemer">Whose list.</param>
    /// <param name="kind">Which list.</param>
    /// <param name="after">Where an earlier page ended; null, or what is no such place, to begin at the first.</param>
    /// <param name="count">The most lines to give, at most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    public Task<WorklistPage> ListAsync(Deelnemer deelnemer, WorklistKind kind, string? after, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var today = Calendar.Day(time.GetUtcNow());
        var (code, past) = (deelnemer.Code, new WorklistBounds(Until: today.AddDays(-1)));
        var future = new WorklistBounds(From: today);
        WorklistPart[] parts = kind switch
        {
            WorklistKind.WaitsForMe =>
            [
                Merged(
                    (WorklistRange.AnswersByMe, future),
                    (WorklistRange.LeveringenByMe, future with { Until = today.AddDays(MaxDaysLevering) })
                ),
                Poststukken(deelnemer),
            ],
            WorklistKind.Overdue =>
            [
                Merged((WorklistRange.AnswersByMe, past), (WorklistRange.LeveringenByMe, past)),
                Merged((WorklistRange.AnswersByOther, past), (WorklistRange.LeveringenByOther, past)),
            ],
            WorklistKind.Refused => [Merged((WorklistRange.Refused, default))],
            WorklistKind.UnderWay => [Merged((WorklistRange.InProcess, default)), Merged((WorklistRange.AnswersByOther, future))],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return WorklistPart.ReadAsync(parts, after, Math.Min(count, MaxPageSize), cancellation);

        WorklistPart Merged(params (WorklistRange Range, WorklistBounds Bounds)[] ranges) =>
            new(
                (place, max, stop) =>
                    WorklistPart.MergeAsync(
                        index,
                        code,
                        ranges,
                        place,
                        max,
                        item =>
                            item.Termijn is not (TermijnKind.Start or TermijnKind.Stop)
                            || !item.IsMine
                            || IsDue(PairOf(deelnemer, item), item.Deadline!.Value, today),
                        stop
                    )
            );
    }

    /// <summary>Refused berichten that were repaired since, oldest first.</summary>
    /// <param name="deelnemer">Whose.</param>
    /// <param name="after">Where an earlier page ended; null to begin at the first.</param>
    /// <param name="count">The most to give, at most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    public Task<WorklistPage> RepairedAsync(Deelnemer deelnemer, string? after, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        (WorklistRange, WorklistBounds)[] ranges = [(WorklistRange.Repaired, default)];
        WorklistPart part = new((place, max, stop) => WorklistPart.MergeAsync(index, deelnemer.Code, ranges, place, max, _ => true, stop));
        return WorklistPart.ReadAsync([part], after, Math.Min(count, MaxPageSize), cancellation);
    }

    /// <summary>The refused lines that are not repaired, by code, with their amounts; up to <see cref="MaxCounted"/> lines.</summary>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<RefusedGroups> RefusedGroupsAsync(Deelnemer deelnemer, CancellationToken cancellation)
    {
        var lines = await LinesAsync(deelnemer, isSettled: false, null, MaxCounted, cancellation).ConfigureAwait(false);
        return new RefusedGroups(
            RefusedGroup.Of(lines.Rows),
            new WorklistCount(lines.Rows.Count, lines.HasMore),
            lines.Rows.Sum(line => line.Amount)
        );
    }

    /// <summary>The refused lines of an aanbieder, oldest first; of a gemeente none.</summary>
    /// <param name="deelnemer">Whose.</param>
    /// <param name="isSettled">
    /// False for those that must still be repaired; true for those that need none any more: declared again since, or granted before.
    /// </param>
    /// <param name="code">Only those of this group, its empty code included; null for all. A page can hold few, or none, and not be the
    /// last.
    /// </param>
    /// <param name="after">Where an earlier page ended; null to begin at the oldest.</param>
    /// <param name="count">The most to give, at most <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">A table failed.</exception>
    public async Task<RefusedLinePage> RefusedLinesAsync(
        Deelnemer deelnemer,
        bool isSettled,
        string? code,
        string? after,
        int count,
        CancellationToken cancellation
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        count = Math.Min(count, MaxPageSize);
        // Of one group more is read than is given.
        var rows = await LinesAsync(deelnemer, isSettled, after, code is null ? count : MaxCounted, cancellation).ConfigureAwait(false);
        List<RefusedLine> fit = [.. rows.Rows.Where(line => code is null || line.Code == code)];
        return fit.Count > count
            ? new RefusedLinePage(fit[..count], fit[count - 1].Key, rows.Unreadable)
            : new RefusedLinePage(fit, rows.HasMore ? rows.Last : null, rows.Unreadable);
    }

    private Task<WorklistRows<RefusedLine>> LinesAsync(
        Deelnemer deelnemer,
        bool isSettled,
        string? after,
        int max,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        return deelnemer.Kind == DeelnemerKind.Aanbieder
            ? index.LinesAsync(deelnemer.Code, isSettled, after, max, cancellation)
            : Task.FromResult(new WorklistRows<RefusedLine>([], false, null, 0));
    }

    private WorklistPart Poststukken(Deelnemer deelnemer) =>
        new(
            async (place, max, stop) =>
            {
                if (deelnemer.Channel != Channel.Http)
                {
                    return new WorklistPage([], null, 0);
                }
                _ = long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var after);
                var page = await postbus.ListAsync(deelnemer.Code, after, max, stop).ConfigureAwait(false);
                return new WorklistPage(
                    [.. page.Pieces.Select(piece => Item(deelnemer, piece))],
                    page.More ? page.Last.ToString(CultureInfo.InvariantCulture) : null,
                    page.Unreadable.Count
                );
            }
        );

    private static WorklistItem Item(Deelnemer deelnemer, WaitingPoststuk waiting)
    {
        var piece = waiting.Piece;
        return new WorklistItem
        {
            Key = piece.Id,
            Reason = WorklistReason.Poststuk,
            BerichtId = piece.BerichtId,
            Berichtsoort = piece.Berichtsoort,
            Identificatie = piece.Identificatie,
            Counterparty = piece.Afzender == deelnemer.Code ? piece.Ontvanger : piece.Afzender,
            Since = waiting.Laid,
            IsMine = true,
            Notice = piece switch
            {
                { Reminder: not null } => PostbusNotice.Reminder,
                { Signal: not null } => PostbusNotice.Signal,
                _ => null,
            },
            SequenceNumber = waiting.SequenceNumber,
        };
    }

    private static WorklistCount Count(WorklistRows<WorklistKey> rows) => new(rows.Rows.Count, rows.HasMore);

    private static Pair PairOf(Deelnemer deelnemer, WorklistItem item) =>
        deelnemer.Kind == DeelnemerKind.Gemeente
            ? new Pair(deelnemer.Code, item.Counterparty)
            : new Pair(item.Counterparty, deelnemer.Code);

    // From the day on which its five werkdagen begin to run.
    private bool IsDue(Pair pair, DateOnly deadline, DateOnly today) =>
        deadline <= calendars.Of(pair.Gemeente).After(today, WorkingDaysLevering);
}
