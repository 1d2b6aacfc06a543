using Azure.Data.Tables;
using Hub.Register;

namespace Hub.Azure.Table;

/// <summary>Table <c>compleet</c>: PartitionKey = gemeente, RowKey = aanbieder; a row says that the pair is complete.</summary>
public sealed class TableCompleteness(StorageAccount account) : ICompleteness
{
    private readonly Table _table = new(account, "compleet");

    /// <inheritdoc/>
    public async Task<bool> IsCompleteAsync(Pair pair, CancellationToken cancellation)
    {
        var row = await _table
            .DoAsync(
                "zoeken",
                (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(pair.Gemeente, pair.Aanbieder, cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        return row.HasValue;
    }

    /// <inheritdoc/>
    public async Task SetAsync(Pair pair, bool complete, CancellationToken cancellation)
    {
        if (complete)
        {
            await _table.AddAsync(new TableEntity(pair.Gemeente, pair.Aanbieder), cancellation).ConfigureAwait(false);
        }
        else
        {
            await _table.RemoveAsync([(pair.Gemeente, pair.Aanbieder)], cancellation).ConfigureAwait(false);
        }
    }
}
