using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Hub.Azure.Table;

/// <summary>One table, made when it turns out not to be there; in Azure, Bicep has made it already.</summary>
internal sealed class Table(StorageAccount account, string name, IUnreadableRows? unreadable = null)
{
    private const int MaxPerPage = 1000;
    private const int MaxPerBatch = 100;

    // The service takes 15 comparisons in a filter; three are the partition and the bounds.
    private const int MaxPerFilter = 12;

    // A page of which less than one row in so many was asked for is mostly read for nothing.
    private const int SparsePer = 50;
    private const int MaxAtOnce = 8;

    private readonly TableClient _client = account.Tables.GetTableClient(name);

    // The library makes a row by reflection; without this a trimmed app has no constructor for it.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(TableEntity))]
    public Task<T> DoAsync<T>(string operation, Func<TableClient, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        StorageFaults.Translate(
            $"tabel {name}: {operation}",
            async stop =>
            {
                try
                {
                    return await work(_client, stop).ConfigureAwait(false);
                }
                catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.TableNotFound)
                {
                    await _client.CreateIfNotExistsAsync(stop).ConfigureAwait(false);
                    return await work(_client, stop).ConfigureAwait(false);
                }
            },
            cancellation
        );

    /// <summary>
    /// What rows say, and which can't be read: those are told of and passed over, so that one never keeps the others from being given.
    /// </summary>
    public (List<T> Read, List<UnreadableRowException> Unreadable) Read<T>(IEnumerable<TableEntity> rows, Func<TableEntity, T> read)
    {
        var (good, bad) = (new List<T>(), new List<UnreadableRowException>());
        foreach (var row in rows)
        {
            try
            {
                good.Add(read(row));
            }
            catch (Exception fault)
            {
                bad.Add(Tell(row, fault));
            }
        }

        return (good, bad);
    }

    /// <summary>What one row says.</summary>
    /// <exception cref="UnreadableRowException">It can't be read.</exception>
    public T ReadOne<T>(TableEntity row, Func<TableEntity, T> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception fault)
        {
            throw Tell(row, fault);
        }
    }

    private UnreadableRowException Tell(TableEntity row, Exception fault)
    {
        var told = new UnreadableRowException(name, RowName.Of(row));
        unreadable?.Report(told, fault.GetType().Name);
        return told;
    }

    /// <summary>Adds a row; false when its key is there already.</summary>
    public async Task<bool> AddAsync(TableEntity row, CancellationToken cancellation) =>
        await AddForVersionAsync(row, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Adds a row and gives its version; null when its key is there already.</summary>
    public async Task<ETag?> AddForVersionAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            return (await DoAsync("toevoegen", (client, stop) => client.AddEntityAsync(row, stop), cancellation).ConfigureAwait(false))
                .Headers
                .ETag;
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
        {
            return null;
        }
    }

    /// <summary>The rows of a filter in the order of their keys, at most <paramref name="count"/> of them.</summary>
    public Task<List<TableEntity>> ListAsync(
        string operation,
        string filter,
        int? count,
        CancellationToken cancellation,
        IEnumerable<string>? select = null
    ) =>
        DoAsync(
            operation,
            async (client, stop) =>
            {
                var read = new List<TableEntity>();
                var perPage = count is < MaxPerPage ? count : MaxPerPage;
                await foreach (var row in client.QueryAsync<TableEntity>(filter, perPage, select, stop).ConfigureAwait(false))
                {
                    read.Add(row);
                    if (read.Count == count)
                    {
                        break;
                    }
                }

                return read;
            },
            cancellation
        );

    /// <summary>
    /// The rows of a partition with these keys, in as few calls as the service takes. One key is a point read; up to
    /// <see cref="MaxPerFilter"/> are one query between the first and the last. More are a scan in the order of the keys, which jumps from
    /// the end of a page to the next key that is asked for; where few of a page were asked for, the rest goes by queries of
    /// <see cref="MaxPerFilter"/>.
    /// </summary>
    public async Task<List<TableEntity>> FindAsync(
        string operation,
        string partition,
        IReadOnlyCollection<string> theKeys,
        CancellationToken cancellation
    )
    {
        string[] keys = [.. theKeys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        switch (keys.Length)
        {
            case 0:
                return [];
            case 1:
                var row = await DoAsync(
                        operation,
                        (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(partition, keys[0], cancellationToken: stop),
                        cancellation
                    )
                    .ConfigureAwait(false);
                return row.HasValue ? [row.Value!] : [];
            case <= MaxPerFilter:
                return await ListAsync(operation, Filter(partition, keys), null, cancellation).ConfigureAwait(false);
            default:
                return await SpringAsync(operation, partition, keys, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Does actions in batches of at most 100, each of one partition, whole or not at all; a few at the same time.</summary>
    public Task WriteAsync(string operation, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        var batches = actions.GroupBy(action => action.Entity.PartitionKey).SelectMany(partition => partition.Chunk(MaxPerBatch));
        return Parallel.ForEachAsync(
            batches,
            AtOnce(cancellation),
            async (batch, stop) => await DoAsync(operation, (client, end) => SubmitAsync(client, batch, end), stop).ConfigureAwait(false)
        );
    }

    /// <summary>
    /// Does actions of one partition, whole or not at all. One that stands alone goes by itself: as a batch it would cost both sides twice
    /// as much. It fails as a batch would; removing does not (what is gone already is no error then), and stays one.
    /// </summary>
    internal static async Task<bool> SubmitAsync(
        TableClient client,
        IReadOnlyList<TableTransactionAction> actions,
        CancellationToken cancellation
    )
    {
        if (actions is not [{ Entity: TableEntity row } action])
        {
            await client.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
            return true;
        }

        await (
            action.ActionType switch
            {
                TableTransactionActionType.Add => client.AddEntityAsync(row, cancellation),
                TableTransactionActionType.UpdateMerge => client.UpdateEntityAsync(row, action.ETag, TableUpdateMode.Merge, cancellation),
                TableTransactionActionType.UpdateReplace => client.UpdateEntityAsync(
                    row,
                    action.ETag,
                    TableUpdateMode.Replace,
                    cancellation
                ),
                TableTransactionActionType.UpsertMerge => client.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation),
                TableTransactionActionType.UpsertReplace => client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation),
                _ => client.SubmitTransactionAsync(actions, cancellation) as Task,
            }
        ).ConfigureAwait(false);
        return true;
    }

    /// <summary>Removes rows, in batches of at most 100 of one partition; no error when one is gone already.</summary>
    public Task RemoveAsync(IEnumerable<(string Partition, string Key)> rows, CancellationToken cancellation)
    {
        var batches = rows.Distinct().GroupBy(row => row.Partition).SelectMany(partition => partition.Chunk(MaxPerBatch));
        return Parallel.ForEachAsync(
            batches,
            AtOnce(cancellation),
            async (batch, stop) =>
            {
                if (batch.Length > 1 && await TryRemoveAsync(batch, stop).ConfigureAwait(false))
                {
                    return;
                }
                foreach (var (partition, key) in batch)
                {
                    await DoAsync("verwijderen", (client, end) => client.DeleteEntityAsync(partition, key, cancellationToken: end), stop)
                        .ConfigureAwait(false);
                }
            }
        );
    }

    // A batch is done whole or not at all, and not when one of its rows is gone.
    private Task<bool> TryRemoveAsync((string Partition, string Key)[] rows, CancellationToken cancellation)
    {
        var actions = rows.Select(row => new TableTransactionAction(
                TableTransactionActionType.Delete,
                new TableEntity(row.Partition, row.Key),
                ETag.All
            ))
            .ToList();
        return DoAsync(
            "verwijderen",
            async (client, stop) =>
            {
                try
                {
                    await client.SubmitTransactionAsync(actions, stop).ConfigureAwait(false);
                    return true;
                }
                catch (RequestFailedException fault) when (fault.Status == 404 && fault.ErrorCode != TableErrorCode.TableNotFound)
                {
                    return false;
                }
            },
            cancellation
        );
    }

    private async Task<List<TableEntity>> SpringAsync(string operation, string partition, string[] keys, CancellationToken cancellation)
    {
        var asked = keys.ToHashSet(StringComparer.Ordinal);
        var found = new List<TableEntity>();
        string? continuation = null;
        for (var next = 0; next < keys.Length; )
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {keys[next]} and RowKey le {keys[^1]}");
            var page = await DoAsync(operation, (client, stop) => PageAsync(client, filter, continuation, stop), cancellation)
                .ConfigureAwait(false);
            var before = found.Count;
            found.AddRange(page.Values.Where(row => asked.Contains(row.RowKey)));
            if (string.IsNullOrEmpty(page.ContinuationToken))
            {
                break;
            }
            // A page can be cut short, and even be empty, by the service: then it goes on where it was.
            continuation = page.Values.Count == 0 ? page.ContinuationToken : null;
            while (page.Values.Count > 0 && next < keys.Length && string.CompareOrdinal(keys[next], page.Values[^1].RowKey) <= 0)
            {
                next++;
            }
            if (page.Values.Count > 0 && (found.Count - before) * SparsePer < page.Values.Count)
            {
                found.AddRange(await ApartAsync(operation, partition, keys[next..], cancellation).ConfigureAwait(false));
                break;
            }
        }

        return found;
    }

    private async Task<List<TableEntity>> ApartAsync(string operation, string partition, string[] keys, CancellationToken cancellation)
    {
        var parts = keys.Chunk(MaxPerFilter).ToList();
        var found = new List<TableEntity>[parts.Count];
        await Parallel
            .ForAsync(
                0,
                parts.Count,
                AtOnce(cancellation),
                async (i, stop) => found[i] = await ListAsync(operation, Filter(partition, parts[i]), null, stop).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return [.. found.SelectMany(rows => rows)];
    }

    // The bounds keep the service from looking through the whole partition.
    private static string Filter(string partition, string[] keys) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {keys[0]} and RowKey le {keys[^1]}")
        + $" and ({string.Join(" or ", keys.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key}")))})";

    private static async Task<Page<TableEntity>> PageAsync(
        TableClient client,
        string filter,
        string? continuation,
        CancellationToken cancellation
    )
    {
        var pages = client.QueryAsync<TableEntity>(filter, MaxPerPage, cancellationToken: cancellation).AsPages(continuation);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            return page;
        }
        throw new StorageException(StorageFault.Retry, "A query gave not even an empty page.");
    }

    internal static ParallelOptions AtOnce(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellation };
}
