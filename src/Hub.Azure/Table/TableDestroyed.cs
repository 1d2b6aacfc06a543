using System.Globalization;
using Azure.Data.Tables;
using Hub.Destruction;

namespace Hub.Azure.Table;

/// <summary>Table <c>vernietigd</c>: PartitionKey = gemeente, RowKey = BerichtId.</summary>
public sealed class TableDestroyed(StorageAccount account) : IDestroyed
{
    private readonly Table _table = new(account, "vernietigd");

    /// <inheritdoc/>
    public Task AddAsync(Destroyed proof, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var row = new TableEntity(proof.BerichtId[..4], proof.BerichtId)
        {
            ["Berichtsoort"] = proof.Berichtsoort,
            ["Sha256"] = proof.Sha256,
            ["Ontvangstdatum"] = proof.Ontvangstdatum.ToString("O", CultureInfo.InvariantCulture),
            ["Grond"] = proof.Ground,
            ["Moment"] = proof.Moment,
        };
        return _table.AddAsync(row, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Destroyed>> OfGemeenteAsync(string gemeente, CancellationToken cancellation)
    {
        var rows = await _table
            .ListAsync("lijst", TableClient.CreateQueryFilter($"PartitionKey eq {gemeente}"), null, cancellation)
            .ConfigureAwait(false);
        return
        [
            .. rows.Select(row => new Destroyed(
                row.RowKey,
                row.GetString("Berichtsoort"),
                row.GetString("Sha256"),
                DateOnly.ParseExact(row.GetString("Ontvangstdatum"), "O", CultureInfo.InvariantCulture),
                row.GetString("Grond"),
                row.GetDateTimeOffset("Moment") ?? default
            )),
        ];
    }
}
