using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>
/// Table <c>berichten</c>: PartitionKey = the first 7 characters of the BerichtId (gemeentecode, dash and two hex digits, so that one
/// gemeente spreads over 256 partitions), RowKey = BerichtId.
/// </summary>
public sealed class TableBerichten(StorageAccount account, IUnreadableRows? unreadable = null) : IBerichten
{
    private readonly Table _table = new(account, "berichten", unreadable);

    /// <inheritdoc/>
    public async Task<BerichtStatus?> FindAsync(string berichtId, CancellationToken cancellation)
    {
        if (!BerichtId.IsValid(berichtId))
        {
            return null;
        }
        var row = await _table
            .DoAsync(
                "zoeken",
                (client, stop) =>
                    client.GetEntityIfExistsAsync<TableEntity>(BerichtRow.Partition(berichtId), berichtId, cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        return row.HasValue ? _table.ReadOne(row.Value!, BerichtRow.Read) : null;
    }

    /// <inheritdoc/>
    public async Task<string?> AddAsync(BerichtStatus bericht, CancellationToken cancellation) =>
        (await _table.AddForVersionAsync(BerichtRow.Write(bericht), cancellation).ConfigureAwait(false))?.ToString();

    /// <inheritdoc/>
    public Task UpdateAsync(IReadOnlyList<BerichtStatus> berichten, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichten);
        return _table.WriteAsync(
            "bijwerken",
            berichten.Select(bericht => new TableTransactionAction(
                TableTransactionActionType.UpdateReplace,
                BerichtRow.Write(bericht),
                new ETag(bericht.Version ?? throw new ArgumentException("Only what was read can be updated.", nameof(berichten)))
            )),
            cancellation
        );
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string berichtId, CancellationToken cancellation) =>
        _table.RemoveAsync([(BerichtRow.Partition(berichtId), berichtId)], cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BerichtStatus> AllAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A partition is the beginning of the ids in it, so that the order of partitions and rows is that of the ids.
        const int page = 1000;
        for (var last = after ?? ""; ; )
        {
            var partition = BerichtRow.Partition(last);
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {last})"
            );
            var rows = await _table.ListAsync("lijst", filter, page, cancellation).ConfigureAwait(false);
            var (read, bad) = _table.Read(rows, BerichtRow.Read);
            // Nobody would know that it is left out.
            if (bad.Count > 0 && unreadable is null)
            {
                throw bad[0];
            }
            foreach (var bericht in read)
            {
                yield return bericht;
            }
            if (rows.Count < page)
            {
                yield break;
            }
            last = rows[^1].RowKey;
        }
    }

    /// <inheritdoc/>
    public Task ProbeAsync(CancellationToken cancellation) => FindAsync("0000-" + new string('0', 32), cancellation);
}
