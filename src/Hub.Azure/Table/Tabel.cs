using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Hub.Azure.Table;

/// <summary>One table, made when it turns out not to be there; in Azure, Bicep has made it already.</summary>
internal sealed class Tabel(Opslagaccount account, string naam, IUnreadableRows? unreadable = null)
{
    private const int MaxPerPagina = 1000;
    private const int MaxPerBatch = 100;

    // The service takes 15 comparisons in a filter; three are the partition and the bounds.
    private const int MaxPerFilter = 12;

    // A page of which less than one row in so many was asked for is mostly read for nothing.
    private const int SparsePer = 50;
    private const int MaxTegelijk = 8;

    private readonly TableClient _client = account.Tables.GetTableClient(naam);

    // The library makes a row by reflection; without this a trimmed app has no constructor for it.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(TableEntity))]
    public Task<T> DoeAsync<T>(string operatie, Func<TableClient, CancellationToken, Task<T>> werk, CancellationToken cancellation) =>
        Opslagfouten.Vertaal($"tabel {naam}: {operatie}", async stop =>
        {
            try
            {
                return await werk(_client, stop).ConfigureAwait(false);
            }
            catch (RequestFailedException fout) when (fout.ErrorCode == TableErrorCode.TableNotFound)
            {
                await _client.CreateIfNotExistsAsync(stop).ConfigureAwait(false);
                return await werk(_client, stop).ConfigureAwait(false);
            }
        }, cancellation);

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
        var told = new UnreadableRowException(naam, RowName.Of(row));
        unreadable?.Report(told, fault.GetType().Name);
        return told;
    }

    /// <summary>Adds a row; false when its key is there already.</summary>
    public async Task<bool> VoegToeAsync(TableEntity rij, CancellationToken cancellation) => await AddForVersionAsync(rij, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Adds a row and gives its version; null when its key is there already.</summary>
    public async Task<ETag?> AddForVersionAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            return (await DoeAsync("toevoegen", (client, stop) => client.AddEntityAsync(row, stop), cancellation).ConfigureAwait(false)).Headers.ETag;
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            return null;
        }
    }

    /// <summary>The rows of a filter in the order of their keys, at most <paramref name="aantal"/> of them.</summary>
    public Task<List<TableEntity>> LijstAsync(
        string operatie, string filter, int? aantal, CancellationToken cancellation, IEnumerable<string>? select = null) => DoeAsync(operatie, async (client, stop) =>
    {
        var gelezen = new List<TableEntity>();
        var perPagina = aantal is < MaxPerPagina ? aantal : MaxPerPagina;
        await foreach (var rij in client.QueryAsync<TableEntity>(filter, perPagina, select, stop).ConfigureAwait(false))
        {
            gelezen.Add(rij);
            if (gelezen.Count == aantal) break;
        }

        return gelezen;
    }, cancellation);

    /// <summary>
    /// The rows of a partition with these keys, in as few calls as the service takes. One key is a point read; up to
    /// <see cref="MaxPerFilter"/> are one query between the first and the last. More are a scan in the order of the keys, which jumps from
    /// the end of a page to the next key that is asked for; where few of a page were asked for, the rest goes by queries of
    /// <see cref="MaxPerFilter"/>.
    /// </summary>
    public async Task<List<TableEntity>> ZoekAsync(string operatie, string partitie, IReadOnlyCollection<string> sleutels, CancellationToken cancellation)
    {
        string[] keys = [.. sleutels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        switch (keys.Length)
        {
            case 0:
                return [];
            case 1:
                var row = await DoeAsync(operatie, (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(
                    partitie, keys[0], cancellationToken: stop), cancellation).ConfigureAwait(false);
                return row.HasValue ? [row.Value!] : [];
            case <= MaxPerFilter:
                return await LijstAsync(operatie, Filter(partitie, keys), null, cancellation).ConfigureAwait(false);
            default:
                return await SpringAsync(operatie, partitie, keys, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Does actions in batches of at most 100, each of one partition, whole or not at all; a few at the same time.</summary>
    public Task SchrijfAsync(string operatie, IEnumerable<TableTransactionAction> acties, CancellationToken cancellation)
    {
        var batches = acties.GroupBy(actie => actie.Entity.PartitionKey).SelectMany(partitie => partitie.Chunk(MaxPerBatch));
        return Parallel.ForEachAsync(batches, Tegelijk(cancellation), async (batch, stop) =>
            await DoeAsync(operatie, (client, einde) => client.SubmitTransactionAsync(batch, einde), stop).ConfigureAwait(false));
    }

    /// <summary>Removes rows, in batches of at most 100 of one partition; no error when one is gone already.</summary>
    public Task VerwijderAsync(IEnumerable<(string Partitie, string Sleutel)> rijen, CancellationToken cancellation)
    {
        var batches = rijen.Distinct().GroupBy(rij => rij.Partitie).SelectMany(partitie => partitie.Chunk(MaxPerBatch));
        return Parallel.ForEachAsync(batches, Tegelijk(cancellation), async (batch, stop) =>
        {
            if (batch.Length > 1 && await TryRemoveAsync(batch, stop).ConfigureAwait(false)) return;
            foreach (var (partitie, sleutel) in batch)
            {
                await DoeAsync("verwijderen", (client, einde) => client.DeleteEntityAsync(partitie, sleutel, cancellationToken: einde), stop)
                    .ConfigureAwait(false);
            }
        });
    }

    // A batch is done whole or not at all, and not when one of its rows is gone.
    private Task<bool> TryRemoveAsync((string Partitie, string Sleutel)[] rijen, CancellationToken cancellation)
    {
        var acties = rijen.Select(rij =>
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(rij.Partitie, rij.Sleutel), ETag.All)).ToList();
        return DoeAsync("verwijderen", async (client, stop) =>
        {
            try
            {
                await client.SubmitTransactionAsync(acties, stop).ConfigureAwait(false);
                return true;
            }
            catch (RequestFailedException fout) when (fout.Status == 404 && fout.ErrorCode != TableErrorCode.TableNotFound)
            {
                return false;
            }
        }, cancellation);
    }

    private async Task<List<TableEntity>> SpringAsync(string operatie, string partitie, string[] keys, CancellationToken cancellation)
    {
        var asked = keys.ToHashSet(StringComparer.Ordinal);
        var found = new List<TableEntity>();
        string? continuation = null;
        for (var next = 0; next < keys.Length;)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partitie} and RowKey ge {keys[next]} and RowKey le {keys[^1]}");
            var page = await DoeAsync(operatie, (client, stop) => PaginaAsync(client, filter, continuation, stop), cancellation).ConfigureAwait(false);
            var before = found.Count;
            found.AddRange(page.Values.Where(row => asked.Contains(row.RowKey)));
            if (string.IsNullOrEmpty(page.ContinuationToken)) break;
            // A page can be cut short, and even be empty, by the service: then it goes on where it was.
            continuation = page.Values.Count == 0 ? page.ContinuationToken : null;
            while (page.Values.Count > 0 && next < keys.Length && string.CompareOrdinal(keys[next], page.Values[^1].RowKey) <= 0) next++;
            if (page.Values.Count > 0 && (found.Count - before) * SparsePer < page.Values.Count)
            {
                found.AddRange(await ApartAsync(operatie, partitie, keys[next..], cancellation).ConfigureAwait(false));
                break;
            }
        }

        return found;
    }

    private async Task<List<TableEntity>> ApartAsync(string operatie, string partitie, string[] keys, CancellationToken cancellation)
    {
        var parts = keys.Chunk(MaxPerFilter).ToList();
        var found = new List<TableEntity>[parts.Count];
        await Parallel.ForAsync(0, parts.Count, Tegelijk(cancellation), async (i, stop) =>
            found[i] = await LijstAsync(operatie, Filter(partitie, parts[i]), null, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. found.SelectMany(rows => rows)];
    }

    // The bounds keep the service from looking through the whole partition.
    private static string Filter(string partitie, string[] keys) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partitie} and RowKey ge {keys[0]} and RowKey le {keys[^1]}")
        + $" and ({string.Join(" or ", keys.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key}")))})";

    private static async Task<Page<TableEntity>> PaginaAsync(TableClient client, string filter, string? vervolg, CancellationToken cancellation)
    {
        var paginas = client.QueryAsync<TableEntity>(filter, MaxPerPagina, cancellationToken: cancellation).AsPages(vervolg);
        await foreach (var pagina in paginas.ConfigureAwait(false)) return pagina;
        throw new OpslagException(OpslagFout.Retry, "A query gave not even an empty page.");
    }

    internal static ParallelOptions Tegelijk(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = MaxTegelijk, CancellationToken = cancellation };
}
