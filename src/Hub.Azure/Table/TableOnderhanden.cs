using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>Table <c>onderhanden</c>: PartitionKey = gemeentecode, RowKey = BerichtId.</summary>
public sealed class TableOnderhanden(Opslagaccount account) : IOnderhanden
{
    private readonly Tabel _tabel = new(account, "onderhanden");

    /// <inheritdoc/>
    public Task VoegToeAsync(Onderhanden werk, CancellationToken cancellation) => _tabel.VoegToeAsync(Rij(werk), cancellation);

    /// <inheritdoc/>
    public Task RenewAsync(Onderhanden werk, CancellationToken cancellation) =>
        _tabel.DoeAsync("vernieuwen", client => client.UpsertEntityAsync(Rij(werk), TableUpdateMode.Merge, cancellation));

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichtId);
        var rij = await _tabel.DoeAsync("zoeken", client => client.GetEntityIfExistsAsync<TableEntity>(
            Partitie(berichtId), berichtId, cancellationToken: cancellation)).ConfigureAwait(false);
        return rij.HasValue;
    }

    /// <inheritdoc/>
    public async Task RemoveUnchangedAsync(Onderhanden werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        var versie = new ETag(werk.Versie ?? throw new ArgumentException("Only what was read can be removed.", nameof(werk)));
        try
        {
            await _tabel.DoeAsync("verwijderen", client => client.DeleteEntityAsync(
                Partitie(werk.BerichtId), werk.BerichtId, versie, cancellation)).ConfigureAwait(false);
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            // Someone took it up again.
        }
    }

    /// <inheritdoc/>
    public Task VerwijderAsync(string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichtId);
        return _tabel.DoeAsync("verwijderen", client => client.DeleteEntityAsync(Partitie(berichtId), berichtId, cancellationToken: cancellation));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Onderhanden> VoorAsync(DateTimeOffset grens, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? vervolg = null;
        do
        {
            var pagina = await _tabel.DoeAsync("oud werk", client => PaginaAsync(client, grens, vervolg, cancellation)).ConfigureAwait(false);
            foreach (var rij in pagina?.Values ?? [])
            {
                yield return new Onderhanden(rij.RowKey, rij.GetString("Sessie"), rij.GetDateTimeOffset("Sinds") ?? default)
                {
                    Versie = rij.ETag.ToString(),
                };
            }

            vervolg = pagina?.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(vervolg));
    }

    private static async Task<Page<TableEntity>?> PaginaAsync(
        TableClient client, DateTimeOffset grens, string? vervolg, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"Sinds lt {grens}");
        var paginas = client.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).AsPages(vervolg);
        await foreach (var pagina in paginas.WithCancellation(cancellation).ConfigureAwait(false)) return pagina;
        return null;
    }

    private static TableEntity Rij(Onderhanden werk)
    {
        ArgumentNullException.ThrowIfNull(werk);
        return new TableEntity(Partitie(werk.BerichtId), werk.BerichtId) { ["Sessie"] = werk.Sessie, ["Sinds"] = werk.Sinds };
    }

    private static string Partitie(string berichtId) => berichtId[..4];
}
