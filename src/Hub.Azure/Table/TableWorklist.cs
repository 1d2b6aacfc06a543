using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Search;
using Hub.Worklist;
using Hub.Zaken;

namespace Hub.Azure.Table;

/// <summary>
/// The worklists, in table <c>zoeken</c> beside the rows by which a deelnemer finds its berichten (<see cref="WorklistRow"/>), so that both
/// are written in one call per party. <c>q{zaak}</c> at the sender says that something was decided on a zaak before: it is added, not
/// looked for, and only when it was there the zaak is walked.
/// </summary>
public sealed class TableWorklist(StorageAccount account, ClientKeys keys, IUnreadableRows? unreadable = null) : IWorklistIndex
{
    private const int MaxAttempts = 1000;

    private readonly TableSearchIndex _search = new(account, keys, unreadable);
    private readonly Table _table = new(account, "zoeken", unreadable);

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<SearchEntry> entries, WorklistChange change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(change);
        var batch = new WorklistBatch();
        foreach (var entry in entries)
        {
            batch.Add(_search.Rows(entry));
        }
        foreach (var (before, after) in change.Termijnen.Select(listed => (listed.Before, listed.After)))
        {
            batch.Remove(before is null ? [] : WorklistRow.Termijn(before));
            batch.Put(after is null ? [] : WorklistRow.Termijn(after));
        }
        if (change.Processed is { } processed)
        {
            batch.Remove([WorklistRow.InProcess(processed)]);
        }
        if (change.Lines is { } lines)
        {
            var aanbieder = change.Pair.Aanbieder;
            batch.Remove(lines.Settled.Select(line => WorklistRow.Line(aanbieder, line, isSettled: false, keys)));
            batch.Put(lines.Settled.Concat(lines.Needless).Select(line => WorklistRow.Line(aanbieder, line, isSettled: true, keys)));
            batch.Remove(lines.Reopened.Select(line => WorklistRow.Line(aanbieder, line, isSettled: true, keys)));
            batch.Put(lines.Refused.Concat(lines.Reopened).Select(line => WorklistRow.Line(aanbieder, line, isSettled: false, keys)));
        }
        if (change.Verdict is { } decided)
        {
            AddAttempt(batch, decided);
        }
        // Each partition by itself, so that one that is done again does not take out twice what went with the others.
        await Task.WhenAll(
                batch
                    .PerPartition()
                    .Select(part =>
                        change.Verdict is { } verdict && part.Partition == verdict.Bericht.Header.Sender
                            ? DecideAsync(part.Batch, verdict, cancellation)
                            : SubmitAsync(part.Batch, cancellation)
                    )
            )
            .ConfigureAwait(false);
    }

    private async Task DecideAsync(WorklistBatch batch, ZaakVerdict verdict, CancellationToken cancellation)
    {
        try
        {
            // Nearly always nothing was decided on this zaak before.
            var first = batch.Copy();
            first.AddNew(Decided(verdict));
            if (verdict.Attempt.Verdict == Verdict.Refused)
            {
                first.Put([WorklistRow.Refused(verdict)]);
            }
            await SubmitAsync(first, cancellation).ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
        {
            await WalkAsync(batch, verdict, cancellation).ConfigureAwait(false);
            await SubmitAsync(batch, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task FinishAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var row = WorklistRow.InProcess(bericht);
        return _table.RemoveAsync([(row.PartitionKey, row.RowKey)], cancellation);
    }

    /// <inheritdoc/>
    public string Prefix(WorklistRange range) => WorklistRow.Prefix(range);

    /// <inheritdoc/>
    public Task<WorklistRows<WorklistItem>> ListAsync(
        string code,
        WorklistRange range,
        WorklistBounds bounds,
        int max,
        CancellationToken cancellation
    ) => ReadAsync(Filter(code, WorklistRow.Prefix(range), bounds), max, row => WorklistRow.Read(row, range), null, cancellation);

    /// <inheritdoc/>
    public Task<WorklistRows<WorklistKey>> KeysAsync(
        string code,
        WorklistRange range,
        WorklistBounds bounds,
        int max,
        CancellationToken cancellation
    ) =>
        ReadAsync(
            Filter(code, WorklistRow.Prefix(range), bounds),
            max,
            row => WorklistRow.ReadKey(row, range),
            ["PartitionKey", "RowKey"],
            cancellation
        );

    /// <inheritdoc/>
    public Task<WorklistRows<RefusedLine>> LinesAsync(
        string code,
        bool isSettled,
        string? after,
        int max,
        CancellationToken cancellation
    ) =>
        ReadAsync(
            Filter(code, WorklistRow.LinePrefix(isSettled), new WorklistBounds(after)),
            max,
            row => WorklistRow.ReadLine(row, keys),
            null,
            cancellation
        );

    /// <inheritdoc/>
    public Task<WorklistRows<RefusedLine>> LinesOfAsync(BerichtStatus declaratie, bool isSettled, int max, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(declaratie);
        var (from, until) = WorklistRow.LinesOf(declaratie, isSettled);
        return ReadAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {declaratie.Header.Aanbieder} and RowKey ge {from} and RowKey lt {until}"),
            max,
            row => WorklistRow.ReadLine(row, keys),
            null,
            cancellation
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attempt>> AttemptsAsync(string code, string zaak, CancellationToken cancellation)
    {
        var prefix = _search.Prefix(new SearchTerm(SearchKind.Zaak, zaak));
        var rows = await ReadAsync(
                Filter(code, prefix, default),
                MaxAttempts,
                row =>
                    WorklistRow.ReadAttempt(
                        row,
                        SearchPlace.Read(row.RowKey[prefix.Length..]) ?? throw new FormatException("This is no place.")
                    ),
                null,
                cancellation
            )
            .ConfigureAwait(false);
        return rows.Rows;
    }

    private async Task<WorklistRows<T>> ReadAsync<T>(
        string filter,
        int max,
        Func<TableEntity, T> read,
        IEnumerable<string>? select,
        CancellationToken cancellation
    )
    {
        var rows = await _table.ListAsync("werkvoorraad", filter, max + 1, cancellation, select).ConfigureAwait(false);
        var page = rows.Take(max).ToList();
        var (good, bad) = _table.Read(page, read);
        return new WorklistRows<T>(good, rows.Count > max, page.Count > 0 ? page[^1].RowKey : null, bad.Count);
    }

    // A clock stands by its last day; a day sorts before all keys that begin with it.
    private static string Filter(string code, string prefix, WorklistBounds bounds)
    {
        var first = bounds.From is { } from ? prefix + TermijnRow.Day(from) : prefix;
        // Just behind the key; one from another range is none of this.
        if (bounds.After is { } after && string.CompareOrdinal(after, first) >= 0)
        {
            first = after + "!";
        }
        var end = bounds.Until is { } until ? $"{prefix}{TermijnRow.Day(until)}~~" : prefix + "~";
        return TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey ge {first} and RowKey lt {end}");
    }

    private static TableEntity Decided(ZaakVerdict verdict) => new(verdict.Bericht.Header.Sender, "q" + verdict.Zaak);

    private void AddAttempt(WorklistBatch batch, ZaakVerdict verdict)
    {
        var header = verdict.Bericht.Header;
        foreach (var (code, other) in ((string, string)[])[(header.Sender, header.Addressee), (header.Addressee, header.Sender)])
        {
            var prefix = _search.Prefix(new SearchTerm(SearchKind.Zaak, verdict.Zaak));
            var row = new TableEntity(code, prefix + SearchPlace.Of(verdict.Bericht))
            {
                ["Soort"] = header.Kind.Name,
                ["Tegenpartij"] = other,
            };
            WorklistRow.Add(row, verdict.Attempt);
            batch.Put([row]);
        }
    }

    /// <summary>Walks a zaak on which something was decided before: what is repaired leaves the refused ones.</summary>
    private async Task WalkAsync(WorklistBatch batch, ZaakVerdict verdict, CancellationToken cancellation)
    {
        var code = verdict.Bericht.Header.Sender;
        var earlier = await AttemptsAsync(code, verdict.Zaak, cancellation).ConfigureAwait(false);
        List<Attempt> attempts = [.. earlier.Where(attempt => attempt.BerichtId != verdict.Attempt.BerichtId), verdict.Attempt];
        var open = ZaakWalk.ToRepair(attempts).Select(attempt => attempt.BerichtId).ToHashSet(StringComparer.Ordinal);
        batch.Put([Decided(verdict)]);
        if (verdict.Attempt.Verdict == Verdict.Refused && open.Contains(verdict.Attempt.BerichtId))
        {
            batch.Put([WorklistRow.Refused(verdict)]);
        }
        foreach (var zaak in ZaakWalk.Of(attempts))
        {
            if (zaak.Closing is not { } closing)
            {
                continue;
            }
            var keysOf = zaak.Refusals.Select(attempt => WorklistRow.RefusedKey(attempt.Received, attempt.BerichtId)).ToList();
            var rows = await _table.FindAsync("werkvoorraad", code, keysOf, cancellation).ConfigureAwait(false);
            batch.Remove(rows);
            batch.Put(rows.Select(row => WorklistRow.Repaired(row, closing.BerichtId)));
        }
    }

    private async Task SubmitAsync(WorklistBatch batch, CancellationToken cancellation)
    {
        try
        {
            await _table.WriteAsync("schrijven", batch.Actions(), cancellation).ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.NotFound)
        {
            // A batch is done whole or not at all, and not when a row that goes is gone: an earlier attempt came this far.
            await _table.WriteAsync("schrijven", batch.Writes(), cancellation).ConfigureAwait(false);
            await _table.RemoveAsync(batch.Removals(), cancellation).ConfigureAwait(false);
        }
    }
}
