using System.Globalization;
using Azure.Data.Tables;
using Hub.Vernietiging;

namespace Hub.Azure.Table;

/// <summary>Table <c>vernietigd</c>: PartitionKey = gemeente, RowKey = BerichtId.</summary>
public sealed class TableVernietigd(Opslagaccount account) : IVernietigd
{
    private readonly Tabel _tabel = new(account, "vernietigd");

    /// <inheritdoc/>
    public Task VoegToeAsync(Vernietigd bewijs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bewijs);
        var rij = new TableEntity(bewijs.BerichtId[..4], bewijs.BerichtId)
        {
            ["Berichtsoort"] = bewijs.Berichtsoort,
            ["Sha256"] = bewijs.Sha256,
            ["Ontvangstdatum"] = bewijs.Ontvangstdatum.ToString("O", CultureInfo.InvariantCulture),
            ["Grond"] = bewijs.Grond,
            ["Moment"] = bewijs.Moment,
        };
        return _tabel.VoegToeAsync(rij, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Vernietigd>> VanGemeenteAsync(string gemeente, CancellationToken cancellation)
    {
        var rijen = await _tabel.LijstAsync("lijst", TableClient.CreateQueryFilter($"PartitionKey eq {gemeente}"), null, cancellation).ConfigureAwait(false);
        return
        [
            .. rijen.Select(rij => new Vernietigd(
                rij.RowKey,
                rij.GetString("Berichtsoort"),
                rij.GetString("Sha256"),
                DateOnly.ParseExact(rij.GetString("Ontvangstdatum"), "O", CultureInfo.InvariantCulture),
                rij.GetString("Grond"),
                rij.GetDateTimeOffset("Moment") ?? default)),
        ];
    }
}
