using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Hub.Functions.Tests.Shared;

/// <summary>
/// Everything that a storage account holds, as text that can be searched; bytes as Latin-1, so that what is text in them is seen.
/// </summary>
internal static class Stored
{
    /// <summary>Every row of every table.</summary>
    public static async Task<List<string>> RowsAsync(string connection)
    {
        var rows = new List<string>();
        var tables = new TableServiceClient(connection);
        await foreach (var table in tables.QueryAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            await foreach (
                var row in tables
                    .GetTableClient(table.Name)
                    .QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
            )
            {
                rows.Add($"{table.Name}: {string.Join(';', row.Select(field => $"{field.Key}={Text(field.Value)}"))}");
            }
        }

        return rows;
    }

    /// <summary>Name, metadata and bytes of every blob, blocks that wait for a commit included by name.</summary>
    public static async Task<List<string>> BlobsAsync(string connection)
    {
        var found = new List<string>();
        var blobs = new BlobServiceClient(connection);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, States = BlobStates.Version | BlobStates.Snapshots };
            await foreach (var blob in client.GetBlobsAsync(options, TestContext.Current.CancellationToken))
            {
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync(TestContext.Current.CancellationToken))
                    .Value
                    .Content;
                found.Add($"{container.Name}/{blob.Name} {string.Join(';', blob.Metadata)} {Text(content.ToArray())}");
            }

            await foreach (
                var blob in client.GetBlobsAsync(
                    new GetBlobsOptions { States = BlobStates.Uncommitted },
                    TestContext.Current.CancellationToken
                )
            )
            {
                if (!found.Any(name => name.StartsWith($"{container.Name}/{blob.Name} ", StringComparison.Ordinal)))
                {
                    found.Add($"{container.Name}/{blob.Name} (uncommitted)");
                }
            }
        }

        return found;
    }

    private static string Text(object? value) => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{value}";
}
