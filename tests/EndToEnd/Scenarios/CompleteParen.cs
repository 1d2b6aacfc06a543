using EndToEnd.Voorbeelden;
using Hub;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Local.Voorbeelden;

namespace EndToEnd.Scenarios;

/// <summary>Pairs of which the register is complete while the stories are told, as after an initial load; the postbussen are empty at the start.</summary>
public sealed class CompleteParen(VoorbeeldenRun run) : IAsyncLifetime
{
    public const string Gemeente = "0637";
    public const string AndereGemeente = "0626";
    public const string Aanbieder = "90000002";

    public async ValueTask InitializeAsync()
    {
        await ZetAsync(compleet: true);
        await Postbussen.LeegAsync(run.Omgeving, TestContext.Current.CancellationToken);
    }

    // Other tests send anything between any two.
    public async ValueTask DisposeAsync() => await ZetAsync(compleet: false);

    private async Task ZetAsync(bool compleet)
    {
        var compleetheid = new TableCompleetheid(Opslagaccount.Met(run.Omgeving.Opslagverbinding));
        foreach (var gemeente in (string[])[Gemeente, AndereGemeente])
            await compleetheid.ZetAsync(new Paar(gemeente, Aanbieder), compleet, TestContext.Current.CancellationToken);
    }
}
