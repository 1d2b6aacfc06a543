using Azure.Data.Tables;
using Hub.Register;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Table;

/// <summary>Documents as they were read, each with the version that guards it.</summary>
internal sealed class TableRegisterSession(TableRegister register) : IRegisterSession
{
    // The service takes 100 actions and 4 MB in a batch; some is left for what surrounds them.
    private const int MaxActions = 100;
    private const int MaxBytes = 3 * 1024 * 1024;
    private const int BytesPerAction = 1024;

    private readonly Dictionary<DocumentPlace, DocumentRow> _read = [];
    private readonly HashSet<DocumentPlace> _expected = [];
    private readonly HashSet<DocumentPlace> _relied = [];
    private readonly FactsReader _reader = new();

    /// <inheritdoc/>
    public void ExpectEmpty(IEnumerable<DocumentKey> documents)
    {
        foreach (var place in documents.Select(DocumentPlace.Of))
        {
            if (_read.TryAdd(place, DocumentRow.Empty))
            {
                _expected.Add(place);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IEnumerable<Fact>> ReadAsync(IReadOnlySet<DocumentKey> question, CancellationToken cancellation)
    {
        var places = question.Select(DocumentPlace.Of).ToHashSet();
        _relied.UnionWith(places.Where(_expected.Contains));
        await FetchAsync(places, cancellation).ConfigureAwait(false);
        return places.SelectMany(place =>
        {
            var facts = Facts(_read[place]);
            return place.IsConversation ? facts.Where(fact => fact.Documents.Any(question.Contains)) : facts;
        });
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyCollection<RegisterChange> changes, CancellationToken cancellation)
    {
        var berichten = changes.Select(change => change.BerichtId).ToHashSet(StringComparer.Ordinal);
        var places = new Dictionary<DocumentPlace, List<Fact>>();
        foreach (var change in changes)
        {
            var own = change.Documents.Select(DocumentPlace.Of).ToHashSet();
            // Who is the first in its conversation stands nowhere yet, so there is nothing to take out.
            var isNew = own.Any(place => place.IsConversation && _expected.Contains(place));
            foreach (var place in isNew ? [] : own)
            {
                places.TryAdd(place, []);
            }
            foreach (var fact in change.Facts)
            {
                if (fact.Origin.BerichtId != change.BerichtId)
                {
                    throw new ArgumentException("A feit of another bericht.", nameof(changes));
                }
                foreach (var place in fact.Documents.Select(DocumentPlace.Of).Distinct())
                {
                    if (!places.TryGetValue(place, out var there))
                    {
                        places.Add(place, there = []);
                    }
                    there.Add(fact);
                }
            }
        }

        if (_relied.Any(place => !places.TryGetValue(place, out var facts) || facts.Count == 0))
        {
            throw new StorageException(StorageFault.Conflict, "register: a document that was expected to be empty is not claimed.");
        }
        await FetchAsync(places.Keys, cancellation).ConfigureAwait(false);
        var actions = places.ToDictionary(place => place.Key, place => Replace(place.Key, berichten, place.Value));
        if (actions.Values.All(list => list.Count == 0))
        {
            return;
        }
        // What a bericht has come to follows from its conversation, so that must still be as it was read, also when nothing changes in it.
        foreach (var place in places.Keys.Where(place => place.IsConversation && actions[place].Count == 0))
        {
            actions[place] = _read[place].Touch(place);
        }
        foreach (var part in actions.GroupBy(action => action.Key.IsTidy).OrderByDescending(group => group.Key))
        {
            await WriteAsync(part.GroupBy(action => action.Key.Partition, action => action.Value), cancellation).ConfigureAwait(false);
        }
        // What was written has other versions now.
        foreach (var place in places.Keys)
        {
            _read.Remove(place);
        }
        _expected.Clear();
        _relied.Clear();
    }

    private async Task WriteAsync(IEnumerable<IGrouping<string, List<TableTransactionAction>>> perPartition, CancellationToken cancellation)
    {
        var table = await register.TableAsync(cancellation).ConfigureAwait(false);
        var batches = perPartition.SelectMany(Batches);
        await Parallel
            .ForEachAsync(
                batches,
                Table.AtOnce(cancellation),
                async (batch, stop) =>
                {
                    try
                    {
                        await table.DoAsync("register", (client, end) => Table.SubmitAsync(client, batch, end), stop).ConfigureAwait(false);
                    }
                    catch (StorageException fault) when (fault.Fault == StorageFault.NotFound)
                    {
                        throw new StorageException(StorageFault.Conflict, fault.Message);
                    }
                }
            )
            .ConfigureAwait(false);
    }

    private List<TableTransactionAction> Replace(DocumentPlace place, HashSet<string> berichten, List<Fact> facts)
    {
        var old = _read[place];
        List<Fact> all = [.. Facts(old).Where(fact => !berichten.Contains(fact.Origin.BerichtId)), .. facts];
        var block = all.Count == 0 ? [] : FactBlock.Write(all);
        return block.AsSpan().SequenceEqual(old.Block) ? [] : old.Replace(place, block);
    }

    private IReadOnlyList<Fact> Facts(DocumentRow document) => document.Block.Length == 0 ? [] : _reader.Read(document.Block);

    /// <summary>Puts documents together in batches; the rows of one never go apart.</summary>
    private static IEnumerable<List<TableTransactionAction>> Batches(IEnumerable<List<TableTransactionAction>> documents)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0L;
        foreach (var actions in documents)
        {
            var size = actions.Sum(Size);
            if (batch.Count > 0 && (batch.Count + actions.Count > MaxActions || bytes + size > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.AddRange(actions);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    // Binary travels as base64.
    private static long Size(TableTransactionAction action) =>
        BytesPerAction + ((IDictionary<string, object>)action.Entity).Values.OfType<byte[]>().Sum(part => (part.LongLength + 2) / 3 * 4);

    private async Task FetchAsync(IEnumerable<DocumentPlace> places, CancellationToken cancellation)
    {
        var table = await register.TableAsync(cancellation).ConfigureAwait(false);
        // A kind stands together, and kinds stand far apart.
        var kinds = places.Where(place => !_read.ContainsKey(place)).GroupBy(place => (place.Partition, place.Key[0]), place => place.Key);
        var read = await Task.WhenAll(kinds.Select(kind => FetchAsync(table, kind.Key.Partition, [.. kind], cancellation)))
            .ConfigureAwait(false);
        foreach (var (place, document) in read.SelectMany(documents => documents))
        {
            _read[place] = document;
        }
    }

    private static async Task<List<(DocumentPlace Place, DocumentRow Document)>> FetchAsync(
        Table table,
        string partition,
        string[] keys,
        CancellationToken cancellation
    )
    {
        var firsts = await table.FindAsync("register", partition, keys, cancellation).ConfigureAwait(false);
        var rows = firsts.ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        string[] continuation = [.. firsts.SelectMany(row => DocumentRow.RowKeys(row).Skip(1))];
        foreach (var row in await table.FindAsync("register", partition, continuation, cancellation).ConfigureAwait(false))
        {
            rows.Add(row.RowKey, row);
        }
        return
        [
            .. keys.Select(key =>
                (
                    new DocumentPlace(partition, key),
                    rows.TryGetValue(key, out var first)
                        ? DocumentRow.Read([.. DocumentRow.RowKeys(first).Select(rowKey => rows[rowKey])])
                        : DocumentRow.Empty
                )
            ),
        ];
    }
}
