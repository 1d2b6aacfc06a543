using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>
/// Table <c>berichten</c>: PartitionKey = the first 7 characters of the BerichtId (gemeentecode, dash and two hex digits, so that one
/// gemeente spreads over 256 partitions), RowKey = BerichtId.
/// </summary>
public sealed class TableBerichten(Opslagaccount account, IUnreadableRows? unreadable = null) : IBerichten
{
    private readonly Tabel _tabel = new(account, "berichten", unreadable);

    /// <inheritdoc/>
    public async Task<BerichtStatus?> ZoekAsync(string berichtId, CancellationToken cancellation)
    {
        if (!BerichtId.IsGeldig(berichtId)) return null;
        var rij = await _tabel.DoeAsync("zoeken", (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(
            BerichtRij.Partitie(berichtId), berichtId, cancellationToken: stop), cancellation).ConfigureAwait(false);
        return rij.HasValue ? _tabel.ReadOne(rij.Value!, BerichtRij.Lees) : null;
    }

    /// <inheritdoc/>
    public async Task<string?> VoegToeAsync(BerichtStatus bericht, CancellationToken cancellation) =>
        (await _tabel.AddForVersionAsync(BerichtRij.Schrijf(bericht), cancellation).ConfigureAwait(false))?.ToString();

    /// <inheritdoc/>
    public Task WerkBijAsync(IReadOnlyList<BerichtStatus> berichten, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(berichten);
        return _tabel.SchrijfAsync(
            "bijwerken",
            berichten.Select(bericht => new TableTransactionAction(
                TableTransactionActionType.UpdateReplace,
                BerichtRij.Schrijf(bericht),
                new ETag(bericht.Versie ?? throw new ArgumentException("Only what was read can be updated.", nameof(berichten))))),
            cancellation);
    }

    /// <inheritdoc/>
    public Task VerwijderAsync(string berichtId, CancellationToken cancellation) => _tabel.VerwijderAsync([(BerichtRij.Partitie(berichtId), berichtId)], cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BerichtStatus> AlleAsync(string? na, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A partition is the beginning of the ids in it, so that the order of partitions and rows is that of the ids.
        const int pagina = 1000;
        for (var laatste = na ?? ""; ;)
        {
            var partitie = BerichtRij.Partitie(laatste);
            var filter = TableClient.CreateQueryFilter($"PartitionKey gt {partitie} or (PartitionKey eq {partitie} and RowKey gt {laatste})");
            var rijen = await _tabel.LijstAsync("lijst", filter, pagina, cancellation).ConfigureAwait(false);
            var (read, bad) = _tabel.Read(rijen, BerichtRij.Lees);
            // Nobody would know that it is left out.
            if (bad.Count > 0 && unreadable is null) throw bad[0];
            foreach (var bericht in read) yield return bericht;
            if (rijen.Count < pagina) yield break;
            laatste = rijen[^1].RowKey;
        }
    }

    /// <inheritdoc/>
    public Task PeilAsync(CancellationToken cancellation) => ZoekAsync("0000-" + new string('0', 32), cancellation);
}
