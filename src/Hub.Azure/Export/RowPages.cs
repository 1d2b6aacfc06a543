using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Verwerking;

namespace Hub.Azure.Export;

/// <summary>All rows of a table, a page at a time; a page that fails for a reason that may pass is asked again.</summary>
internal sealed class RowPages(StorageAccount account, Retrying patience)
{
    private const int MaxPerPage = 1000;

    /// <summary>The pages, in the order of the keys.</summary>
    /// <exception cref="StorageException">The storage fails, or the table is not there.</exception>
    public async IAsyncEnumerable<IReadOnlyList<TableEntity>> ReadAsync(
        string table,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var client = account.Tables.GetTableClient(table);
        string? next = null;
        do
        {
            Page<TableEntity>? page = null;
            async Task NextAsync() => page = await PageAsync(client, table, next, cancellation).ConfigureAwait(false);
            await patience.DoAsync(NextAsync, cancellation).ConfigureAwait(false);
            yield return page!.Values;
            next = page.ContinuationToken;
        } while (!string.IsNullOrEmpty(next));
    }

    /// <summary>Whether the table has a row.</summary>
    public async Task<bool> AnyAsync(string table, CancellationToken cancellation)
    {
        try
        {
            await foreach (var page in ReadAsync(table, cancellation).ConfigureAwait(false))
            {
                if (page.Count > 0)
                {
                    return true;
                }
            }
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.NotFound) { }

        return false;
    }

    private static Task<Page<TableEntity>> PageAsync(TableClient client, string table, string? next, CancellationToken cancellation) =>
        StorageFaults.Translate(
            $"tabel {table}: export",
            async stop =>
            {
                var pages = client.QueryAsync<TableEntity>(default(string), MaxPerPage, cancellationToken: stop).AsPages(next);
                await foreach (var page in pages.ConfigureAwait(false))
                {
                    return page;
                }
                throw new StorageException(StorageFault.Retry, "A query gave not even an empty page.");
            },
            cancellation
        );
}
