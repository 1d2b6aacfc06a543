using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Hub.Local.Opstarten;
using Ijw.Dossiers.Facts;

namespace RegionYear;

/// <summary>What a hub holds after a run, without the moments at which it happened: register, berichten, archive.</summary>
internal static class Momentopname
{
    /// <summary>One line per feit, bericht and archived bericht, in order.</summary>
    public static async Task<IReadOnlyList<string>> MaakAsync(HubOmgeving omgeving, CancellationToken cancellation)
    {
        var regels = new List<string>();
        await foreach (var rij in Tabel(omgeving, "register").QueryAsync<TableEntity>(cancellationToken: cancellation)) regels.AddRange(Feiten(rij));
        var blobs = new BlobServiceClient(omgeving.Opslagverbinding);
        await foreach (var rij in Tabel(omgeving, "berichten").QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            string[] velden = ["Berichtsoort", "Oordeel", "AantalBevindingen", "Sha256", "Retour", "Heenbericht"];
            string[] stappen = ["Getoetst", "Verwerkt", "Afgeleverd"];
            var wat = velden.Select(veld => Veld(rij, veld)).Concat(stappen.Select(stap => (object?)(Veld(rij, stap) is not null)));
            regels.Add($"bericht {rij.RowKey} {string.Join(' ', wat)}");
            var plaats = rij.GetString("Archief").Split('/', 2);
            var inhoud = await blobs.GetBlobContainerClient(plaats[0]).GetBlobClient(plaats[1]).DownloadContentAsync(cancellation);
            regels.Add($"archief {rij.RowKey} {plaats[0]} {Convert.ToHexStringLower(SHA256.HashData(inhoud.Value.Content))}");
        }

        return [.. regels.Order(StringComparer.Ordinal)];
    }

    private static object? Veld(TableEntity rij, string naam) => rij.TryGetValue(naam, out var waarde) ? waarde : null;

    private static TableClient Tabel(HubOmgeving omgeving, string naam) => new(omgeving.Opslagverbinding, naam);

    private static IEnumerable<string> Feiten(TableEntity rij)
    {
        if (rij.ContainsKey("Rijen")) throw new InvalidOperationException("A document of several rows; this run is to be small.");
        var blok = Enumerable.Range(0, 15).Select(nummer => rij.GetBinary($"F{nummer:D2}")).OfType<byte[]>().SelectMany(deel => deel).ToArray();
        if (blok.Length == 0) return [];
        return new Feitenlezer().Lees(blok).Select(feit => $"feit {rij.PartitionKey} {rij.RowKey} {feit with { Herkomst = feit.Herkomst with { Moment = default } }}");
    }
}
