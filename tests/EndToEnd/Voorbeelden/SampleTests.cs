using Hub.Local.Voorbeelden;

namespace EndToEnd.Voorbeelden;

[Collection(nameof(VoorbeeldenCollection))]
public sealed class SampleTests(VoorbeeldenRun run)
{
    [Fact]
    public void Samples_arrive_as_stated()
    {
        Assert.NotEmpty(run.Verslag.Uitslagen);
        Assert.Empty(run.Verslag.Fouten);
        Assert.Empty(run.Verslag.Uitslagen.SelectMany(uitslag => uitslag.Fouten.Select(fout => $"{uitslag.Voorbeeld.Bestand}: {fout}")));
    }

    [Fact]
    public void A_bericht_above_the_limit_of_the_queue_goes_as_a_reference()
    {
        var groot = run.Verslag.Uitslagen.Single(uitslag => uitslag.Voorbeeld.GrootTotBytes is not null);

        Assert.True(Assert.Single(groot.Vondsten).AlsVerwijzing);
        Assert.Empty(groot.Vondsten[0].Bericht.Body.ToArray());
    }

    [Fact]
    public void The_trail_tells_every_step_in_order()
    {
        var bezorgd = run.Verslag.Uitslagen.First(uitslag => uitslag.Voorbeeld.Verwacht.Uitkomst == Uitkomst.Afgeleverd);

        Assert.Equal(["ontvangen", "gecontroleerd", "gearchiveerd", "afgeleverd", "verwerkt"], bezorgd.Stand!.Spoor.Select(stap => stap.Stap));
        Assert.Equal(bezorgd.Stand.Spoor.Select(stap => stap.Moment).Order(), bezorgd.Stand.Spoor.Select(stap => stap.Moment));
    }
}
