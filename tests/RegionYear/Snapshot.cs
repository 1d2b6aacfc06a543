using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Hub.Local.Starting;
using Ijw.Dossiers.Facts;

namespace RegionYear;

/// <summary>What a hub holds after a run, without the moments at which it happened: register, berichten, archive.</summary>
internal static class Snapshot
{
    /// <summary>One line per feit, bericht and archived bericht, in order.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(LocalHub environment, CancellationToken cancellation)
    {
        var rules = new List<string>();
        await foreach (var row in Table(environment, "register").QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            rules.AddRange(Facts(row));
        }
        var blobs = new BlobServiceClient(environment.StorageConnection);
        await foreach (var row in Table(environment, "berichten").QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            string[] fields = ["Berichtsoort", "Oordeel", "AantalBevindingen", "Sha256", "Retour", "Heenbericht"];
            string[] steps = ["Getoetst", "Verwerkt", "Afgeleverd"];
            var what = fields.Select(field => Field(row, field)).Concat(steps.Select(step => (object?)(Field(row, step) is not null)));
            rules.Add($"bericht {row.RowKey} {string.Join(' ', what)}");
            var place = row.GetString("Archief").Split('/', 2);
            var content = await blobs.GetBlobContainerClient(place[0]).GetBlobClient(place[1]).DownloadContentAsync(cancellation);
            rules.Add($"archief {row.RowKey} {place[0]} {Convert.ToHexStringLower(SHA256.HashData(content.Value.Content))}");
        }

        return [.. rules.Order(StringComparer.Ordinal)];
    }

    private static object? Field(TableEntity row, string name) => row.TryGetValue(name, out var value) ? value : null;

    private static TableClient Table(LocalHub environment, string name) => new(environment.StorageConnection, name);

    private static IEnumerable<string> Facts(TableEntity row)
    {
        if (row.ContainsKey("Rijen"))
        {
            throw new InvalidOperationException("A document of several rows; this run is to be small.");
        }
        var block = Enumerable
            .Range(0, 15)
            .Select(number => row.GetBinary($"F{number:D2}"))
            .OfType<byte[]>()
            .SelectMany(part => part)
            .ToArray();
        if (block.Length == 0)
        {
            return [];
        }
        return new FactsReader()
            .Read(block)
            .Select(fact => $"feit {row.PartitionKey} {row.RowKey} {fact with { Origin = fact.Origin with { Moment = default } }}");
    }
}
