using System.Text;
using Hub.Berichten;
using Hub.Functions.Tests.Gedeeld;
using Hub.Register;
using Ijw.Dossiers.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Register;

/// <summary>What berichten and their answers leave in the register of the real app, by archive and tables.</summary>
public sealed class RegistratieTests(HubZonderMandaat hub) : IClassFixture<HubZonderMandaat>
{
    private static readonly DateOnly Dag = new(2026, 3, 2);
    private static int _nummer = 1000;

    private readonly Ketenberichten _keten = new("0503", "90000001");

    private Registratie Registratie => hub.Diensten.GetRequiredService<Registratie>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bericht_is_open_until_its_retour_says_what_it_has_come_to_whichever_comes_first(bool heenEerst)
    {
        foreach (var afgewezen in (bool[])[false, true])
        {
            var toewijzing = _keten.Toewijzing(Dag, _nummer++, Dag, null);
            var (heen, retour) = (await BewaarAsync(toewijzing), await BewaarAsync(Ketenberichten.Retour(toewijzing, afgewezen)));
            await NeemOpAsync(heenEerst ? heen : retour);
            if (heenEerst) Assert.All(await FeitenAsync(heen), feit => Assert.Equal(Feitstaat.Open, feit.Herkomst.Staat));
            await NeemOpAsync(heenEerst ? retour : heen);

            var feiten = await FeitenAsync(heen);
            Assert.Equal(!afgewezen, feiten.Exists(feit => feit is Toewijzingsversie { Herkomst.Staat: Feitstaat.Aanvaard }));
            Assert.Contains(feiten, feit => feit is Identificatiegebruik);
            Assert.Equal(!afgewezen, Assert.IsType<Retourmelding>(Assert.Single(await FeitenAsync(retour))).IsAanvaard);
        }
    }

    [Fact]
    public async Task A_JW325_grants_or_refuses_the_prestaties_of_its_JW323()
    {
        foreach (var afgewezen in (bool[])[false, true])
        {
            var nummer = _nummer++;
            var declaratie = _keten.Declaratie(Dag, $"D{nummer}", nummer, $"P{nummer}");
            var (heen, antwoord) = (await BewaarAsync(declaratie), await BewaarAsync(_keten.Declaratieantwoord(declaratie, afgewezen)));
            await NeemOpAsync(heen);
            Assert.Equal(Prestatieuitslag.Open, (await FeitenAsync(heen)).OfType<Prestatiemelding>().Single().Uitslag);
            await NeemOpAsync(antwoord);

            var prestaties = (await FeitenAsync(heen)).OfType<Prestatiemelding>().Select(prestatie => prestatie.Uitslag);
            Assert.Equal(afgewezen ? [] : [Prestatieuitslag.Toegekend], prestaties);
        }
    }

    [Fact]
    public async Task A_second_retour_changes_nothing_and_a_bericht_sent_again_after_a_rejection_has_its_own()
    {
        var eerste = _keten.Toewijzing(Dag, _nummer++, Dag, null);
        var tweede = eerste.Replace("2611AA", "2611AB", StringComparison.Ordinal);
        var zendingen = new List<BerichtStatus>();
        foreach (var xml in (string[])[eerste, Ketenberichten.Retour(eerste, afgewezen: true), tweede, Ketenberichten.Retour(tweede), Ketenberichten.Retour(tweede, afgewezen: true)])
            zendingen.Add(await BewaarAsync(xml));

        foreach (var zending in zendingen.AsEnumerable().Reverse()) await NeemOpAsync(zending);

        Assert.IsType<Identificatiegebruik>(Assert.Single(await FeitenAsync(zendingen[0])));
        Assert.Contains(await FeitenAsync(zendingen[2]), feit => feit is Toewijzingsversie { Herkomst.Staat: Feitstaat.Aanvaard });
    }

    [Fact]
    public async Task Heenberichten_and_answers_that_come_in_at_the_same_time_find_each_other()
    {
        var berichten = new List<BerichtStatus>();
        var heen = new List<BerichtStatus>();
        for (var i = 0; i < 8; i++)
        {
            var start = _keten.Start(Dag, _nummer++, Dag);
            heen.Add(await BewaarAsync(start));
            berichten.AddRange([heen[^1], await BewaarAsync(Ketenberichten.Retour(start))]);
        }

        await Parallel.ForEachAsync(berichten, TestContext.Current.CancellationToken, async (bericht, _) => await NeemOpAsync(bericht));

        foreach (var bericht in heen) Assert.All(await FeitenAsync(bericht), feit => Assert.Equal(Feitstaat.Aanvaard, feit.Herkomst.Staat));
    }

    [Fact]
    public async Task What_was_loaded_as_accepted_is_accepted_until_a_retour_says_otherwise()
    {
        var toewijzing = _keten.Toewijzing(Dag, _nummer++, Dag, null);
        var heen = await BewaarAsync(toewijzing);
        var berichten = hub.Diensten.GetRequiredService<IBerichten>();
        await berichten.WerkBijAsync([heen with { IsHistorieZonderRetour = true }], TestContext.Current.CancellationToken);
        heen = (await berichten.ZoekAsync(heen.BerichtId, TestContext.Current.CancellationToken))!;

        await NeemOpAsync(heen);
        Assert.Contains(await FeitenAsync(heen), feit => feit is Toewijzingsversie { Herkomst.Staat: Feitstaat.Aanvaard });
        await NeemOpAsync(await BewaarAsync(Ketenberichten.Retour(toewijzing, afgewezen: true)));
        Assert.IsType<Identificatiegebruik>(Assert.Single(await FeitenAsync(heen)));
    }

    private Task NeemOpAsync(BerichtStatus bericht) => Registratie.NeemOpAsync(bericht, TestContext.Current.CancellationToken);

    /// <summary>Hands a bericht in, so that it is archived and recorded; processing it is left to the test.</summary>
    private async Task<BerichtStatus> BewaarAsync(string xml)
    {
        var kop = Soortvoorbeelden.Controleer(Encoding.UTF8.GetBytes(xml)).Kop!;
        var id = (await hub.PostAsync(kop.Verzender, xml)).Veld("berichtId");
        return (await hub.Diensten.GetRequiredService<IBerichten>().ZoekAsync(id, TestContext.Current.CancellationToken))!;
    }

    private async Task<List<Feit>> FeitenAsync(BerichtStatus bericht)
    {
        var inhoud = await hub.Diensten.GetRequiredService<Berichtlezer>().LeesAsync(bericht, TestContext.Current.CancellationToken);
        var documenten = Feiten.Van(inhoud, Uitslag.Open, bericht.BerichtId, bericht.Spoor.Ontvangen).SelectMany(feit => feit.Documenten).ToHashSet();
        var feiten = await hub.Diensten.GetRequiredService<IRegister>().Open().LeesAsync(documenten, TestContext.Current.CancellationToken);
        return [.. feiten.Where(feit => feit.Herkomst.BerichtId == bericht.BerichtId).Distinct()];
    }
}
