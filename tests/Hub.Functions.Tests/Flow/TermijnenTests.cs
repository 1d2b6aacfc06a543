using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Functions.Tests.Shared;
using Hub.Ontvangst;
using Hub.Termijnen;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Flow;

/// <summary>The terms of process.md section 2, timed on real berichten that came in some time ago.</summary>
public sealed class TermijnenTests(HubWithoutMandate hub) : IClassFixture<HubWithoutMandate>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly DateOnly Today = Calendar.Day(Now);

    [Fact]
    public async Task A_retour_that_does_not_come_is_late_for_both_parties_and_who_must_act_is_reminded_once()
    {
        var chain = new ChainBerichten("0503", "90000001");
        var start = chain.Start(Today.AddDays(-20), 1, Today.AddDays(-20));
        var id = await SendAsync(chain, start, daysAgo: 20);
        Assert.True(await hub.WatchAsync());
        await WatchAsync();

        foreach (var code in (string[])["0503", "90000001"])
        {
            var late = Assert.Single(await OverdueAsync(code), row => Text(row, "berichtId") == id);
            Assert.Equal(("retour", "JW305", "0503"), (Text(late, "termijn"), Text(late, "berichtsoort"), Text(late, "aanZet")));
            Assert.Equal(code == "0503", late.GetProperty("uBentAanZet").GetBoolean());
            Assert.Equal(WorkingDay(Today.AddDays(-20), 3), Day(late, "uiterlijk"));
            Assert.Equal(Day(late, "uiterlijk").AddDays(1), Day(late, "teLaatSinds"));
            Assert.EndsWith(
                code == "0503" ? "U moet het nog sturen." : "Delft moet het nog sturen.",
                Text(late, "tekst"),
                StringComparison.Ordinal
            );
        }

        foreach (var other in (string[])["0518", "90000002"])
        {
            Assert.DoesNotContain(await OverdueAsync(other), row => Text(row, "berichtId") == id);
        }
        var message = Assert.Single(await hub.EmptyAsync("0503"), message => message.Subject == "herinnering");
        Assert.Equal(
            ("herinnering", id, "application/json"),
            (message.Properties["inhoud"], message.Properties["berichtId"], message.ContentType)
        );
        Assert.StartsWith(id + "+herinnering+", message.MessageId, StringComparison.Ordinal);
        var reminder = JsonSerializer.Deserialize<JsonElement>(message.Body.Span);
        Assert.Equal(("retour", id), (Text(reminder, "termijn"), Text(reminder, "berichtId")));
        Assert.Contains("U moet het nog sturen.", Text(reminder, "tekst"), StringComparison.Ordinal);
        Assert.Empty(Termijnen(await hub.EmptyAsync("90000001"), id));
        Assert.Equal([("retour", "te-laat")], await TrailAsync("90000001", id));

        var retour = await SendAsync(chain, ChainBerichten.Retour(start), daysAgo: 0);

        Assert.DoesNotContain(await OverdueAsync("0503"), row => Text(row, "berichtId") == id);
        Assert.DoesNotContain(await OverdueAsync("90000001"), row => Text(row, "berichtId") == id);
        Assert.Equal([("retour", "te-laat-gekomen")], await TrailAsync("0503", id));
        var termijn = (await hub.GetAsync("0503", "/berichten/" + id)).Json.GetProperty("termijnen")[0];
        Assert.Equal(retour, Text(termijn, "door"));
        await WatchAsync();
        Assert.DoesNotContain(await OverdueAsync("0503"), row => Text(row, "berichtId") == id);
        Assert.DoesNotContain(await hub.EmptyAsync("0503"), message => message.Subject == "herinnering");
    }

    [Fact]
    public async Task A_retour_in_time_stops_the_clock_before_anyone_is_reminded()
    {
        var chain = new ChainBerichten("0518", "90000001");
        var stop = chain.Stop(Today.AddDays(-30), 2, Today.AddDays(-60), Today.AddDays(-31));
        var id = await SendAsync(chain, stop, daysAgo: 30);
        await SendAsync(chain, ChainBerichten.Retour(stop), daysAgo: 30);

        await WatchAsync();

        Assert.Empty(await OverdueAsync("0518"));
        Assert.Equal([("retour", "op-tijd")], await TrailAsync("0518", id));
        Assert.DoesNotContain(await hub.EmptyAsync("0518"), message => message.Subject == "herinnering");
    }

    [Fact]
    public async Task Each_product_of_a_JW315_is_answered_by_itself_and_a_reminder_comes_over_http_too()
    {
        var chain = new ChainBerichten("1783", "90000004");
        var id = await SendAsync(chain, chain.VerzoekToToewijzing(Today.AddDays(-20), "R-een", "R-twee"), daysAgo: 20);
        await SendAsync(chain, chain.Toewijzing(Today.AddDays(-19), 11, Today.AddDays(20), null, "R-een"), daysAgo: 19);

        await WatchAsync();

        var late = Assert.Single(await OverdueAsync("90000004"), row => Text(row, "termijn") == "verzoek-om-toewijzing");
        Assert.Equal("/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[2]", Text(late, "pad"));
        Assert.Equal(("1783", WorkingDay(Today.AddDays(-20), 5)), (Text(late, "aanZet"), Day(late, "uiterlijk")));
        Assert.Equal(
            [("retour", "te-laat"), ("verzoek-om-toewijzing", "op-tijd"), ("verzoek-om-toewijzing", "te-laat")],
            (await TrailAsync("90000004", id)).Order()
        );
        // The retour on the JW301 is for the aanbieder to send.
        var pieces = (await hub.GetAsync("90000004", "/postbus")).Json.GetProperty("poststukken").EnumerateArray();
        var piece = Assert.Single(pieces, piece => Text(piece, "soort") == "herinnering");
        Assert.Equal("retour", Text(piece.GetProperty("herinnering"), "termijn"));
        Assert.Equal(204, (await hub.SendAsync(HttpMethod.Delete, "/postbus/" + Text(piece, "id"), "90000004")).Status);
    }

    [Fact]
    public async Task In_investigation_gives_eight_weeks_from_the_dagtekening_of_the_request_and_two_for_the_woonplaats()
    {
        var chain = new ChainBerichten("1926", "90000001");
        var dagtekening = Today.AddDays(-60);
        var verzoek = chain.VerzoekToToewijzing(dagtekening, "R-drie");
        var id = await SendAsync(chain, verzoek, daysAgo: 50);
        await SendAsync(chain, ChainBerichten.Retour(verzoek), daysAgo: 50);
        await SendAsync(chain, chain.Answer(Today.AddDays(-49), "R-drie", inInvestigation: true), daysAgo: 49);

        await WatchAsync();

        var late = (await OverdueAsync("90000001")).Where(row => Text(row, "berichtId") == id).ToDictionary(row => Text(row, "termijn"));
        Assert.Equal(["onderzoek", "woonplaatsbeginsel"], late.Keys.Order());
        Assert.Equal(
            (dagtekening.AddDays(56), true),
            (Day(late["onderzoek"], "uiterlijk"), late["onderzoek"].GetProperty("zeker").GetBoolean())
        );
        Assert.Equal(
            (Today.AddDays(-36), false),
            (Day(late["woonplaatsbeginsel"], "uiterlijk"), late["woonplaatsbeginsel"].GetProperty("zeker").GetBoolean())
        );
        Assert.Equal(["onderzoek"], Termijnen(await hub.EmptyAsync("1926"), id));

        await SendAsync(chain, chain.Answer(Today, "R-drie", inInvestigation: false), daysAgo: 0);

        Assert.DoesNotContain(await OverdueAsync("90000001"), row => Text(row, "berichtId") == id);
        Assert.Equal(
            [
                ("onderzoek", "te-laat-gekomen"),
                ("retour", "op-tijd"),
                ("verzoek-om-toewijzing", "op-tijd"),
                ("woonplaatsbeginsel", "te-laat-gekomen"),
            ],
            (await TrailAsync("1926", id)).Order()
        );
    }

    [Fact]
    public async Task A_JW317_has_one_answer_and_a_JW323_ten_working_days()
    {
        var chain = new ChainBerichten("0603", "90000001");
        var wijziging = await SendAsync(chain, chain.VerzoekToWijziging(Today.AddDays(-20), "W-een"), daysAgo: 20);
        var declaratie = chain.Declaratie(Today.AddMonths(-2), "D0603", 3, "P0603");
        var declaratieId = await SendAsync(chain, declaratie, daysAgo: 30);

        await WatchAsync();

        var late = await OverdueAsync("0603");
        Assert.Equal(
            WorkingDay(Today.AddDays(-30), 10),
            Day(Assert.Single(late, row => Text(row, "berichtId") == declaratieId), "uiterlijk")
        );
        Assert.Equal(
            ["retour", "verzoek-om-wijziging"],
            late.Where(row => Text(row, "berichtId") == wijziging).Select(row => Text(row, "termijn")).Order()
        );

        await SendAsync(chain, chain.DeclaratieAnswer(declaratie), daysAgo: 0);
        await SendAsync(chain, chain.Answer(Today, "W-een", inInvestigation: false), daysAgo: 0);

        Assert.Equal([("declaratieantwoord", "te-laat-gekomen")], await TrailAsync("0603", declaratieId));
        Assert.Equal([("retour", "te-laat"), ("verzoek-om-wijziging", "te-laat-gekomen")], (await TrailAsync("0603", wijziging)).Order());
    }

    [Fact]
    public async Task A_rejected_heenbericht_counts_as_never_sent_for_its_clocks_and_for_those_it_stopped()
    {
        var chain = new ChainBerichten("0626", "90000001");
        var rejected = chain.VerzoekToToewijzing(Today.AddDays(-20), "R-vier");
        var afgekeurdId = await SendAsync(chain, rejected, daysAgo: 20);
        await SendAsync(chain, ChainBerichten.Retour(rejected, refused: true), daysAgo: 19);
        var verzoek = chain.VerzoekToToewijzing(Today.AddDays(-18), "R-vier");
        var id = await SendAsync(chain, verzoek, daysAgo: 18);
        await SendAsync(chain, ChainBerichten.Retour(verzoek), daysAgo: 18);
        var toewijzing = chain.Toewijzing(Today.AddDays(-17), 12, Today.AddDays(-17), null, "R-vier");
        await SendAsync(chain, toewijzing, daysAgo: 17);
        Assert.Equal([("retour", "op-tijd"), ("verzoek-om-toewijzing", "op-tijd")], (await TrailAsync("0626", id)).Order());

        var retour = ChainBerichten.Retour(toewijzing, refused: true);
        await SendAsync(chain, retour, daysAgo: 16);

        Assert.Equal([("retour", "op-tijd"), ("verzoek-om-toewijzing", "vervallen")], (await TrailAsync("0626", afgekeurdId)).Order());
        await WatchAsync();
        Assert.Equal([("retour", "op-tijd"), ("verzoek-om-toewijzing", "te-laat")], (await TrailAsync("0626", id)).Order());
        var late = Assert.Single(await OverdueAsync("0626"));
        Assert.Equal((id, WorkingDay(Today.AddDays(-18), 5)), (Text(late, "berichtId"), Day(late, "uiterlijk")));
    }

    [Fact]
    public async Task A_rejected_answer_takes_its_clocks_along()
    {
        var chain = new ChainBerichten("0629", "90000001");
        var verzoek = chain.VerzoekToToewijzing(Today.AddDays(-20), "R-vijf");
        var id = await SendAsync(chain, verzoek, daysAgo: 20);
        await SendAsync(chain, ChainBerichten.Retour(verzoek), daysAgo: 20);
        var answer = chain.Answer(Today.AddDays(-19), "R-vijf", inInvestigation: true);
        await SendAsync(chain, answer, daysAgo: 19);
        await SendAsync(chain, ChainBerichten.Retour(answer, refused: true), daysAgo: 18);

        Assert.Equal(
            [("onderzoek", "vervallen"), ("retour", "op-tijd"), ("verzoek-om-toewijzing", "te-laat"), ("woonplaatsbeginsel", "vervallen")],
            (await TrailAsync("0629", id)).Order()
        );
    }

    [Fact]
    public async Task An_accepted_toewijzing_waits_for_its_start_and_when_it_has_ended_for_its_stop()
    {
        var chain = new ChainBerichten("0637", "90000002");
        var (firstDay, end) = (Today.AddDays(-60), Today.AddDays(-30));
        var toewijzing = chain.Toewijzing(Today.AddDays(-70), 21, firstDay, end);
        var id = await SendAsync(chain, toewijzing, daysAgo: 70);
        await SendAsync(chain, ChainBerichten.Retour(toewijzing), daysAgo: 70);
        await WatchAsync();

        var late = Assert.Single(await OverdueAsync("0637"));
        Assert.Equal(("start", "90000002", WorkingDay(firstDay, 5)), (Text(late, "termijn"), Text(late, "aanZet"), Day(late, "uiterlijk")));
        Assert.False(late.GetProperty("zeker").GetBoolean());

        var start = chain.Start(Today.AddDays(-25), 21, firstDay);
        await SendAsync(chain, start, daysAgo: 25);
        await SendAsync(chain, ChainBerichten.Retour(start), daysAgo: 25);
        var temporary = chain.Stop(Today.AddDays(-24), 21, firstDay, end, temporary: true);
        await SendAsync(chain, temporary, daysAgo: 24);
        await SendAsync(chain, ChainBerichten.Retour(temporary), daysAgo: 24);
        await WatchAsync();

        late = Assert.Single(await OverdueAsync("0637"));
        Assert.Equal(
            ("stop", true, WorkingDay(end, 5)),
            (Text(late, "termijn"), late.GetProperty("zeker").GetBoolean(), Day(late, "uiterlijk"))
        );
        Assert.Equal(["stop"], Termijnen(await hub.EmptyAsync("90000002"), id));

        var definitive = chain.Stop(Today, 21, firstDay, end);
        await SendAsync(chain, definitive, daysAgo: 0);

        Assert.Empty(await OverdueAsync("0637"));
        Assert.Equal(
            [("retour", "op-tijd"), ("start", "te-laat-gekomen"), ("stop", "te-laat-gekomen")],
            (await TrailAsync("0637", id)).Order()
        );
    }

    [Fact]
    public async Task A_later_decision_moves_the_end_and_an_older_one_or_a_removal_of_the_toewijzing_does_what_it_should()
    {
        var chain = new ChainBerichten("1916", "90000002");
        var firstDay = Today.AddDays(-60);
        async Task<string> AcceptedAsync(string toewijzing, int daysAgo)
        {
            var id = await SendAsync(chain, toewijzing, daysAgo);
            await SendAsync(chain, ChainBerichten.Retour(toewijzing), daysAgo);
            return id;
        }

        var first = await AcceptedAsync(chain.Toewijzing(Today.AddDays(-70), 31, firstDay, Today.AddDays(-30)), 70);
        var start = chain.Start(Today.AddDays(-59), 31, firstDay);
        await SendAsync(chain, start, daysAgo: 59);
        await SendAsync(chain, ChainBerichten.Retour(start), daysAgo: 59);
        var second = await AcceptedAsync(chain.Toewijzing(Today.AddDays(-35), 31, firstDay, Today.AddDays(90), reason: "04"), 35);
        await AcceptedAsync(chain.Toewijzing(Today.AddDays(-69), 31, firstDay, Today.AddDays(-31), reason: "12"), 34);
        await WatchAsync();

        Assert.Empty(await OverdueAsync("1916"));
        var termijnen = (await hub.GetAsync("1916", "/berichten/" + second)).Json.GetProperty("termijnen").EnumerateArray();
        Assert.Equal(
            WorkingDay(Today.AddDays(90), 5),
            Day(Assert.Single(termijnen, termijn => Text(termijn, "termijn") == "stop"), "uiterlijk")
        );

        await AcceptedAsync(chain.Toewijzing(Today.AddDays(-10), 31, firstDay, firstDay, reason: "13"), 10);
        Assert.Contains(("stop", "vervallen"), await TrailAsync("1916", second));
        Assert.Contains(("start", "op-tijd"), await TrailAsync("1916", first));
    }

    [Fact]
    public async Task Died_before_the_end_of_it_the_clocks_are_the_same_when_it_is_done_again()
    {
        var chain = new ChainBerichten("1842", "90000003");
        var toewijzing = chain.Toewijzing(Today.AddDays(-20), 41, Today.AddDays(-20), Today.AddDays(-19), "R-zes");
        string[] berichten =
        [
            await SendAsync(chain, toewijzing, daysAgo: 20),
            await SendAsync(chain, ChainBerichten.Retour(toewijzing), daysAgo: 19),
        ];
        var before = await RowsAsync();

        var termijnen = hub.Services.GetRequiredService<TermijnWatch>();
        foreach (var id in berichten)
        {
            var known = new KnownBerichten(
                hub.Services.GetRequiredService<IBerichten>(),
                hub.Services.GetRequiredService<StoredBerichtReader>()
            );
            var (bericht, content) = (await known.FindAsync(id, TestContext.Current.CancellationToken))!.Value;
            var plan = await termijnen.PlanAsync(known, bericht, content, TestContext.Current.CancellationToken);
            await termijnen.WriteAsync(plan, TestContext.Current.CancellationToken);
        }

        Assert.Equal(before, await RowsAsync());

        async Task<List<string>> RowsAsync()
        {
            var rows = new List<string>();
            foreach (var table in (string[])["klokken", "agenda"])
            {
                var all = new TableClient(hub.Storage, table).QueryAsync<TableEntity>(
                    cancellationToken: TestContext.Current.CancellationToken
                );
                await foreach (var row in all)
                {
                    if (!(row.PartitionKey + row.RowKey).Contains("1842-90000003", StringComparison.Ordinal))
                    {
                        continue;
                    }
                    rows.Add(string.Join(';', row.Where(field => field.Key is not ("odata.etag" or "Timestamp"))));
                }
            }

            Assert.NotEmpty(rows);
            return rows;
        }
    }

    [Fact]
    public async Task Died_between_the_reminder_and_the_note_of_it_there_is_one_reminder()
    {
        var chain = new ChainBerichten("1842", "90000001");
        var id = await SendAsync(chain, chain.Start(Today.AddDays(-20), 51, Today.AddDays(-20)), daysAgo: 20);
        var dying = WithTermijnen(new InterruptedTermijnen(TermijnStore, beforeWrite: _ => throw new KilledException()));
        // One that fails stays on the agenda, and the run goes on with the others.
        Assert.Equal(0, await dying.ReportAsync(TestContext.Current.CancellationToken));

        await WatchAsync();

        Assert.Equal(["retour"], Termijnen(await hub.EmptyAsync("1842"), id));
        Assert.Single(await OverdueAsync("1842"), row => Text(row, "berichtId") == id);
    }

    [Fact]
    public async Task What_comes_while_the_bewaking_looks_at_it_is_not_late_afterwards()
    {
        var chain = new ChainBerichten("1842", "90000002");
        var start = chain.Start(Today.AddDays(-20), 52, Today.AddDays(-20));
        var id = await SendAsync(chain, start, daysAgo: 20);
        var between = WithTermijnen(
            new InterruptedTermijnen(
                TermijnStore,
                beforeWrite: termijn =>
                    termijn.Setting!.BerichtId == id ? SendAsync(chain, ChainBerichten.Retour(start), daysAgo: 0) : Task.CompletedTask
            )
        );

        await between.ReportAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("retour", "te-laat-gekomen")], await TrailAsync("1842", id));
        Assert.DoesNotContain(await OverdueAsync("1842"), row => Text(row, "berichtId") == id);
    }

    private ITermijnen TermijnStore => hub.Services.GetRequiredService<ITermijnen>();

    private Overdue WithTermijnen(ITermijnen termijnen) => ActivatorUtilities.CreateInstance<Overdue>(hub.Services, termijnen);

    private static DateOnly WorkingDay(DateOnly day, int count) => new WorkingDays([]).After(day, count);

    private static string Text(JsonElement row, string field) => row.GetProperty(field).GetString()!;

    private static DateOnly Day(JsonElement row, string field) => row.GetProperty(field).Deserialize<DateOnly>();

    private static List<string> Termijnen(IEnumerable<Queues.QueueMessage> messages, string id) =>
        [
            .. messages
                .Where(message => message.Subject == "herinnering" && (string)message.Properties["berichtId"] == id)
                .Select(message => Text(JsonSerializer.Deserialize<JsonElement>(message.Body.Span), "termijn")),
        ];

    private async Task<List<JsonElement>> OverdueAsync(string code) =>
        [.. (await hub.GetAsync(code, "/bewaking")).Json.GetProperty("teLaat").EnumerateArray()];

    private async Task<List<(string Termijn, string State)>> TrailAsync(string code, string id) =>
        [
            .. (await hub.GetAsync(code, "/berichten/" + id))
                .Json.GetProperty("termijnen")
                .EnumerateArray()
                .Select(termijn => (Text(termijn, "termijn"), Text(termijn, "stand"))),
        ];

    private Task<int> WatchAsync() => hub.Services.GetRequiredService<Overdue>().ReportAsync(TestContext.Current.CancellationToken);

    /// <summary>Takes a bericht in at that time, and processes it now.</summary>
    // Noon is the same day in the Netherlands in summer and winter; a moment late in the evening is not.
    private static DateTimeOffset Moment(int daysAgo) =>
        daysAgo == 0 ? Now : new DateTimeOffset(Today.AddDays(-daysAgo), new TimeOnly(12, 0), TimeSpan.Zero);

    private async Task<string> SendAsync(ChainBerichten chain, string xml, int daysAgo)
    {
        var deelnemers = hub.Services.GetRequiredService<DeelnemerList>();
        var ontvangst = Intake.Of(hub.Services, time: new Past(Moment(daysAgo)));
        var header = KindSamples.Check(Encoding.UTF8.GetBytes(xml)).Header!;
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        var outcome = await ontvangst.TakeInAsync(
            PipeReader.Create(source),
            deelnemers.WithCode(header.Sender)!,
            TestContext.Current.CancellationToken
        );
        var bericht = Assert.IsType<OntvangstOutcome.Accepted>(outcome).Bericht;
        Assert.Equal((chain.Gemeente, chain.Aanbieder), (bericht.Header.Gemeente, bericht.Header.Aanbieder));
        Assert.True(await hub.ProcessAsync(new WorkItem(1, bericht.BerichtId).Write()));
        return bericht.BerichtId;
    }
}
