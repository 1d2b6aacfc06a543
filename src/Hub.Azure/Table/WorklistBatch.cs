using Azure;
using Azure.Data.Tables;

namespace Hub.Azure.Table;

/// <summary>What is to be done with rows: each once, the last word counts; what is put twice is put together.</summary>
internal sealed class WorklistBatch
{
    private readonly Dictionary<(string Partition, string Key), TableTransactionAction> _actions = [];

    /// <summary>What is asked for, without what is asked of a copy later.</summary>
    public WorklistBatch Copy()
    {
        var copy = new WorklistBatch();
        foreach (var (key, action) in _actions)
        {
            copy._actions.Add(key, action);
        }
        return copy;
    }

    /// <summary>The same, apart for each partition.</summary>
    public IEnumerable<(string Partition, WorklistBatch Batch)> PerPartition()
    {
        foreach (var partition in _actions.GroupBy(action => action.Key.Partition, StringComparer.Ordinal))
        {
            var part = new WorklistBatch();
            foreach (var (key, action) in partition)
            {
                part._actions.Add(key, action);
            }
            yield return (partition.Key, part);
        }
    }

    /// <summary>Adds actions that put rows.</summary>
    public void Add(IEnumerable<TableTransactionAction> puts) => Put(puts.Select(put => (TableEntity)put.Entity));

    /// <summary>Puts rows, with what they have already.</summary>
    public void Put(IEnumerable<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            var key = (row.PartitionKey, row.RowKey);
            var merged = row;
            if (_actions.TryGetValue(key, out var earlier) && earlier.ActionType == TableTransactionActionType.UpsertMerge)
            {
                merged = new TableEntity((IDictionary<string, object>)earlier.Entity);
                foreach (var (name, value) in row)
                {
                    merged[name] = value;
                }
            }

            _actions[key] = new TableTransactionAction(TableTransactionActionType.UpsertMerge, merged);
        }
    }

    /// <summary>Adds a row, which fails when it is there.</summary>
    public void AddNew(TableEntity row) =>
        _actions[(row.PartitionKey, row.RowKey)] = new TableTransactionAction(TableTransactionActionType.Add, row);

    /// <summary>Takes rows out.</summary>
    public void Remove(IEnumerable<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            _actions[(row.PartitionKey, row.RowKey)] = new TableTransactionAction(
                TableTransactionActionType.Delete,
                new TableEntity(row.PartitionKey, row.RowKey),
                ETag.All
            );
        }
    }

    /// <summary>Everything.</summary>
    public IEnumerable<TableTransactionAction> Actions() => _actions.Values;

    /// <summary>Everything but what goes.</summary>
    public IEnumerable<TableTransactionAction> Writes() =>
        _actions.Values.Where(action => action.ActionType != TableTransactionActionType.Delete);

    /// <summary>What goes.</summary>
    public IEnumerable<(string Partition, string Key)> Removals() =>
        _actions.Where(action => action.Value.ActionType == TableTransactionActionType.Delete).Select(action => action.Key);
}
