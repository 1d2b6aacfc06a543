using System.Globalization;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Hub.Queues;
using Hub.Termijnen;
using Infra.Tests.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Telemetry;

/// <summary>
/// Each rule of infra/alerts.json on the logs of the app comes true on what the app itself exports when the thing happens, and not a step
/// before: the query that goes to Azure is worked out, word for word (Infra.Tests holds that it is the one that is deployed). Any other
/// text of it would have been seen. Those on what Azure itself writes down are in Infra.Tests, AzureAlertsFireTests.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class AlertsFireTests(AzuriteFixture azurite) : HubWithAzureMonitor(azurite)
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";

    // A caller that is refused more often than this in a day is refused with another problem.
    private const int RefusedPerDay = 12;

    private int _clocks;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. AlertRule.All.Where(rule => rule.Query[0] == "AppMetrics").Select(rule => rule.Name)];

    internal override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string>(base.MoreSettings)
        {
            ["Ontvangst:GeweigerdPerDag"] = RefusedPerDay.ToString(CultureInfo.InvariantCulture),
        };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_fires_when_it_happens_and_not_before_and_no_other_text_would(string name)
    {
        var rule = AlertRule.All.Single(rule => rule.Name == name);
        // One bericht goes well, so that there is something to look at.
        await PostAsync(Aanbieder, HubSamples.Stop());
        await ProcessAllAsync();
        var (quiet, loud) = await HappenAsync(name);
        List<IReadOnlyList<JsonObject>> cases =
        [
            [quiet],
            [loud],
        ];
        List<bool> expected = [false, true];
        if (rule.Periods > 1)
        {
            // In two of the last three.
            cases =
            [
                [quiet, quiet, quiet],
                [quiet, quiet, loud],
                [quiet, loud, loud],
                [loud, quiet, loud],
            ];
            expected = [false, false, true, true];
        }

        List<(string What, AlertRule Rule)> all = [("", rule), .. Mutants(rule)];
        var fires = await AlertRule.FireAsync([.. all.Select(one => one.Rule)], cases);

        Assert.Equal(expected, fires[0]);
        Assert.Empty(all.Zip(fires).Skip(1).Where(mutant => mutant.Second.SequenceEqual(expected)).Select(mutant => mutant.First.What));
    }

    // What makes it true, in numbers of its own: the content of the tables while all is well or nearly not, and when it is not.
    private async Task<(JsonObject Quiet, JsonObject Loud)> HappenAsync(string name)
    {
        switch (name)
        {
            case "bewaking-zwijgt":
                var silence = Tables();
                Assert.True(await WatchAsync());
                return (Tables(), silence);
            case "oud-werk":
                return await TwiceAsync(async () => Assert.True(await WatchAsync()), LeaveWorkAsync(TimeSpan.FromHours(2)));
            case "oudste-werk":
                return await TwiceAsync(ReadTwiceAsync, LeaveWorkAsync(TimeSpan.FromMinutes(16)));
            case "late-retours":
                return await TwiceAsync(() => LetRetoursStayAwayAsync(24), () => LetRetoursStayAwayAsync(1));
            case "weigeringen":
                return await TwiceAsync(Times(20, Refuse), Refuse);
            case "onleesbare-rijen":
                return await TwiceAsync(async () => Assert.True(await WatchAsync()), SpoilRowAsync);
            case "fouten":
                return await TwiceAsync(Times(5, Fail), Fail);
            default:
                throw new InvalidOperationException($"Alert {name} has no test that makes it true.");
        }

        // Of a gauge: what it says is not the sum of its readings.
        async Task ReadTwiceAsync()
        {
            await LeaveWorkAsync(TimeSpan.FromMinutes(14))();
            Tables();
            Assert.True(await WatchAsync());
        }

        Task Refuse() => PostAsync(Aanbieder, "geen bericht");
        Task Fail() => ProcessAsync(new QueueMessage { MessageId = "m-1", Body = "geen werk"u8.ToArray() });
    }

    private async Task<(JsonObject, JsonObject)> TwiceAsync(Func<Task> first, Func<Task> then)
    {
        await first();
        var quiet = Tables();
        await then();
        return (quiet, Tables());
    }

    // One fault each: in a name, a field, a value, an operator, a threshold or what is measured.
    private static IEnumerable<(string What, AlertRule Rule)> Mutants(AlertRule rule)
    {
        List<(string Text, string Instead)> texts =
        [
            ("AppMetrics", "AppTraces"),
            ("'hub.", "'hub.not_"),
            ("Name ==", "OperationName =="),
            ("==", "!="),
        ];
        if (rule.Query.Count > 2)
        {
            var (tag, values) = (rule.Query[2].Split('.', ')')[1], rule.Query[2].Split('\'').Where((_, i) => i % 2 == 1));
            texts.AddRange(values.Select(value => ($"'{value}'", $"'not-{value}'")));
            texts.Add(($"Properties.{tag}", "Properties.operation"));
            texts.Add(($"tostring(Properties.{tag})", "OperationName"));
        }
        foreach (var (text, instead) in texts)
        {
            yield return ($"{text} -> {instead}", rule.With(text, instead));
        }

        yield return ("operator", rule with { Operator = rule.Operator == "LessThan" ? "GreaterThan" : "LessThan" });
        var step = rule.Threshold > 100 ? 100 : 1;
        yield return rule.Operator == "LessThan"
            ? ("threshold lower", rule with { Threshold = rule.Threshold - step })
            : ("threshold higher", rule with { Threshold = rule.Threshold + step });
        if (rule.Column is null)
        {
            yield return ("column", rule with { Column = "Sum", Aggregation = "Total" });
            yield break;
        }
        yield return ("column", rule with { Column = "Max" });
        if (rule.Failing > 1)
        {
            yield return ("failing in one", rule with { Failing = 1 });
            yield return ("failing in all", rule with { Failing = rule.Periods });
            yield return ("fewer periods", rule with { Periods = rule.Failing });
        }
        // Where one is too many, any way to add up says the same, and nothing is lower.
        if (rule.Threshold > 0)
        {
            yield return ("threshold lower", rule with { Threshold = rule.Threshold - step });
            yield return ("count", rule with { Aggregation = "Count", Column = null });
            yield return ("aggregation", rule with { Aggregation = rule.Aggregation == "Total" ? "Maximum" : "Total" });
        }
    }

    // All that came in until now: no test takes as long as a window.
    private JsonObject Tables() => new() { ["AppMetrics"] = new JsonArray([.. Exported().Select(row => row.ToRow())]) };

    private static Func<Task> Times(int times, Func<Task> act) => () => RepeatAsync(times, act);

    private static async Task RepeatAsync(int times, Func<Task> act)
    {
        for (var i = 0; i < times; i++)
        {
            await act();
        }
    }

    // Work of which the queue lost the message.
    private Func<Task> LeaveWorkAsync(TimeSpan age) =>
        async () =>
        {
            var id = (await PostAsync(Aanbieder, HubSamples.Stop())).Field("berichtId");
            var (session, message) = await NextWorkAsync();
            await session.CompleteMessageAsync(message, Stop);
            await session.DisposeAsync();
            await MergeAsync("onderhanden", new TableEntity(id[..4], id) { ["Sinds"] = TimeProvider.System.GetUtcNow() - age });
            Assert.True(await WatchAsync());
        };

    private async Task LetRetoursStayAwayAsync(int times)
    {
        List<Termijn> clocks = [.. Enumerable.Range(0, times).Select(_ => Clock(++_clocks))];
        var termijnen = Services.GetRequiredService<ITermijnen>();
        foreach (var clock in clocks)
        {
            await termijnen.WriteAsync([clock], Stop);
            await termijnen.PutOnAgendaAsync([clock], Stop);
        }

        Assert.True(await WatchAsync());
    }

    private async Task SpoilRowAsync()
    {
        await new TableClient(Storage, "onderhanden").AddEntityAsync(
            new TableEntity(Gemeente, $"{Gemeente}-{new string('0', 32)}") { ["Sinds"] = TimeProvider.System.GetUtcNow().AddHours(-2) },
            Stop
        );
        Assert.True(await WatchAsync());
    }

    private static Termijn Clock(int number)
    {
        var id = $"{Gemeente}-{number:D32}";
        var (kind, berichtsoort) = number % 2 == 0 ? (TermijnKind.Retour, "JW305") : (TermijnKind.DeclaratieAnswer, "JW323");
        return new()
        {
            Pair = new(Gemeente, Aanbieder),
            Key = TermijnKey.Answer(berichtsoort, Aanbieder, id),
            Setting = new TermijnSetting
            {
                Kind = kind,
                BerichtId = id,
                Berichtsoort = berichtsoort,
                Identificatie = "A",
                OnTurn = Gemeente,
                Deadline = new(2026, 1, 5),
                SetBy = id,
            },
        };
    }

    private async Task MergeAsync(string table, TableEntity row) =>
        await new TableClient(Storage, table).UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, Stop);
}
