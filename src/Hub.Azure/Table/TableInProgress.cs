using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>Table <c>onderhanden</c>: PartitionKey = gemeentecode, RowKey = BerichtId.</summary>
public sealed class TableInProgress(StorageAccount account, IUnreadableRows? unreadable = null) : IInProgress
{
    private const string Round = nameof(InProgress.Round);
    private const string RequeuedAt = nameof(InProgress.RequeuedAt);

    private readonly Table _table = new(account, "onderhanden", unreadable);

    /// <inheritdoc/>
    public Task RenewAsync(InProgress work, CancellationToken cancellation) =>
        _table.DoAsync("vernieuwen", (client, stop) => client.UpsertEntityAsync(Row(work), TableUpdateMode.Merge, stop), cancellation);

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichtId);
        var row = await _table
            .DoAsync(
                "zoeken",
                (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(Partition(berichtId), berichtId, cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        return row.HasValue;
    }

    /// <inheritdoc/>
    public async Task RemoveUnchangedAsync(InProgress work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        var version = new ETag(work.Version ?? throw new ArgumentException("Only what was read can be removed.", nameof(work)));
        try
        {
            await _table
                .DoAsync(
                    "verwijderen",
                    (client, stop) => client.DeleteEntityAsync(Partition(work.BerichtId), work.BerichtId, version, stop),
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
        {
            // Someone took it up again.
        }
    }

    /// <inheritdoc/>
    public async Task<bool> SetRoundAsync(InProgress work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        var row = new TableEntity(Partition(work.BerichtId), work.BerichtId) { [Round] = work.Round, [RequeuedAt] = work.RequeuedAt };
        try
        {
            // Whoever wrote last: two that queue it at once do so under one MessageId.
            await _table
                .DoAsync("ronde", (client, stop) => client.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, stop), cancellation)
                .ConfigureAwait(false);
            return true;
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.NotFound)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichtId);
        return _table.DoAsync(
            "verwijderen",
            (client, stop) => client.DeleteEntityAsync(Partition(berichtId), berichtId, cancellationToken: stop),
            cancellation
        );
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<InProgress> BeforeAsync(DateTimeOffset limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await _table
                .DoAsync("oud werk", (client, stop) => PageAsync(client, limit, continuation, stop), cancellation)
                .ConfigureAwait(false);
            foreach (var work in _table.Read(page?.Values ?? [], Read).Read)
            {
                yield return work;
            }
            continuation = page?.ContinuationToken;
        } while (!string.IsNullOrEmpty(continuation));
    }

    private static async Task<Page<TableEntity>?> PageAsync(
        TableClient client,
        DateTimeOffset limit,
        string? continuation,
        CancellationToken cancellation
    )
    {
        var filter = TableClient.CreateQueryFilter($"Sinds lt {limit}");
        var pages = client.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).AsPages(continuation);
        await foreach (var page in pages.WithCancellation(cancellation).ConfigureAwait(false))
        {
            return page;
        }
        return null;
    }

    private static TableEntity Row(InProgress work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new TableEntity(Partition(work.BerichtId), work.BerichtId) { ["Sessie"] = work.Session, ["Sinds"] = work.Since };
    }

    private static InProgress Read(TableEntity row) =>
        new(
            row.RowKey,
            row.Required("Sessie"),
            row.GetDateTimeOffset("Sinds") ?? default,
            row.GetInt32(Round) ?? 0,
            row.GetDateTimeOffset(RequeuedAt)
        )
        {
            Version = row.ETag.ToString(),
        };

    private static string Partition(string berichtId) => berichtId[..4];
}
