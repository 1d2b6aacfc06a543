using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>Table <c>onderhanden</c>: PartitionKey = gemeentecode, RowKey = BerichtId.</summary>
public sealed class TableOnderhanden(Opslagaccount account, IUnreadableRows? unreadable = null) : IOnderhanden
{
    private const string Round = nameof(Onderhanden.Round);
    private const string RequeuedAt = nameof(Onderhanden.RequeuedAt);

    private readonly Tabel _tabel = new(account, "onderhanden", unreadable);

    /// <inheritdoc/>
    public Task VoegToeAsync(Onderhanden werk, CancellationToken cancellation) => _tabel.VoegToeAsync(Rij(werk), cancellation);

    /// <inheritdoc/>
    public Task RenewAsync(Onderhanden werk, CancellationToken cancellation) =>
        _tabel.DoeAsync("vernieuwen", (client, stop) => client.UpsertEntityAsync(Rij(werk), TableUpdateMode.Merge, stop), cancellation);

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichtId);
        var rij = await _tabel.DoeAsync("zoeken", (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(
            Partitie(berichtId), berichtId, cancellationToken: stop), cancellation).ConfigureAwait(false);
        return rij.HasValue;
    }

    /// <inheritdoc/>
    public async Task RemoveUnchangedAsync(Onderhanden werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        var versie = new ETag(werk.Versie ?? throw new ArgumentException("Only what was read can be removed.", nameof(werk)));
        try
        {
            await _tabel.DoeAsync("verwijderen", (client, stop) => client.DeleteEntityAsync(
                Partitie(werk.BerichtId), werk.BerichtId, versie, stop), cancellation).ConfigureAwait(false);
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            // Someone took it up again.
        }
    }

    /// <inheritdoc/>
    public async Task<bool> SetRoundAsync(Onderhanden werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        var rij = new TableEntity(Partitie(werk.BerichtId), werk.BerichtId) { [Round] = werk.Round, [RequeuedAt] = werk.RequeuedAt };
        try
        {
            // Whoever wrote last: two that queue it at once do so under one MessageId.
            await _tabel.DoeAsync("ronde", (client, stop) => client.UpdateEntityAsync(rij, ETag.All, TableUpdateMode.Merge, stop), cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.NotFound)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task VerwijderAsync(string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichtId);
        return _tabel.DoeAsync("verwijderen", (client, stop) => client.DeleteEntityAsync(Partitie(berichtId), berichtId, cancellationToken: stop), cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Onderhanden> VoorAsync(DateTimeOffset grens, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? vervolg = null;
        do
        {
            var pagina = await _tabel.DoeAsync("oud werk", (client, stop) => PaginaAsync(client, grens, vervolg, stop), cancellation).ConfigureAwait(false);
            foreach (var werk in _tabel.Read(pagina?.Values ?? [], Lees).Read) yield return werk;
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

    private static Onderhanden Lees(TableEntity rij) => new(
        rij.RowKey, rij.Required("Sessie"), rij.GetDateTimeOffset("Sinds") ?? default, rij.GetInt32(Round) ?? 0, rij.GetDateTimeOffset(RequeuedAt))
    {
        Versie = rij.ETag.ToString(),
    };

    private static string Partitie(string berichtId) => berichtId[..4];
}
