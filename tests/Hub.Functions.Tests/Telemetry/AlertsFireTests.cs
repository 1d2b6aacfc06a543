using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Hub.Queues;
using Hub.Termijnen;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Telemetry;

/// <summary>
/// Each rule of infra/alerts.json comes true on what the app itself exports when the thing happens, and is not true before. All are one
/// form of query,
/// <c>AppMetrics | where Name == … [| where tostring(Properties.tag) in (…)]</c>, that measures column Sum (infra/modules/alerts.bicep):
/// here the same is read from what came in. The alerts on dead letters and reachability look at what Azure measures, and are not here.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class AlertsFireTests(AzuriteFixture azurite) : HubWithAzureMonitor(azurite)
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";

    private static readonly Rule[] Rules = JsonSerializer.Deserialize<Rule[]>(
        File.ReadAllText(RootFolder.PathTo("infra", "alerts.json")),
        JsonSerializerOptions.Web
    )!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Rules.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_true_when_it_happens_and_not_before(string name)
    {
        var rule = Rules.Single(rule => rule.Name == name);
        // One bericht goes well, so that there is something to look at.
        await PostAsync(Aanbieder, HubSamples.Stop());
        await ProcessAllAsync();
        if (rule.Aggregation != "Count")
        {
            Assert.True(await WatchAsync());
        }
        else
        {
            Assert.True(rule.IsTrue(Exported()), "Without the Bewaking there is nothing, which is what it is about.");
        }
        if (rule.Aggregation != "Count")
        {
            Assert.False(rule.IsTrue(Exported()));
        }

        await HappenAsync(name, rule.Threshold);

        Assert.Equal(rule.Aggregation != "Count", rule.IsTrue(Exported()));
    }

    private Task HappenAsync(string name, int threshold) =>
        name switch
        {
            "oud-werk" or "oudste-werk" => LeaveWorkAsync(),
            "bewaking-zwijgt" => WatchAsync(),
            "late-retours" => LetRetoursStayAwayAsync(threshold + 1),
            "weigeringen" => RepeatAsync(threshold + 1, () => PostAsync(Aanbieder, "geen bericht")),
            "onleesbare-rijen" => SpoilRowAsync(),
            "fouten" => RepeatAsync(
                threshold + 1,
                () => ProcessAsync(new QueueMessage { MessageId = "m-1", Body = "geen werk"u8.ToArray() })
            ),
            _ => throw new InvalidOperationException($"Alert {name} has no test that makes it true."),
        };

    private static async Task RepeatAsync(int times, Func<Task> act)
    {
        for (var i = 0; i < times; i++)
        {
            await act();
        }
    }

    private async Task LeaveWorkAsync()
    {
        var id = (await PostAsync(Aanbieder, HubSamples.Stop())).Field("berichtId");
        var (session, message) = await NextWorkAsync();
        await session.CompleteMessageAsync(message, Stop);
        await session.DisposeAsync();
        await MergeAsync("onderhanden", new TableEntity(id[..4], id) { ["Sinds"] = TimeProvider.System.GetUtcNow().AddHours(-2) });
        Assert.True(await WatchAsync());
    }

    private async Task LetRetoursStayAwayAsync(int times)
    {
        List<Termijn> clocks = [.. Enumerable.Range(1, times).Select(Clock)];
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
        return new()
        {
            Pair = new(Gemeente, Aanbieder),
            Key = TermijnKey.Answer("JW305", Aanbieder, id),
            Setting = new TermijnSetting
            {
                Kind = TermijnKind.Retour,
                BerichtId = id,
                Berichtsoort = "JW305",
                Identificatie = "A",
                OnTurn = Gemeente,
                Deadline = new(2026, 1, 5),
                SetBy = id,
            },
        };
    }

    private async Task MergeAsync(string table, TableEntity row) =>
        await new TableClient(Storage, table).UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, Stop);

    /// <summary>A rule of alerts.json, and whether it is true of rows of AppMetrics.</summary>
    private sealed record Rule(
        string Name,
        string Metric,
        string? Tag,
        IReadOnlyList<string>? Values,
        string Aggregation,
        string Operator,
        int Threshold
    )
    {
        public bool IsTrue(IEnumerable<AppMetric> rows)
        {
            var sums = rows.Where(row => row.Name == Metric && (Tag is null || Values!.Contains(row.Properties.GetValueOrDefault(Tag))))
                .Select(row => row.Sum)
                .ToList();
            // Azure measures nothing where there are no rows, but counts them as none.
            if (sums.Count == 0 && Aggregation != "Count")
            {
                return false;
            }
            var value = Aggregation switch
            {
                "Total" => sums.Sum(),
                "Maximum" => sums.Max(),
                "Count" => sums.Count,
                _ => throw new InvalidOperationException(Aggregation),
            };
            return Operator switch
            {
                "GreaterThan" => value > Threshold,
                "LessThan" => value < Threshold,
                _ => throw new InvalidOperationException(Operator),
            };
        }
    }
}
