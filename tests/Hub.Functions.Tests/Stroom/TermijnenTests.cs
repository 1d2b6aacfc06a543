using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Functions.Tests.Gedeeld;
using Hub.Ontvangst;
using Hub.Termijnen;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Stroom;

/// <summary>The terms of process.md section 2, timed on real berichten that came in some time ago.</summary>
public sealed class TermijnenTests(HubZonderMandaat hub) : IClassFixture<HubZonderMandaat>
{
    private static readonly DateTimeOffset Nu = TimeProvider.System.GetUtcNow();
    private static readonly DateOnly Vandaag = Kalender.Dag(Nu);

    [Fact]
    public async Task A_retour_that_does_not_come_is_late_for_both_parties_and_who_must_act_is_reminded_once()
    {
        var keten = new Ketenberichten("0503", "90000001");
        var start = keten.Start(Vandaag.AddDays(-20), 1, Vandaag.AddDays(-20));
        var id = await ZendAsync(keten, start, dagenGeleden: 20);
        Assert.True(await hub.BewaakAsync());
        await BewaakAsync();

        foreach (var code in (string[])["0503", "90000001"])
        {
            var laat = Assert.Single(await TeLaatAsync(code), rij => Tekst(rij, "berichtId") == id);
            Assert.Equal(("retour", "JW305", "0503"), (Tekst(laat, "termijn"), Tekst(laat, "berichtsoort"), Tekst(laat, "aanZet")));
            Assert.Equal(code == "0503", laat.GetProperty("uBentAanZet").GetBoolean());
            Assert.Equal(Werkdag(Vandaag.AddDays(-20), 3), Dag(laat, "uiterlijk"));
            Assert.Equal(Dag(laat, "uiterlijk").AddDays(1), Dag(laat, "teLaatSinds"));
            Assert.EndsWith(code == "0503" ? "U moet het nog sturen." : "Delft moet het nog sturen.", Tekst(laat, "tekst"), StringComparison.Ordinal);
        }

        foreach (var ander in (string[])["0518", "90000002"]) Assert.DoesNotContain(await TeLaatAsync(ander), rij => Tekst(rij, "berichtId") == id);
        var brief = Assert.Single(await hub.LeegAsync("0503"), brief => brief.Subject == "herinnering");
        Assert.Equal(("herinnering", id, "application/json"), (brief.Properties["inhoud"], brief.Properties["berichtId"], brief.ContentType));
        Assert.StartsWith(id + "+herinnering+", brief.MessageId, StringComparison.Ordinal);
        var herinnering = JsonSerializer.Deserialize<JsonElement>(brief.Body.Span);
        Assert.Equal(("retour", id), (Tekst(herinnering, "termijn"), Tekst(herinnering, "berichtId")));
        Assert.Contains("U moet het nog sturen.", Tekst(herinnering, "tekst"), StringComparison.Ordinal);
        Assert.Empty(Termijnen(await hub.LeegAsync("90000001"), id));
        Assert.Equal([("retour", "te-laat")], await SpoorAsync("90000001", id));

        var retour = await ZendAsync(keten, Ketenberichten.Retour(start), dagenGeleden: 0);

        Assert.DoesNotContain(await TeLaatAsync("0503"), rij => Tekst(rij, "berichtId") == id);
        Assert.DoesNotContain(await TeLaatAsync("90000001"), rij => Tekst(rij, "berichtId") == id);
        Assert.Equal([("retour", "te-laat-gekomen")], await SpoorAsync("0503", id));
        var termijn = (await hub.GetAsync("0503", "/berichten/" + id)).Json.GetProperty("termijnen")[0];
        Assert.Equal(retour, Tekst(termijn, "door"));
        await BewaakAsync();
        Assert.DoesNotContain(await TeLaatAsync("0503"), rij => Tekst(rij, "berichtId") == id);
        Assert.DoesNotContain(await hub.LeegAsync("0503"), brief => brief.Subject == "herinnering");
    }

    [Fact]
    public async Task A_retour_in_time_stops_the_clock_before_anyone_is_reminded()
    {
        var keten = new Ketenberichten("0518", "90000001");
        var stop = keten.Stop(Vandaag.AddDays(-30), 2, Vandaag.AddDays(-60), Vandaag.AddDays(-31));
        var id = await ZendAsync(keten, stop, dagenGeleden: 30);
        await ZendAsync(keten, Ketenberichten.Retour(stop), dagenGeleden: 30);

        await BewaakAsync();

        Assert.Empty(await TeLaatAsync("0518"));
        Assert.Equal([("retour", "op-tijd")], await SpoorAsync("0518", id));
        Assert.DoesNotContain(await hub.LeegAsync("0518"), brief => brief.Subject == "herinnering");
    }

    [Fact]
    public async Task Each_product_of_a_JW315_is_answered_by_itself_and_a_reminder_comes_over_http_too()
    {
        var keten = new Ketenberichten("1783", "90000004");
        var id = await ZendAsync(keten, keten.VerzoekOmToewijzing(Vandaag.AddDays(-20), "R-een", "R-twee"), dagenGeleden: 20);
        await ZendAsync(keten, keten.Toewijzing(Vandaag.AddDays(-19), 11, Vandaag.AddDays(20), null, "R-een"), dagenGeleden: 19);

        await BewaakAsync();

        var laat = Assert.Single(await TeLaatAsync("90000004"), rij => Tekst(rij, "termijn") == "verzoek-om-toewijzing");
        Assert.Equal("/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[2]", Tekst(laat, "pad"));
        Assert.Equal(("1783", Werkdag(Vandaag.AddDays(-20), 5)), (Tekst(laat, "aanZet"), Dag(laat, "uiterlijk")));
        Assert.Equal(
            [("retour", "te-laat"), ("verzoek-om-toewijzing", "op-tijd"), ("verzoek-om-toewijzing", "te-laat")],
            (await SpoorAsync("90000004", id)).Order());
        // The retour on the JW301 is for the aanbieder to send.
        var stukken = (await hub.GetAsync("90000004", "/postbus")).Json.GetProperty("poststukken").EnumerateArray();
        var stuk = Assert.Single(stukken, stuk => Tekst(stuk, "soort") == "herinnering");
        Assert.Equal("retour", Tekst(stuk.GetProperty("herinnering"), "termijn"));
        Assert.Equal(204, (await hub.StuurAsync(HttpMethod.Delete, "/postbus/" + Tekst(stuk, "id"), "90000004")).Status);
    }

    [Fact]
    public async Task In_onderzoek_gives_eight_weeks_from_the_dagtekening_of_the_request_and_two_for_the_woonplaats()
    {
        var keten = new Ketenberichten("1926", "90000001");
        var dagtekening = Vandaag.AddDays(-60);
        var verzoek = keten.VerzoekOmToewijzing(dagtekening, "R-drie");
        var id = await ZendAsync(keten, verzoek, dagenGeleden: 50);
        await ZendAsync(keten, Ketenberichten.Retour(verzoek), dagenGeleden: 50);
        await ZendAsync(keten, keten.Antwoord(Vandaag.AddDays(-49), "R-drie", inOnderzoek: true), dagenGeleden: 49);

        await BewaakAsync();

        var laat = (await TeLaatAsync("90000001")).Where(rij => Tekst(rij, "berichtId") == id).ToDictionary(rij => Tekst(rij, "termijn"));
        Assert.Equal(["onderzoek", "woonplaatsbeginsel"], laat.Keys.Order());
        Assert.Equal((dagtekening.AddDays(56), true), (Dag(laat["onderzoek"], "uiterlijk"), laat["onderzoek"].GetProperty("zeker").GetBoolean()));
        Assert.Equal((Vandaag.AddDays(-36), false), (Dag(laat["woonplaatsbeginsel"], "uiterlijk"), laat["woonplaatsbeginsel"].GetProperty("zeker").GetBoolean()));
        Assert.Equal(["onderzoek"], Termijnen(await hub.LeegAsync("1926"), id));

        await ZendAsync(keten, keten.Antwoord(Vandaag, "R-drie", inOnderzoek: false), dagenGeleden: 0);

        Assert.DoesNotContain(await TeLaatAsync("90000001"), rij => Tekst(rij, "berichtId") == id);
        Assert.Equal(
            [("onderzoek", "te-laat-gekomen"), ("retour", "op-tijd"), ("verzoek-om-toewijzing", "op-tijd"), ("woonplaatsbeginsel", "te-laat-gekomen")],
            (await SpoorAsync("1926", id)).Order());
    }

    [Fact]
    public async Task A_JW317_has_one_answer_and_a_JW323_ten_werkdagen()
    {
        var keten = new Ketenberichten("0603", "90000001");
        var wijziging = await ZendAsync(keten, keten.VerzoekOmWijziging(Vandaag.AddDays(-20), "W-een"), dagenGeleden: 20);
        var declaratie = keten.Declaratie(Vandaag.AddMonths(-2), "D0603", 3, "P0603");
        var declaratieId = await ZendAsync(keten, declaratie, dagenGeleden: 30);

        await BewaakAsync();

        var laat = await TeLaatAsync("0603");
        Assert.Equal(Werkdag(Vandaag.AddDays(-30), 10), Dag(Assert.Single(laat, rij => Tekst(rij, "berichtId") == declaratieId), "uiterlijk"));
        Assert.Equal(["retour", "verzoek-om-wijziging"], laat.Where(rij => Tekst(rij, "berichtId") == wijziging).Select(rij => Tekst(rij, "termijn")).Order());

        await ZendAsync(keten, keten.Declaratieantwoord(declaratie), dagenGeleden: 0);
        await ZendAsync(keten, keten.Antwoord(Vandaag, "W-een", inOnderzoek: false), dagenGeleden: 0);

        Assert.Equal([("declaratieantwoord", "te-laat-gekomen")], await SpoorAsync("0603", declaratieId));
        Assert.Equal([("retour", "te-laat"), ("verzoek-om-wijziging", "te-laat-gekomen")], (await SpoorAsync("0603", wijziging)).Order());
    }

    [Fact]
    public async Task A_rejected_heenbericht_counts_as_never_sent_for_its_clocks_and_for_those_it_stopped()
    {
        var keten = new Ketenberichten("0626", "90000001");
        var afgekeurd = keten.VerzoekOmToewijzing(Vandaag.AddDays(-20), "R-vier");
        var afgekeurdId = await ZendAsync(keten, afgekeurd, dagenGeleden: 20);
        await ZendAsync(keten, Ketenberichten.Retour(afgekeurd, afgewezen: true), dagenGeleden: 19);
        var verzoek = keten.VerzoekOmToewijzing(Vandaag.AddDays(-18), "R-vier");
        var id = await ZendAsync(keten, verzoek, dagenGeleden: 18);
        await ZendAsync(keten, Ketenberichten.Retour(verzoek), dagenGeleden: 18);
        var toewijzing = keten.Toewijzing(Vandaag.AddDays(-17), 12, Vandaag.AddDays(-17), null, "R-vier");
        await ZendAsync(keten, toewijzing, dagenGeleden: 17);
        Assert.Equal([("retour", "op-tijd"), ("verzoek-om-toewijzing", "op-tijd")], (await SpoorAsync("0626", id)).Order());

        var retour = Ketenberichten.Retour(toewijzing, afgewezen: true);
        await ZendAsync(keten, retour, dagenGeleden: 16);

        Assert.Equal([("retour", "op-tijd"), ("verzoek-om-toewijzing", "vervallen")], (await SpoorAsync("0626", afgekeurdId)).Order());
        await BewaakAsync();
        Assert.Equal([("retour", "op-tijd"), ("verzoek-om-toewijzing", "te-laat")], (await SpoorAsync("0626", id)).Order());
        var laat = Assert.Single(await TeLaatAsync("0626"));
        Assert.Equal((id, Werkdag(Vandaag.AddDays(-18), 5)), (Tekst(laat, "berichtId"), Dag(laat, "uiterlijk")));
    }

    [Fact]
    public async Task A_rejected_answer_takes_its_clocks_along()
    {
        var keten = new Ketenberichten("0629", "90000001");
        var verzoek = keten.VerzoekOmToewijzing(Vandaag.AddDays(-20), "R-vijf");
        var id = await ZendAsync(keten, verzoek, dagenGeleden: 20);
        await ZendAsync(keten, Ketenberichten.Retour(verzoek), dagenGeleden: 20);
        var antwoord = keten.Antwoord(Vandaag.AddDays(-19), "R-vijf", inOnderzoek: true);
        await ZendAsync(keten, antwoord, dagenGeleden: 19);
        await ZendAsync(keten, Ketenberichten.Retour(antwoord, afgewezen: true), dagenGeleden: 18);

        Assert.Equal(
            [("onderzoek", "vervallen"), ("retour", "op-tijd"), ("verzoek-om-toewijzing", "te-laat"), ("woonplaatsbeginsel", "vervallen")],
            (await SpoorAsync("0629", id)).Order());
    }

    [Fact]
    public async Task An_accepted_toewijzing_waits_for_its_start_and_when_it_has_ended_for_its_stop()
    {
        var keten = new Ketenberichten("0637", "90000002");
        var (ingang, eind) = (Vandaag.AddDays(-60), Vandaag.AddDays(-30));
        var toewijzing = keten.Toewijzing(Vandaag.AddDays(-70), 21, ingang, eind);
        var id = await ZendAsync(keten, toewijzing, dagenGeleden: 70);
        await ZendAsync(keten, Ketenberichten.Retour(toewijzing), dagenGeleden: 70);
        await BewaakAsync();

        var laat = Assert.Single(await TeLaatAsync("0637"));
        Assert.Equal(("start", "90000002", Werkdag(ingang, 5)), (Tekst(laat, "termijn"), Tekst(laat, "aanZet"), Dag(laat, "uiterlijk")));
        Assert.False(laat.GetProperty("zeker").GetBoolean());

        var start = keten.Start(Vandaag.AddDays(-25), 21, ingang);
        await ZendAsync(keten, start, dagenGeleden: 25);
        await ZendAsync(keten, Ketenberichten.Retour(start), dagenGeleden: 25);
        var tijdelijk = keten.Stop(Vandaag.AddDays(-24), 21, ingang, eind, tijdelijk: true);
        await ZendAsync(keten, tijdelijk, dagenGeleden: 24);
        await ZendAsync(keten, Ketenberichten.Retour(tijdelijk), dagenGeleden: 24);
        await BewaakAsync();

        laat = Assert.Single(await TeLaatAsync("0637"));
        Assert.Equal(("stop", true, Werkdag(eind, 5)), (Tekst(laat, "termijn"), laat.GetProperty("zeker").GetBoolean(), Dag(laat, "uiterlijk")));
        Assert.Equal(["stop"], Termijnen(await hub.LeegAsync("90000002"), id));

        var definitief = keten.Stop(Vandaag, 21, ingang, eind);
        await ZendAsync(keten, definitief, dagenGeleden: 0);

        Assert.Empty(await TeLaatAsync("0637"));
        Assert.Equal([("retour", "op-tijd"), ("start", "te-laat-gekomen"), ("stop", "te-laat-gekomen")], (await SpoorAsync("0637", id)).Order());
    }

    [Fact]
    public async Task A_later_decision_moves_the_end_and_an_older_one_or_a_removal_of_the_toewijzing_does_what_it_should()
    {
        var keten = new Ketenberichten("1916", "90000002");
        var ingang = Vandaag.AddDays(-60);
        async Task<string> AanvaardAsync(string toewijzing, int dagenGeleden)
        {
            var id = await ZendAsync(keten, toewijzing, dagenGeleden);
            await ZendAsync(keten, Ketenberichten.Retour(toewijzing), dagenGeleden);
            return id;
        }

        var eerste = await AanvaardAsync(keten.Toewijzing(Vandaag.AddDays(-70), 31, ingang, Vandaag.AddDays(-30)), 70);
        var start = keten.Start(Vandaag.AddDays(-59), 31, ingang);
        await ZendAsync(keten, start, dagenGeleden: 59);
        await ZendAsync(keten, Ketenberichten.Retour(start), dagenGeleden: 59);
        var tweede = await AanvaardAsync(keten.Toewijzing(Vandaag.AddDays(-35), 31, ingang, Vandaag.AddDays(90), reden: "04"), 35);
        await AanvaardAsync(keten.Toewijzing(Vandaag.AddDays(-69), 31, ingang, Vandaag.AddDays(-31), reden: "12"), 34);
        await BewaakAsync();

        Assert.Empty(await TeLaatAsync("1916"));
        var termijnen = (await hub.GetAsync("1916", "/berichten/" + tweede)).Json.GetProperty("termijnen").EnumerateArray();
        Assert.Equal(Werkdag(Vandaag.AddDays(90), 5), Dag(Assert.Single(termijnen, termijn => Tekst(termijn, "termijn") == "stop"), "uiterlijk"));

        await AanvaardAsync(keten.Toewijzing(Vandaag.AddDays(-10), 31, ingang, ingang, reden: "13"), 10);
        Assert.Contains(("stop", "vervallen"), await SpoorAsync("1916", tweede));
        Assert.Contains(("start", "op-tijd"), await SpoorAsync("1916", eerste));
    }

    [Fact]
    public async Task Died_before_the_end_of_it_the_clocks_are_the_same_when_it_is_done_again()
    {
        var keten = new Ketenberichten("1842", "90000003");
        var toewijzing = keten.Toewijzing(Vandaag.AddDays(-20), 41, Vandaag.AddDays(-20), Vandaag.AddDays(-19), "R-zes");
        string[] berichten = [await ZendAsync(keten, toewijzing, dagenGeleden: 20), await ZendAsync(keten, Ketenberichten.Retour(toewijzing), dagenGeleden: 19)];
        var voor = await RijenAsync();

        var termijnen = hub.Diensten.GetRequiredService<Termijnbewaking>();
        foreach (var id in berichten)
        {
            var known = new KnownBerichten(hub.Diensten.GetRequiredService<IBerichten>(), hub.Diensten.GetRequiredService<Berichtlezer>());
            var (bericht, inhoud) = (await known.FindAsync(id, TestContext.Current.CancellationToken))!.Value;
            await termijnen.NoteerAsync(known, bericht, inhoud, TestContext.Current.CancellationToken);
        }

        Assert.Equal(voor, await RijenAsync());

        async Task<List<string>> RijenAsync()
        {
            var rijen = new List<string>();
            foreach (var tabel in (string[])["klokken", "agenda"])
            {
                var alle = new TableClient(hub.Opslag, tabel).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken);
                await foreach (var rij in alle)
                {
                    if (!(rij.PartitionKey + rij.RowKey).Contains("1842-90000003", StringComparison.Ordinal)) continue;
                    rijen.Add(string.Join(';', rij.Where(veld => veld.Key is not ("odata.etag" or "Timestamp"))));
                }
            }

            Assert.NotEmpty(rijen);
            return rijen;
        }
    }

    [Fact]
    public async Task Died_between_the_reminder_and_the_note_of_it_there_is_one_reminder()
    {
        var keten = new Ketenberichten("1842", "90000001");
        var id = await ZendAsync(keten, keten.Start(Vandaag.AddDays(-20), 51, Vandaag.AddDays(-20)), dagenGeleden: 20);
        var stervend = MetKlokken(new OnderbrokenKlokken(Klokken, voorSchrijven: _ => throw new GedoodException()));
        // One that fails stays on the agenda, and the run goes on with the others.
        Assert.Equal(0, await stervend.MeldAsync(TestContext.Current.CancellationToken));

        await BewaakAsync();

        Assert.Equal(["retour"], Termijnen(await hub.LeegAsync("1842"), id));
        Assert.Single(await TeLaatAsync("1842"), rij => Tekst(rij, "berichtId") == id);
    }

    [Fact]
    public async Task What_comes_while_the_bewaking_looks_at_it_is_not_late_afterwards()
    {
        var keten = new Ketenberichten("1842", "90000002");
        var start = keten.Start(Vandaag.AddDays(-20), 52, Vandaag.AddDays(-20));
        var id = await ZendAsync(keten, start, dagenGeleden: 20);
        var tussendoor = MetKlokken(new OnderbrokenKlokken(Klokken, voorSchrijven: klok =>
            klok.Zetting!.BerichtId == id ? ZendAsync(keten, Ketenberichten.Retour(start), dagenGeleden: 0) : Task.CompletedTask));

        await tussendoor.MeldAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("retour", "te-laat-gekomen")], await SpoorAsync("1842", id));
        Assert.DoesNotContain(await TeLaatAsync("1842"), rij => Tekst(rij, "berichtId") == id);
    }

    private IKlokken Klokken => hub.Diensten.GetRequiredService<IKlokken>();

    private TeLaat MetKlokken(IKlokken klokken) => ActivatorUtilities.CreateInstance<TeLaat>(hub.Diensten, klokken);

    private static DateOnly Werkdag(DateOnly dag, int aantal) => new Werkdagen([]).Na(dag, aantal);

    private static string Tekst(JsonElement rij, string veld) => rij.GetProperty(veld).GetString()!;

    private static DateOnly Dag(JsonElement rij, string veld) => rij.GetProperty(veld).Deserialize<DateOnly>();

    private static List<string> Termijnen(IEnumerable<Queues.QueueMessage> brieven, string id) =>
    [
        .. brieven.Where(brief => brief.Subject == "herinnering" && (string)brief.Properties["berichtId"] == id)
            .Select(brief => Tekst(JsonSerializer.Deserialize<JsonElement>(brief.Body.Span), "termijn")),
    ];

    private async Task<List<JsonElement>> TeLaatAsync(string code) => [.. (await hub.GetAsync(code, "/bewaking")).Json.GetProperty("teLaat").EnumerateArray()];

    private async Task<List<(string Termijn, string Stand)>> SpoorAsync(string code, string id) =>
    [
        .. (await hub.GetAsync(code, "/berichten/" + id)).Json.GetProperty("termijnen").EnumerateArray()
            .Select(termijn => (Tekst(termijn, "termijn"), Tekst(termijn, "stand"))),
    ];

    private Task<int> BewaakAsync() => hub.Diensten.GetRequiredService<TeLaat>().MeldAsync(TestContext.Current.CancellationToken);

    /// <summary>Takes a bericht in at that time, and processes it now.</summary>
    // Noon is the same day in the Netherlands in summer and winter; a moment late in the evening is not.
    private static DateTimeOffset Moment(int dagenGeleden) =>
        dagenGeleden == 0 ? Nu : new DateTimeOffset(Vandaag.AddDays(-dagenGeleden), new TimeOnly(12, 0), TimeSpan.Zero);

    private async Task<string> ZendAsync(Ketenberichten keten, string xml, int dagenGeleden)
    {
        var deelnemers = hub.Diensten.GetRequiredService<Deelnemerslijst>();
        var ontvangst = Intake.Of(hub.Diensten, time: new Toen(Moment(dagenGeleden)));
        var kop = Soortvoorbeelden.Controleer(Encoding.UTF8.GetBytes(xml)).Kop!;
        using var bron = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        var uitkomst = await ontvangst.NeemAanAsync(PipeReader.Create(bron), deelnemers.MetCode(kop.Verzender)!, TestContext.Current.CancellationToken);
        var bericht = Assert.IsType<OntvangstUitkomst.Aangenomen>(uitkomst).Bericht;
        Assert.Equal((keten.Gemeente, keten.Aanbieder), (bericht.Kop.Gemeente, bericht.Kop.Aanbieder));
        Assert.True(await hub.VerwerkAsync(new Werkopdracht(1, bericht.BerichtId).Schrijf()));
        return bericht.BerichtId;
    }
}
