using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Register;

namespace Hub.Azure.Table;

/// <summary>
/// The register in one table: PartitionKey = a pair, an aanbieder or a gemeente, RowKey = a document (<see cref="DocumentPlace"/>). A row
/// tells with which key its clients were made: with another nobody would be found.
/// </summary>
/// <param name="account">The storage account.</param>
/// <param name="name">The table; a rebuilt register stands in another.</param>
/// <param name="keys">The key of clients.</param>
public sealed class TableRegister(StorageAccount account, string name, ClientKeys keys) : IRegister
{
    private readonly Table _table = new(account, name);
    private readonly Once _isChecked = new();

    /// <inheritdoc/>
    public IRegisterSession Open() => new TableRegisterSession(this);

    internal async Task<Table> TableAsync(CancellationToken cancellation)
    {
        await _isChecked.EnsureAsync(name, () => CheckAsync(cancellation)).ConfigureAwait(false);
        return _table;
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        const string partition = "sleutel";
        var expected = keys.Check;
        if (await _table.AddAsync(new TableEntity(partition, partition) { ["Controle"] = expected }, cancellation).ConfigureAwait(false))
        {
            return;
        }
        var row = await _table
            .DoAsync(
                "sleutel",
                (client, stop) => client.GetEntityAsync<TableEntity>(partition, partition, cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        if (row.Value.GetString("Controle") != expected)
        {
            throw new InvalidOperationException(
                $"Table {name} was made with another key of clients (Register__Sleutel, Register__SleutelId)."
            );
        }
    }
}
