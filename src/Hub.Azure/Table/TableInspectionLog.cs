using System.Globalization;
using Azure.Data.Tables;
using Hub.Inspection;

namespace Hub.Azure.Table;

/// <summary>Table <c>inzage</c>: PartitionKey = BerichtId, RowKey = the moment and something that no other line has.</summary>
public sealed class TableInspectionLog(StorageAccount account) : IInspectionLog
{
    private readonly Table _table = new(account, "inzage");

    /// <inheritdoc/>
    public Task NoteAsync(Inspection.Inspection inspection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        var key = string.Create(CultureInfo.InvariantCulture, $"{inspection.Moment.UtcTicks:D19}-{Guid.NewGuid():N}");
        return _table.AddAsync(
            new TableEntity(inspection.BerichtId, key)
            {
                ["Wie"] = inspection.Who,
                ["Applicatie"] = inspection.Application,
                ["Wat"] = inspection.What,
                ["Moment"] = inspection.Moment,
            },
            cancellation
        );
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Inspection.Inspection>> OfBerichtAsync(string berichtId, CancellationToken cancellation) =>
        [
            .. (await RowsAsync(berichtId, cancellation).ConfigureAwait(false)).Select(row => new Inspection.Inspection(
                berichtId,
                row.GetString("Wie"),
                row.GetString("Applicatie"),
                row.GetString("Wat"),
                row.GetDateTimeOffset("Moment") ?? default
            )),
        ];

    /// <inheritdoc/>
    public async Task RemoveAsync(string berichtId, CancellationToken cancellation)
    {
        var rows = await RowsAsync(berichtId, cancellation).ConfigureAwait(false);
        await _table.RemoveAsync(rows.Select(row => (row.PartitionKey, row.RowKey)), cancellation).ConfigureAwait(false);
    }

    private Task<List<TableEntity>> RowsAsync(string berichtId, CancellationToken cancellation) =>
        _table.ListAsync("lijst", TableClient.CreateQueryFilter($"PartitionKey eq {berichtId}"), null, cancellation);
}
