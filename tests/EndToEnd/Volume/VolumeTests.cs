using EndToEnd.Voorbeelden;
using Hub.Deelnemers;
using HubVolume;

namespace EndToEnd.Volume;

/// <summary>The short form of the run in tests/HubVolume.</summary>
[Collection(nameof(VoorbeeldenCollection))]
public sealed class VolumeTests(VoorbeeldenRun run)
{
    [Fact]
    public async Task Many_distinct_berichten_from_all_pairs_each_come_out_of_a_postbus_once()
    {
        var bron = new Berichtenbron(run.Omgeving.Deelnemers);
        var aantal = bron.Paren * Berichtenbron.Soorten.Count;
        using var doorloop = new Doorloop(run.Omgeving, run.Otlp, _ => { });
        var uitslag = await doorloop.LoopAsync(aantal, stap: aantal / 3, TestContext.Current.CancellationToken);

        Assert.Equal((aantal, aantal, 0, 0), (uitslag.Aangenomen, uitslag.Afgeleverd, uitslag.Dubbel, uitslag.Herstarts));
        Assert.Equal(4, uitslag.Metingen.Count);
        Assert.All(uitslag.Metingen, meting => Assert.True(meting is { App: > 0, AppHeap: > 0, Azurite: > 0 }, $"{meting}"));
        var gemeenten = run.Omgeving.Deelnemers.Alle.Count(deelnemer => deelnemer.Soort == DeelnemerSoort.Gemeente);
        Assert.Equal(gemeenten * (run.Omgeving.Deelnemers.Alle.Count - gemeenten), bron.Paren);
    }
}
