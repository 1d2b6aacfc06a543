using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Hub.Postbus;
using Hub.Retries;

namespace Hub.Azure.Table;

/// <summary>
/// Table <c>postbus</c>: a partition per deelnemer, whose code is the PartitionKey. Row <c>stand</c> holds the last number given out,
/// <c>v{number}</c> what waits, <c>i{id}</c> what was ever put in, so that nothing comes in twice. The three change together, in one batch.
/// </summary>
public sealed class TablePostbus(StorageAccount account, TimeProvider time, IUnreadableRows? unreadable = null) : IPostbus
{
    private const string StateKey = "stand";

    private readonly Table _table = new(account, "postbus", unreadable);
    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<bool> DepositAsync(string code, Poststuk piece, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(piece);
        var state = _states.GetOrAdd(code, _ => new State());
        await DependencyBound.RunAsync("tabel postbus: neerleggen", state.Gate.WaitAsync, cancellation).ConfigureAwait(false);
        try
        {
            // Another instance of the app may put something in at the same time.
            return await Retry
                .OnConflictAsync(
                    async attempt =>
                    {
                        if (attempt > 0 && await FindAsync(code, piece.Id, cancellation).ConfigureAwait(false) is not null)
                        {
                            return false;
                        }
                        if (!state.IsKnown)
                        {
                            await ReadAsync(code, state, cancellation).ConfigureAwait(false);
                        }
                        await PutAsync(code, piece, state, cancellation).ConfigureAwait(false);
                        return true;
                    },
                    cancellation
                )
                .ConfigureAwait(false);
        }
        finally
        {
            state.Gate.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<PostbusPage> ListAsync(string code, long after, int count, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey gt {Key(after)} and RowKey lt {"w"}");
        var rows = await _table.ListAsync("lijst", filter, count + 1, cancellation).ConfigureAwait(false);
        var page = rows.Take(count).ToList();
        var (read, bad) = _table.Read(page, PoststukRow.Read);
        // By the key, which is there whatever the row says: who reads on must get past a row that can't be read.
        return new PostbusPage(read, rows.Count > count, page.Count > 0 ? Number(page[^1].RowKey) : after, [.. bad.Select(row => row.Id)]);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string code, int max, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey gt {Key(0)} and RowKey lt {"w"}");
        return (await _table.ListAsync("tellen", filter, max, cancellation, ["RowKey"]).ConfigureAwait(false)).Count;
    }

    /// <inheritdoc/>
    public async Task<bool> ConfirmAsync(string code, string id, CancellationToken cancellation)
    {
        while (true)
        {
            var index = await FindAsync(code, id, cancellation).ConfigureAwait(false);
            if (index is null)
            {
                return false;
            }
            if (index.GetDateTimeOffset(PoststukRow.Confirmed) is not null)
            {
                return true;
            }
            var confirmed = new TableEntity(code, index.RowKey) { [PoststukRow.Confirmed] = time.GetUtcNow() };
            TableTransactionAction[] batch =
            [
                new(
                    TableTransactionActionType.Delete,
                    new TableEntity(code, Key(index.GetInt64(PoststukRow.SequenceNumber) ?? 0)),
                    ETag.All
                ),
                new(TableTransactionActionType.UpdateMerge, confirmed, index.ETag),
            ];
            try
            {
                await _table
                    .DoAsync("bevestigen", (client, stop) => client.SubmitTransactionAsync(batch, stop), cancellation)
                    .ConfigureAwait(false);
                return true;
            }
            catch (StorageException fault) when (fault.Fault is StorageFault.Conflict or StorageFault.NotFound)
            {
                // Someone else confirmed it between the two: the index says so now.
            }
        }
    }

    private static string Key(long sequenceNumber) => string.Create(CultureInfo.InvariantCulture, $"v{sequenceNumber:D19}");

    private static long Number(string key) => long.Parse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string IndexKey(string id) => "i" + id;

    private async Task PutAsync(string code, Poststuk piece, State state, CancellationToken cancellation)
    {
        var number = state.Last + 1;
        var row = new TableEntity(code, StateKey) { [PoststukRow.SequenceNumber] = number };
        TableTransactionAction[] batch =
        [
            state.Version is { } version
                ? new(TableTransactionActionType.UpdateReplace, row, version)
                : new(TableTransactionActionType.Add, row),
            new(TableTransactionActionType.Add, PoststukRow.Write(code, Key(number), number, time.GetUtcNow(), piece)),
            new(TableTransactionActionType.Add, new TableEntity(code, IndexKey(piece.Id)) { [PoststukRow.SequenceNumber] = number }),
        ];
        state.IsKnown = false;
        var done = await _table
            .DoAsync("neerleggen", (client, stop) => client.SubmitTransactionAsync(batch, stop), cancellation)
            .ConfigureAwait(false);
        state.Set(number, done.Value[0].Headers.ETag);
    }

    private async Task ReadAsync(string code, State state, CancellationToken cancellation)
    {
        var row = await _table
            .DoAsync(
                "stand",
                (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(code, StateKey, cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        if (row.HasValue)
        {
            state.Set(row.Value!.GetInt64(PoststukRow.SequenceNumber) ?? 0, row.Value.ETag);
        }
        else
        {
            state.Set(0, null);
        }
    }

    private async Task<TableEntity?> FindAsync(string code, string id, CancellationToken cancellation)
    {
        var row = await _table
            .DoAsync(
                "zoeken",
                (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(code, IndexKey(id), cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>
    /// The last number of one postbus as this process knows it, so that most deliveries need not ask; one delivery at a time.
    /// </summary>
    private sealed class State
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public bool IsKnown { get; set; }

        public long Last { get; private set; }

        /// <summary>Null while the postbus has never had anything.</summary>
        public ETag? Version { get; private set; }

        public void Set(long last, ETag? version) => (Last, Version, IsKnown) = (last, version, version is not null || last == 0);
    }
}
