using System.Globalization;
using Azure.Data.Tables;
using Hub.Inzage;

namespace Hub.Azure.Table;

/// <summary>Table <c>inzage</c>: PartitionKey = BerichtId, RowKey = the moment and something that no other line has.</summary>
public sealed class TableInzagelog(Opslagaccount account) : IInzagelog
{
    private readonly Tabel _tabel = new(account, "inzage");

    /// <inheritdoc/>
    public Task NoteerAsync(Inzage.Inzage inzage, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(inzage);
        var sleutel = string.Create(CultureInfo.InvariantCulture, $"{inzage.Moment.UtcTicks:D19}-{Guid.NewGuid():N}");
        return _tabel.VoegToeAsync(
            new TableEntity(inzage.BerichtId, sleutel) { ["Wie"] = inzage.Wie, ["Applicatie"] = inzage.Applicatie, ["Wat"] = inzage.Wat, ["Moment"] = inzage.Moment }, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Inzage.Inzage>> VanBerichtAsync(string berichtId, CancellationToken cancellation) =>
    [
        .. (await RijenAsync(berichtId, cancellation).ConfigureAwait(false)).Select(rij => new Inzage.Inzage(
            berichtId, rij.GetString("Wie"), rij.GetString("Applicatie"), rij.GetString("Wat"), rij.GetDateTimeOffset("Moment") ?? default)),
    ];

    /// <inheritdoc/>
    public async Task VerwijderAsync(string berichtId, CancellationToken cancellation)
    {
        var rijen = await RijenAsync(berichtId, cancellation).ConfigureAwait(false);
        await _tabel.VerwijderAsync(rijen.Select(rij => (rij.PartitionKey, rij.RowKey)), cancellation).ConfigureAwait(false);
    }

    private Task<List<TableEntity>> RijenAsync(string berichtId, CancellationToken cancellation) =>
        _tabel.LijstAsync("lijst", TableClient.CreateQueryFilter($"PartitionKey eq {berichtId}"), null, cancellation);
}
