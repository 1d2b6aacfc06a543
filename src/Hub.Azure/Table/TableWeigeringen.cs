using Azure.Data.Tables;
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
            ["Gemeente"] = weigering.Gemeente,
            ["Bevindingen"] = Bevindingentekst.Schrijf(weigering.Bevindingen),
            ["AantalBevindingen"] = weigering.AantalBevindingen,
            ["Archief"] = weigering.Archief.ToString(),
            ["Sha256"] = weigering.Sha256,
            ["Lengte"] = weigering.Lengte,
            ["Ontvangen"] = weigering.Ontvangen,
        };
        return _tabel.VoegToeAsync(rij, cancellation);
    }
}
