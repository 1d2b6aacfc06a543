using Azure.Data.Tables;
using Hub.Archief;
using Hub.Berichten;

namespace Hub.Azure.Table;

/// <summary>Table <c>weigeringen</c>: PartitionKey = code of the deelnemer that sent it, RowKey = kenmerk (rises with time).</summary>
public sealed class TableWeigeringen(Opslagaccount account) : IWeigeringen
{
    private readonly Tabel _tabel = new(account, "weigeringen");

    /// <inheritdoc/>
    public Task VoegToeAsync(Weigering weigering, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(weigering);
        var rij = new TableEntity(weigering.Deelnemer, weigering.Kenmerk)
        {
            ["Bevindingen"] = Bevindingentekst.Schrijf(weigering.Bevindingen),
            ["AantalBevindingen"] = weigering.AantalBevindingen,
            ["Archief"] = weigering.Archief.ToString(),
            ["Sha256"] = weigering.Sha256,
            ["Lengte"] = weigering.Lengte,
            ["Ontvangen"] = weigering.Ontvangen,
        };
        return _tabel.VoegToeAsync(rij, cancellation);
    }

    /// <inheritdoc/>
    public async Task<Weigering?> FindAsync(string? deelnemer, string kenmerk, CancellationToken cancellation)
    {
        var rows = await (deelnemer is null
            ? _tabel.LijstAsync("zoeken", TableClient.CreateQueryFilter($"RowKey eq {kenmerk}"), 1, cancellation)
            : _tabel.ZoekAsync("zoeken", deelnemer, [kenmerk], cancellation)).ConfigureAwait(false);
        return rows.Count == 0 ? null : Read(rows[0]);
    }

    private static Weigering Read(TableEntity row) => new()
    {
        Kenmerk = row.RowKey,
        Deelnemer = row.PartitionKey,
        Bevindingen = Bevindingentekst.Lees(row.GetString("Bevindingen")),
        AantalBevindingen = row.GetInt32("AantalBevindingen") ?? 0,
        Archief = ArchiefVerwijzing.Lees(row.GetString("Archief")),
        Sha256 = row.GetString("Sha256"),
        Lengte = row.GetInt64("Lengte") ?? 0,
        Ontvangen = row.GetDateTimeOffset("Ontvangen") ?? default,
    };
}
