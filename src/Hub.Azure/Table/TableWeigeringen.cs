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
public sealed class TableWeigeringen(Opslagaccount account, IUnreadableRows? unreadable = null) : IWeigeringen
{
    private const string DayKey = "dag-";
    private const string Count = "Aantal";
    private const string Bytes = "Bytes";

    private readonly Tabel _tabel = new(account, "weigeringen", unreadable);

    /// <inheritdoc/>
    public Task VoegToeAsync(Weigering weigering, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(weigering);
        var rij = new TableEntity(weigering.Deelnemer, weigering.Kenmerk)
        {
            ["Gemeente"] = weigering.Gemeente,
            ["Bevindingen"] = Bevindingentekst.Schrijf(weigering.Bevindingen),
            ["AantalBevindingen"] = weigering.AantalBevindingen,
            ["Archief"] = weigering.Archief.ToString(),
            ["Sha256"] = weigering.Sha256,
            ["Lengte"] = weigering.Lengte,
            ["Ontvangen"] = weigering.Ontvangen,
        };
        return _tabel.VoegToeAsync(rij, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Weigering> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // A page at a time, each from behind the last row of the one before.
        const int page = 1000;
        for (var (partition, last) = ("", ""); ;)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {last})");
            var rows = await _tabel.LijstAsync("lijst", filter, page, cancellation).ConfigureAwait(false);
            foreach (var weigering in _tabel.Read(rows.Where(row => !row.RowKey.StartsWith(DayKey, StringComparison.Ordinal)), Read).Read)
                yield return weigering;
            if (rows.Count < page) yield break;
            (partition, last) = (rows[^1].PartitionKey, rows[^1].RowKey);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(Weigering weigering, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(weigering);
        return _tabel.VerwijderAsync([(weigering.Deelnemer, weigering.Kenmerk)], cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> HasRoomAsync(string deelnemer, DateOnly dag, long bytes, RefusalBounds bounds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var (row, _) = await DayAsync(deelnemer, dag, cancellation).ConfigureAwait(false);
        return Fit(row, bytes, bounds);
    }

    /// <inheritdoc/>
    public async Task<bool> TakeRoomAsync(string deelnemer, DateOnly dag, long bytes, RefusalBounds bounds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        // Another of this sender may be counted at the same time.
        return await Retry.OnConflictAsync(async _ =>
        {
            var (row, isNew) = await DayAsync(deelnemer, dag, cancellation).ConfigureAwait(false);
            if (!Fit(row, bytes, bounds)) return false;
            row[Count] = (row.GetInt32(Count) ?? 0) + 1;
            row[Bytes] = (row.GetInt64(Bytes) ?? 0) + bytes;
            await _tabel.DoeAsync("tellen", (client, stop) => isNew
                ? client.AddEntityAsync(row, stop)
                : client.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, stop), cancellation).ConfigureAwait(false);
            return true;
        }, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Weigering?> FindAsync(string? deelnemer, string kenmerk, CancellationToken cancellation)
    {
        var rows = deelnemer is null
            ? await _tabel.LijstAsync("zoeken", TableClient.CreateQueryFilter($"RowKey eq {kenmerk}"), 1, cancellation).ConfigureAwait(false)
            : await _tabel.ZoekAsync("zoeken", deelnemer, [kenmerk], cancellation).ConfigureAwait(false);
        return rows.Count == 0 ? null : _tabel.ReadOne(rows[0], Read);
    }

    private static Weigering Read(TableEntity row) => new()
    {
        Kenmerk = row.RowKey,
        Deelnemer = row.PartitionKey,
        Gemeente = row.GetString("Gemeente"),
        Bevindingen = Bevindingentekst.Lees(row.GetString("Bevindingen")),
        AantalBevindingen = row.GetInt32("AantalBevindingen") ?? 0,
        Archief = ArchiefVerwijzing.Lees(row.GetString("Archief")),
        Sha256 = row.GetString("Sha256"),
        Lengte = row.GetInt64("Lengte") ?? 0,
        Ontvangen = row.GetDateTimeOffset("Ontvangen") ?? default,
    };

    private static bool Fit(TableEntity day, long bytes, RefusalBounds bounds) =>
        bounds.Fit(day.GetInt32(Count) ?? 0, day.GetInt64(Bytes) ?? 0, bytes);

    private async Task<(TableEntity Row, bool IsNew)> DayAsync(string deelnemer, DateOnly dag, CancellationToken cancellation)
    {
        var key = DayKey + dag.ToString("O", CultureInfo.InvariantCulture);
        var row = await _tabel.DoeAsync("dag", (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(
            deelnemer, key, cancellationToken: stop), cancellation).ConfigureAwait(false);
        return row.HasValue ? (row.Value!, false) : (new TableEntity(deelnemer, key), true);
    }
}
