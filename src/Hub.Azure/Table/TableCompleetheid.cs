using Azure.Data.Tables;
using Hub.Register;

namespace Hub.Azure.Table;

/// <summary>Table <c>compleet</c>: PartitionKey = gemeente, RowKey = aanbieder; a row says that the pair is complete.</summary>
public sealed class TableCompleetheid(Opslagaccount account) : ICompleetheid
{
    private readonly Tabel _tabel = new(account, "compleet");

    /// <inheritdoc/>
    public async Task<bool> IsCompleetAsync(Paar paar, CancellationToken cancellation)
    {
        var rij = await _tabel.DoeAsync("zoeken", (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(
            paar.Gemeente, paar.Aanbieder, cancellationToken: stop), cancellation).ConfigureAwait(false);
        return rij.HasValue;
    }

    /// <inheritdoc/>
    public async Task ZetAsync(Paar paar, bool compleet, CancellationToken cancellation)
    {
        if (compleet) await _tabel.VoegToeAsync(new TableEntity(paar.Gemeente, paar.Aanbieder), cancellation).ConfigureAwait(false);
        else await _tabel.VerwijderAsync([(paar.Gemeente, paar.Aanbieder)], cancellation).ConfigureAwait(false);
    }
}
