using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Hub.Archief;
using Hub.Berichten;
using Hub.Retries;

namespace Hub.Azure.Table;

/// <summary>
/// Table <c>weigeringen</c>: PartitionKey = code of the deelnemer that sent it, RowKey = kenmerk (rises with time), or <c>dag-{day}</c>
/// with how many there were that day and of how many bytes.
/// </summary>
public sealed class TableRefusals(StorageAccount account, IUnreadableRows? unreadable = null) : IRefusals
{
    private const string DayKey = "dag-";
    private const string Count = "Aantal";
    private const string Bytes = "Bytes";

    private readonly Table _table = new(account, "weigeringen", unreadable);

    /// <inheritdoc/>
    public Task AddAsync(Refusal refusal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var row = new TableEntity(refusal.Deelnemer, refusal.Reference)
        {
            ["Gemeente"] = refusal.Gemeente,
            ["Bevindingen"] = BevindingText.Write(refusal.Bevindingen),
            ["AantalBevindingen"] = refusal.BevindingCount,
            ["Archief"] = refusal.Archief.ToString(),
            ["Sha256"] = refusal.Sha256,
            ["Lengte"] = refusal.Length,
            ["Ontvangen"] = refusal.Received,
        };
        return _table.AddAsync(row, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Refusal> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // A page at a time, each from behind the last row of the one before.
        const int page = 1000;
        for (var (partition, last) = ("", ""); ; )
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {last})"
            );
            var rows = await _table.ListAsync("lijst", filter, page, cancellation).ConfigureAwait(false);
            foreach (var refusal in _table.Read(rows.Where(row => !row.RowKey.StartsWith(DayKey, StringComparison.Ordinal)), Read).Read)
            {
                yield return refusal;
            }
            if (rows.Count < page)
            {
                yield break;
            }
            (partition, last) = (rows[^1].PartitionKey, rows[^1].RowKey);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(Refusal refusal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return _table.RemoveAsync([(refusal.Deelnemer, refusal.Reference)], cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> HasRoomAsync(string deelnemer, DateOnly day, long bytes, RefusalBounds bounds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var (row, _) = await DayAsync(deelnemer, day, cancellation).ConfigureAwait(false);
        return Fit(row, bytes, bounds);
    }

    /// <inheritdoc/>
    public async Task<bool> TakeRoomAsync(string deelnemer, DateOnly day, long bytes, RefusalBounds bounds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        // Another of this sender may be counted at the same time.
        return await Retry
            .OnConflictAsync(
                async _ =>
                {
                    var (row, isNew) = await DayAsync(deelnemer, day, cancellation).ConfigureAwait(false);
                    if (!Fit(row, bytes, bounds))
                    {
                        return false;
                    }
                    row[Count] = (row.GetInt32(Count) ?? 0) + 1;
                    row[Bytes] = (row.GetInt64(Bytes) ?? 0) + bytes;
                    await _table
                        .DoAsync(
                            "tellen",
                            (client, stop) =>
                                isNew
                                    ? client.AddEntityAsync(row, stop)
                                    : client.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, stop),
                            cancellation
                        )
                        .ConfigureAwait(false);
                    return true;
                },
                cancellation
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Refusal?> FindAsync(string? deelnemer, string reference, CancellationToken cancellation)
    {
        var rows = deelnemer is null
            ? await _table
                .ListAsync("zoeken", TableClient.CreateQueryFilter($"RowKey eq {reference}"), 1, cancellation)
                .ConfigureAwait(false)
            : await _table.FindAsync("zoeken", deelnemer, [reference], cancellation).ConfigureAwait(false);
        return rows.Count == 0 ? null : _table.ReadOne(rows[0], Read);
    }

    private static Refusal Read(TableEntity row) =>
        new()
        {
            Reference = row.RowKey,
            Deelnemer = row.PartitionKey,
            Gemeente = row.GetString("Gemeente"),
            Bevindingen = BevindingText.Read(row.GetString("Bevindingen")),
            BevindingCount = row.GetInt32("AantalBevindingen") ?? 0,
            Archief = ArchiefReference.Read(row.GetString("Archief")),
            Sha256 = row.GetString("Sha256"),
            Length = row.GetInt64("Lengte") ?? 0,
            Received = row.GetDateTimeOffset("Ontvangen") ?? default,
        };

    private static bool Fit(TableEntity day, long bytes, RefusalBounds bounds) =>
        bounds.Fit(day.GetInt32(Count) ?? 0, day.GetInt64(Bytes) ?? 0, bytes);

    private async Task<(TableEntity Row, bool IsNew)> DayAsync(string deelnemer, DateOnly day, CancellationToken cancellation)
    {
        var key = DayKey + day.ToString("O", CultureInfo.InvariantCulture);
        var row = await _table
            .DoAsync(
                "dag",
                (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(deelnemer, key, cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        return row.HasValue ? (row.Value!, false) : (new TableEntity(deelnemer, key), true);
    }
}
