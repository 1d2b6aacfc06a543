using System.IO.Pipelines;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Hub.Deelnemers;
using Hub.Functions.Tests.Shared;
using Hub.Ontvangst;
using Hub.Termijnen;
using Hub.Verwerking;
using Hub.Verwerking.Steps;
using Hub.Worklist;
using Hub.Zaken;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Flow;

/// <summary>The worklists as real berichten leave them, in a region where every deelnemer answers itself.</summary>
public sealed partial class WorklistTests(HubWithoutMandate hub) : IClassFixture<HubWithoutMandate>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly DateOnly Today = Calendar.Day(Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_waits_for_its_receiver_and_is_under_way_for_its_sender_until_the_answer_comes()
    {
        var chain = new ChainBerichten("0503", "90000001");
        var start = chain.Start(Today, 1, Today);
        var id = await TakeInAsync(start, 0);

        var busy = Assert.Single(await WithAsync("0503", WorklistKind.UnderWay));
        Assert.Equal((WorklistReason.InProcess, id, "JW305", "0503"), (busy.Reason, busy.BerichtId, busy.Berichtsoort, busy.Counterparty));
        Assert.Empty(await ListAsync("0503", WorklistKind.WaitsForMe));

        await ProcessAsync(id);

        var sent = Assert.Single(await WithAsync("0503", WorklistKind.UnderWay));
        Assert.Equal(
            (WorklistReason.Termijn, TermijnKind.Retour, id, false, "0503", (DateOnly?)WorkingDay(Today, 3)),
            (sent.Reason, sent.Termijn, sent.BerichtId, sent.IsMine, sent.Counterparty, sent.Deadline)
        );
        var waiting = Assert.Single(await ListAsync("0503", WorklistKind.WaitsForMe));
        Assert.Equal((TermijnKind.Retour, true, "90000001"), (waiting.Termijn, waiting.IsMine, waiting.Counterparty));
        Assert.Equal((1, 0, 0), await CountsAsync("0503"));
        Assert.Empty(await WithAsync("0503", WorklistKind.WaitsForMe));
        Assert.Empty(await WithAsync("0503", WorklistKind.Overdue));

        await SendAsync(ChainBerichten.Retour(start), 0);

        Assert.Equal((0, 0, 0), await CountsAsync("0503"));
        Assert.Empty(await WithAsync("0503", WorklistKind.UnderWay));

        // Other tests send in the name of the same aanbieder.
        async Task<List<WorklistItem>> WithAsync(string gemeente, WorklistKind kind) =>
            [.. (await ListAsync("90000001", kind)).Where(item => item.Counterparty == gemeente)];
    }

    [Fact]
    public async Task What_has_not_come_by_its_last_day_is_late_for_both_and_tells_who_must_act()
    {
        var chain = new ChainBerichten("0518", "90000002");
        var start = chain.Start(Today.AddDays(-20), 2, Today.AddDays(-20));
        await SendAsync(start, 20);

        Assert.True(Assert.Single(await ListAsync("0518", WorklistKind.Overdue)).IsMine);
        Assert.False(Assert.Single(await ListAsync("90000002", WorklistKind.Overdue)).IsMine);
        Assert.Equal((0, 1, 0), await CountsAsync("0518"));
        var overview = await Reader.OverviewAsync(Deelnemer("0518"), Stop);
        Assert.Equal((1, 0), (overview.OverdueByMe.Total, overview.OverdueByOther.Total));

        await SendAsync(ChainBerichten.Retour(start), 0);

        Assert.Equal((0, 0, 0), await CountsAsync("0518"));
        Assert.Empty(await ListAsync("90000002", WorklistKind.Overdue));
    }

    /// <summary>
    /// A start from its first day on, a stop from the last day on and only when care began; a removed start takes both back.
    /// </summary>
    [Fact]
    public async Task Starts_and_stops_stand_in_the_list_of_the_aanbieder_once_they_are_due()
    {
        var chain = new ChainBerichten("1916", "90000003");
        async Task AcceptedAsync(string xml)
        {
            await SendAsync(xml, 1);
            await SendAsync(ChainBerichten.Retour(xml), 1);
        }

        await AcceptedAsync(chain.Toewijzing(Today.AddDays(-1), 11, Today.AddDays(-1), Today));
        await AcceptedAsync(chain.Toewijzing(Today.AddDays(-1), 12, Today.AddDays(30), Today.AddDays(60)));

        var start = Assert.Single(await ListAsync("90000003", WorklistKind.WaitsForMe));
        Assert.Equal((TermijnKind.Start, 11, "JW301"), (start.Termijn, start.ToewijzingNummer, start.Berichtsoort));
        Assert.Equal("Start melden (JW305)", WorklistText.What(start));
        Assert.Equal((1, 0, 0), await CountsAsync("90000003"));
        Assert.Equal((0, 0, 0), await CountsAsync("1916"));

        await AcceptedAsync(chain.Start(Today.AddDays(-1), 11, Today.AddDays(-1)));

        var stop = Assert.Single(await ListAsync("90000003", WorklistKind.WaitsForMe));
        Assert.Equal((TermijnKind.Stop, 11, (DateOnly?)WorkingDay(Today, 5)), (stop.Termijn, stop.ToewijzingNummer, stop.Deadline));

        await AcceptedAsync(chain.Start(Today.AddDays(-1), 11, Today.AddDays(-1), removal: true));

        Assert.Equal(TermijnKind.Start, Assert.Single(await ListAsync("90000003", WorklistKind.WaitsForMe)).Termijn);
    }

    [Fact]
    public async Task A_start_that_is_rejected_puts_what_it_stopped_back_in_the_list()
    {
        var chain = new ChainBerichten("1916", "90000002");
        var toewijzing = chain.Toewijzing(Today.AddDays(-1), 13, Today.AddDays(-1), Today);
        await SendAsync(toewijzing, 1);
        await SendAsync(ChainBerichten.Retour(toewijzing), 1);
        var start = chain.Start(Today.AddDays(-1), 13, Today.AddDays(-1));
        await SendAsync(start, 1);
        Assert.Equal(TermijnKind.Stop, Assert.Single(await MineAsync()).Termijn);

        await SendAsync(ChainBerichten.Retour(start, refused: true), 0);

        Assert.Equal(TermijnKind.Start, Assert.Single(await MineAsync()).Termijn);

        async Task<List<WorklistItem>> MineAsync() =>
            [.. (await ListAsync("90000002", WorklistKind.WaitsForMe)).Where(item => item.Counterparty == "1916")];
    }

    [Fact]
    public async Task A_refused_bericht_stays_in_the_list_of_its_sender_until_the_same_is_accepted()
    {
        var chain = new ChainBerichten("1842", "90000004");
        var first = chain.Start(Today.AddDays(-5), 3, Today.AddDays(-5));
        var refused = await SendAsync(first, 5);
        var answer = await SendAsync(ChainBerichten.Retour(first, refused: true), 4);

        var item = Assert.Single(await ListAsync("90000004", WorklistKind.Refused));
        Assert.Equal(
            (WorklistReason.Refused, refused, "JW305", "1842", answer),
            (item.Reason, item.BerichtId, item.Berichtsoort, item.Counterparty, item.Answer)
        );
        Assert.Equal(["0001"], item.Codes);
        Assert.Empty(await ListAsync("1842", WorklistKind.Refused));

        // Another start is no repair of it.
        var other = chain.Start(Today.AddDays(-3), 4, Today.AddDays(-3));
        await SendAsync(other, 3);
        await SendAsync(ChainBerichten.Retour(other), 3);
        Assert.Single(await ListAsync("90000004", WorklistKind.Refused));

        var again = chain.Start(Today.AddDays(-2), 3, Today.AddDays(-5));
        var repair = await SendAsync(again, 2);
        Assert.Single(await ListAsync("90000004", WorklistKind.Refused));
        await SendAsync(ChainBerichten.Retour(again), 1);

        Assert.Empty(await ListAsync("90000004", WorklistKind.Refused));
        var repaired = Assert.Single((await Reader.RepairedAsync(Deelnemer("90000004"), null, 50, Stop)).Items);
        Assert.Equal((refused, repair), (repaired.BerichtId, repaired.RepairedBy));
        Assert.Equal(["0001"], repaired.Codes);

        var detail = (await Details.FindAsync(Deelnemer("1842"), repair, Stop))!;
        Assert.Equal(
            [(refused, Verdict.Refused), (repair, Verdict.Accepted)],
            detail.Attempts.Select(attempt => (attempt.BerichtId, attempt.Verdict))
        );
        Assert.Single(Assert.Single(ZaakWalk.Of(detail.Attempts)).Refusals);
    }

    [Fact]
    public async Task Refused_lines_are_grouped_by_code_and_go_when_their_place_is_declared_again()
    {
        var chain = new ChainBerichten("0603", "90000001");
        var month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
        var toewijzing = chain.Toewijzing(month, 20, month, null);
        await SendAsync(toewijzing, 20);
        await SendAsync(ChainBerichten.Retour(toewijzing), 20);
        var first = chain.Declaratie(month, "D1", new PrestatieLine("R1", 20), new PrestatieLine("R2", 21));
        var declaratie = await SendAsync(first, 10);
        var answer = await SendAsync(Refuse(chain.DeclaratieAnswer(first), first, ("R1", "9321"), ("R2", "9338")), 9);

        var groups = await Reader.RefusedGroupsAsync(Deelnemer("90000001"), Stop);
        Assert.Equal([("9321", 1), ("9338", 1)], groups.Groups.Select(group => (group.Code, group.Count)).Order());
        Assert.Equal((2, groups.Groups.Sum(group => group.Amount)), (groups.Count.Total, groups.Amount));
        Assert.Equal("Er is geen toewijzing met dit nummer.", groups.Groups.Single(group => group.Code == "9338").Text);
        var line = Assert.Single((await LinesAsync("9321")).Lines);
        Assert.Equal(
            (declaratie, "D1", 20, "R1", "0603", (DateTimeOffset?)Moment(9)),
            (line.BerichtId, line.DeclaratieNummer, line.Place.ToewijzingNummer, line.ReferentieNummer, line.Gemeente, line.Answered)
        );
        Assert.Equal(2, (await Reader.OverviewAsync(Deelnemer("90000001"), Stop)).RefusedLines.Total);
        Assert.Equal(0, (await Reader.OverviewAsync(Deelnemer("0603"), Stop)).RefusedLines.Total);
        foreach (var id in (string[])[declaratie, answer])
        {
            var detail = (await Details.FindAsync(Deelnemer("0603"), id, Stop))!;
            Assert.Equal(["R1", "R2"], detail.RefusedLines.Select(refused => refused.ReferentieNummer));
            Assert.Equal((declaratie, answer), (detail.Heenbericht?.BerichtId ?? declaratie, detail.Answer?.BerichtId ?? answer));
        }

        var again = chain.Declaratie(month, "D2", new PrestatieLine("R3", 20));
        var repair = await SendAsync(again, 5);
        // Declared again: under way, and nothing to do.
        Assert.Empty((await LinesAsync("9321")).Lines);
        await SendAsync(chain.DeclaratieAnswer(again, refused: true), 4);
        // Refused as a whole: as if it was never sent.
        Assert.Equal("R1", Assert.Single((await LinesAsync("9321")).Lines).ReferentieNummer);

        again = chain.Declaratie(month, "D3", new PrestatieLine("R4", 20));
        repair = await SendAsync(again, 3);
        await SendAsync(chain.DeclaratieAnswer(again), 2);

        Assert.Equal("R2", Assert.Single((await LinesAsync(null)).Lines).ReferentieNummer);
        var settled = Assert.Single((await Reader.RefusedLinesAsync(Deelnemer("90000001"), true, null, null, 50, Stop)).Lines);
        Assert.Equal(("R1", repair), (settled.ReferentieNummer, settled.RepairedBy));

        Task<RefusedLinePage> LinesAsync(string? code) =>
            Reader.RefusedLinesAsync(Deelnemer("90000001"), isSettled: false, code, null, 50, Stop);
    }

    /// <summary>Whatever step an attempt dies behind, the next leaves the same rows as one that went well.</summary>
    [Fact]
    public async Task Died_behind_any_step_the_rows_are_the_same_when_it_is_done_again()
    {
        var month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
        var expected = await RunAsync("0626", null);

        Assert.NotEmpty(expected);
        foreach (var step in hub.Services.GetServices<IStep>().Select(step => step.GetType()))
        {
            Assert.Equal(expected, await RunAsync("0629", step));
            await EmptyAsync();
        }

        async Task<List<string>> RunAsync(string gemeente, Type? dies)
        {
            var chain = new ChainBerichten(gemeente, "90000002");
            var start = chain.Start(Today.AddDays(-15), 31, Today.AddDays(-15));
            var again = chain.Start(Today.AddDays(-14), 31, Today.AddDays(-15));
            var declaratie = chain.Declaratie(month, "D9", new PrestatieLine("S1", 31), new PrestatieLine("S2", 31));
            var toewijzing = chain.Toewijzing(Today.AddDays(-16), 31, Today.AddDays(-16), Today.AddDays(-1));
            var day = 16;
            foreach (
                var xml in (string[])
                    [
                        toewijzing,
                        ChainBerichten.Retour(toewijzing),
                        start,
                        ChainBerichten.Retour(start, refused: true),
                        again,
                        ChainBerichten.Retour(again),
                        declaratie,
                        Refuse(chain.DeclaratieAnswer(declaratie), declaratie, ("S1", "9321")),
                    ]
            )
            {
                var id = await TakeInAsync(xml, day--);
                if (dies is not null)
                {
                    await DieAsync(id, dies);
                }
                await ProcessAsync(id);
            }

            return await RowsAsync(gemeente);
        }
    }

    private async Task DieAsync(string id, Type dies)
    {
        var steps = hub.Services.GetServices<IStep>().TakeWhile(step => step.GetType() != dies).ToList();
        var last = hub.Services.GetServices<IStep>().Single(step => step.GetType() == dies);
        var dying = ActivatorUtilities.CreateInstance<BerichtVerwerking>(
            hub.Services,
            (IEnumerable<IStep>)[.. steps, last, new DyingStep()]
        );
        await Assert.ThrowsAsync<KilledException>(() => dying.ProcessAsync(new WorkItem(1, id), Stop));
    }

    private sealed class DyingStep : IStep
    {
        public Task RunAsync(BerichtCase bericht, CancellationToken cancellation) => throw new KilledException();
    }

    // What tells one gemeente, bericht and moment from another is left out.
    private async Task<List<string>> RowsAsync(string gemeente)
    {
        var rows = new List<string>();
        await foreach (var row in new TableClient(hub.Storage, "zoeken").QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            if (row.RowKey[0] is not ('w' or 'q' or 'z') || !Names(row, gemeente))
            {
                continue;
            }
            var fields = row.Where(field => field.Key is not ("odata.etag" or "Timestamp" or "PartitionKey"))
                .Select(field => $"{field.Key}={field.Value}");
            rows.Add(
                Varying()
                    .Replace(string.Join(';', fields.Order(StringComparer.Ordinal)), "*")
                    .Replace(gemeente, "*", StringComparison.Ordinal)
            );
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private async Task EmptyAsync()
    {
        foreach (var table in (string[])["zoeken", "klokken", "agenda", "register"])
        {
            var client = new TableClient(hub.Storage, table);
            await foreach (var row in client.QueryAsync<TableEntity>(cancellationToken: Stop))
            {
                if (Names(row, "0629") || (table == "register" && row.PartitionKey is "90000002" && row.RowKey[0] is 'I' or 'P' or 'E'))
                {
                    await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Stop);
                }
            }
        }
    }

    // As a whole, since an id or a moment may hold the same digits.
    private static bool Names(TableEntity row, string gemeente) =>
        Regex.IsMatch($"{row.PartitionKey} {row.RowKey} {row.GetString("Tegenpartij")}", $"(?<![0-9A-Za-z]){gemeente}(?![0-9A-Za-z])");

    [GeneratedRegex(
        "Identificatie=[A-Z]{12}|[0-9]{4}-[0-9a-f]{32}|[0-9]{19}|1\\.[A-Za-z0-9_-]{22}|[0-9a-f]{32}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Varying();

    private WorklistReader Reader => ActivatorUtilities.CreateInstance<WorklistReader>(hub.Services);

    private BerichtDetails Details => ActivatorUtilities.CreateInstance<BerichtDetails>(hub.Services);

    private Deelnemer Deelnemer(string code) => hub.Services.GetRequiredService<DeelnemerList>().Of(code);

    private async Task<IReadOnlyList<WorklistItem>> ListAsync(string code, WorklistKind kind)
    {
        var page = await Reader.ListAsync(Deelnemer(code), kind, null, 50, Stop);
        Assert.Null(page.Continuation);
        // What lies in the postbus over HTTP is another matter.
        return [.. page.Items.Where(item => item.Reason != WorklistReason.Poststuk)];
    }

    private async Task<(int WaitsForMe, int Overdue, int UnderWay)> CountsAsync(string code)
    {
        var overview = await Reader.OverviewAsync(Deelnemer(code), Stop);
        return (overview.WaitsForMe.Total, (overview.OverdueByMe + overview.OverdueByOther).Total, overview.UnderWay.Total);
    }

    /// <summary>A JW325 that refuses these lines of a JW323, and grants the others.</summary>
    private static string Refuse(string answer, string declaratie, params (string Reference, string Code)[] refused)
    {
        var clienten = Clienten().Match(declaratie).Value;
        clienten = Prestatie()
            .Replace(
                clienten,
                prestatie =>
                    refused.FirstOrDefault(line => prestatie.Value.Contains($">{line.Reference}<", StringComparison.Ordinal))
                        is { Code: { } code }
                        ? prestatie.Value.Replace("</m:Prestatie>", Codes(code) + "</m:Prestatie>", StringComparison.Ordinal)
                        : ""
            )
            .Replace("</m:Client>", Codes("0200") + "</m:Client>", StringComparison.Ordinal);
        return answer.Replace(Codes("8001"), clienten + Codes("0200"), StringComparison.Ordinal);
    }

    private static string Codes(string code) => $"<m:RetourCodes><m:RetourCode>{code}</m:RetourCode></m:RetourCodes>";

    [GeneratedRegex("<m:Clienten>.*</m:Clienten>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Clienten();

    [GeneratedRegex("<m:Prestatie>.*?</m:Prestatie>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Prestatie();

    private static DateOnly WorkingDay(DateOnly day, int count) => new WorkingDays([]).After(day, count);

    private static DateTimeOffset Moment(int daysAgo) =>
        daysAgo == 0 ? Now : new DateTimeOffset(Today.AddDays(-daysAgo), new TimeOnly(12, 0), TimeSpan.Zero);

    private async Task<string> SendAsync(string xml, int daysAgo)
    {
        var id = await TakeInAsync(xml, daysAgo);
        await ProcessAsync(id);
        return id;
    }

    private async Task<string> TakeInAsync(string xml, int daysAgo)
    {
        var ontvangst = Intake.Of(hub.Services, time: new Past(Moment(daysAgo)));
        var header = KindSamples.Check(Encoding.UTF8.GetBytes(xml)).Header!;
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        var outcome = await ontvangst.TakeInAsync(PipeReader.Create(source), Deelnemer(header.Sender), Stop);
        return Assert.IsType<OntvangstOutcome.Accepted>(outcome).Bericht.BerichtId;
    }

    private async Task ProcessAsync(string id) => Assert.True(await hub.ProcessAsync(new WorkItem(1, id).Write()));
}
