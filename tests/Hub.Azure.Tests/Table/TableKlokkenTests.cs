using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Termijnen;

namespace Hub.Azure.Tests.Table;

public sealed class TableKlokkenTests(Azurite azurite)
{
    private static readonly Paar Paar = new("0503", "90000001");
    private static readonly DateOnly Dag = new(2026, 7, 23);

    private readonly TableKlokken _klokken = new(Opslagaccount.Met(azurite.NieuweVerbinding(), new DependencyLimit(Patience.Longest)));

    [Fact]
    public async Task A_clock_comes_back_as_it_was_stored_and_is_found_by_its_bericht()
    {
        var klok = Klok("a") with { Gestopt = new DateTimeOffset(2026, 7, 21, 1, 2, 3, TimeSpan.Zero), GestoptDoor = "0503-x", IsVervallen = true };
        klok = klok with { Zetting = klok.Zetting! with { Pad = "/Bericht/Client/Ä[2]", Rang = "20260720000000000000" } };
        var vooruit = new Klok { Paar = Paar, Sleutel = "vooruit", Gestopt = klok.Gestopt, GestoptDoor = "0503-y" };

        await SchrijfAsync(klok);
        await SchrijfAsync(vooruit);

        var gelezen = (await ZoekAsync("a"))!;
        Assert.Equal(klok with { Versie = gelezen.Versie }, gelezen);
        Assert.Equal(vooruit, (await ZoekAsync("vooruit"))! with { Versie = null });
        var vanBericht = await _klokken.VanBerichtAsync(Paar, klok.Zetting.BerichtId, TestContext.Current.CancellationToken);
        Assert.Equal(klok, Assert.Single(vanBericht) with { Versie = null });
        Assert.Empty(await _klokken.VanBerichtAsync(new Paar("0518", "90000001"), klok.Zetting.BerichtId, TestContext.Current.CancellationToken));
        Assert.Null(await ZoekAsync("b"));
    }

    [Fact]
    public async Task Of_two_who_change_a_clock_one_wins_and_what_one_bericht_shows_is_what_holds()
    {
        await SchrijfAsync(Klok("a"));
        var gelezen = (await ZoekAsync("a"))!;

        await SchrijfAsync(gelezen with { Gestopt = DateTimeOffset.UnixEpoch.AddYears(56), GestoptDoor = "een" });
        var laat = await Assert.ThrowsAsync<OpslagException>(() => SchrijfAsync(gelezen with { GestoptDoor = "twee" }));
        var dubbel = await Assert.ThrowsAsync<OpslagException>(() => SchrijfAsync(Klok("a")));

        Assert.Equal((OpslagFout.Conflict, OpslagFout.Conflict), (laat.Fout, dubbel.Fout));
        var vanBericht = await _klokken.VanBerichtAsync(Paar, gelezen.Zetting!.BerichtId, TestContext.Current.CancellationToken);
        Assert.Equal("een", Assert.Single(vanBericht).GestoptDoor);
    }

    [Fact]
    public async Task The_agenda_gives_what_ended_before_a_day_oldest_first_and_nothing_else()
    {
        foreach (var (sleutel, dagen) in ((string, int)[])[("later", 1), ("vandaag", 0), ("gisteren", -1), ("lang", -400)])
        {
            var klok = Klok(sleutel);
            await _klokken.ZetOpAgendaAsync([klok with { Zetting = klok.Zetting! with { Uiterlijk = Dag.AddDays(dagen) } }], TestContext.Current.CancellationToken);
        }

        var lang = new Agendapunt(Dag.AddDays(-400), Paar, "lang");
        Assert.Equal([lang, new Agendapunt(Dag.AddDays(-1), Paar, "gisteren")], await AgendaAsync());

        await _klokken.StreepDoorAsync(lang, TestContext.Current.CancellationToken);
        await _klokken.StreepDoorAsync(lang, TestContext.Current.CancellationToken);
        Assert.Equal([new Agendapunt(Dag.AddDays(-1), Paar, "gisteren")], await AgendaAsync());
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1300)]
    public async Task Any_number_of_clocks_is_stored_and_found(int aantal)
    {
        var alle = Enumerable.Range(0, aantal).Select(nummer => $"k{nummer:D5}")
            .Select((sleutel, nummer) => nummer % 3 == 0 ? new Klok { Paar = Paar, Sleutel = sleutel } : Klok(sleutel)).ToList();

        await _klokken.SchrijfAsync(alle, TestContext.Current.CancellationToken);

        var gevraagd = alle.Where((_, nummer) => nummer % 5 != 1).Select(klok => klok.Sleutel).Append("k-er-is-geen").ToList();
        var gevonden = await _klokken.ZoekAsync(Paar, gevraagd, TestContext.Current.CancellationToken);
        Assert.Equal(gevraagd.SkipLast(1).Order(), gevonden.Keys.Order());
        Assert.All(gevonden.Values, klok => Assert.Equal(alle.Find(ander => ander.Sleutel == klok.Sleutel), klok with { Versie = null }));
    }

    [Fact]
    public async Task What_is_late_is_there_for_both_parties_in_pages_longest_first_and_for_nobody_else()
    {
        for (var i = 0; i < 5; i++)
        {
            var klok = Klok("k" + i);
            await _klokken.MeldTeLaatAsync(klok with { Zetting = klok.Zetting! with { Uiterlijk = Dag.AddDays(-i) } }, TestContext.Current.CancellationToken);
        }

        var een = await _klokken.TeLaatAsync("0503", null, 3, TestContext.Current.CancellationToken);
        var twee = await _klokken.TeLaatAsync("0503", een.Vervolg, 3, TestContext.Current.CancellationToken);

        Assert.Equal(["k4", "k3", "k2", "k1", "k0"], [.. een.Klokken.Concat(twee.Klokken).Select(klok => klok.Sleutel)]);
        Assert.Null(twee.Vervolg);
        Assert.Equal(5, (await _klokken.TeLaatAsync("90000001", null, 100, TestContext.Current.CancellationToken)).Klokken.Count);
        Assert.Empty((await _klokken.TeLaatAsync("0518", null, 100, TestContext.Current.CancellationToken)).Klokken);
        await _klokken.NietMeerTeLaatAsync([een.Klokken[0]], TestContext.Current.CancellationToken);
        Assert.Equal(4, (await _klokken.TeLaatAsync("90000001", null, 100, TestContext.Current.CancellationToken)).Klokken.Count);
    }

    private static Klok Klok(string sleutel) => new()
    {
        Paar = Paar,
        Sleutel = sleutel,
        Zetting = new Klokzetting
        {
            Soort = Kloksoort.Retour,
            BerichtId = "0503-00112233445566778899aabbccddeeff",
            Berichtsoort = "JW301",
            Identificatie = "é/\\#?'\"&<",
            AanZet = "90000001",
            Uiterlijk = Dag,
            GezetDoor = "0503-00112233445566778899aabbccddeeff",
        },
    };

    private Task SchrijfAsync(Klok klok) => _klokken.SchrijfAsync([klok], TestContext.Current.CancellationToken);

    private async Task<Klok?> ZoekAsync(string sleutel) =>
        (await _klokken.ZoekAsync(Paar, [sleutel], TestContext.Current.CancellationToken)).GetValueOrDefault(sleutel);

    private async Task<List<Agendapunt>> AgendaAsync()
    {
        var gelezen = new List<Agendapunt>();
        await foreach (var regel in _klokken.AgendaVoorAsync(Dag, TestContext.Current.CancellationToken)) gelezen.Add(regel);
        return gelezen;
    }
}
