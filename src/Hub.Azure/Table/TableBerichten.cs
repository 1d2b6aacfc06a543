using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>
/// Table <c>berichten</c>: PartitionKey = the first 7 characters of the BerichtId (gemeentecode, dash and two hex digits, so that one
/// gemeente spreads over 256 partitions), RowKey = BerichtId.
/// </summary>
public sealed class TableBerichten(Opslagaccount account) : IBerichten
{
    private readonly Tabel _tabel = new(account, "berichten");

    /// <inheritdoc/>
    public async Task<BerichtStatus?> ZoekAsync(string berichtId, CancellationToken cancellation)
    {
        if (!BerichtId.IsGeldig(berichtId)) return null;
        var rij = await _tabel.DoeAsync("zoeken", client => client.GetEntityIfExistsAsync<global::Azure.Data.Tables.TableEntity>(
            BerichtRij.Partitie(berichtId), berichtId, cancellationToken: cancellation)).ConfigureAwait(false);
        return rij.HasValue ? BerichtRij.Lees(rij.Value!) : null;
    }

    /// <inheritdoc/>
    public Task<bool> VoegToeAsync(BerichtStatus bericht, CancellationToken cancellation) =>
        _tabel.VoegToeAsync(BerichtRij.Schrijf(bericht), cancellation);

    /// <inheritdoc/>
    public Task WerkBijAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var versie = new global::Azure.ETag(bericht.Versie ?? throw new ArgumentException("Only what was read can be updated.", nameof(bericht)));
        return _tabel.DoeAsync("bijwerken", client => client.UpdateEntityAsync(
            BerichtRij.Schrijf(bericht), versie, global::Azure.Data.Tables.TableUpdateMode.Replace, cancellation));
    }

    /// <inheritdoc/>
    public Task PeilAsync(CancellationToken cancellation) => ZoekAsync("0000-" + new string('0', 32), cancellation);
}
