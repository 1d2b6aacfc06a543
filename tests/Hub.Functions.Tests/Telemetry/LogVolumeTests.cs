using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Telemetry;

/// <summary>
/// How much the app sends to Azure Monitor, on which docs/cost.md reckons: the figures of infra/prices.json are at most twice what is
/// measured.
/// </summary>
[Collection(nameof(AloneCollection))]
public sealed class LogVolumeTests(AzuriteFixture azurite) : HubWithAzureMonitor(azurite)
{
    private const int Berichten = 10;

    private static readonly string[] Told = ["Information ", "Warning ", "Error ", "Critical "];

    private static readonly string[] Sent =
    [
        "dotnet.process.memory.working_set",
        "dotnet.gc.last_collection.heap.size",
        "dotnet.gc.last_collection.memory.committed_size",
    ];

    [Fact]
    public async Task A_bericht_costs_no_more_than_the_page_of_cost_reckons_with()
    {
        Envelopes();
        for (var i = 0; i < Berichten; i++)
        {
            var id = (await PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId");
            await ProcessAllAsync();
            var lines = Log.Rules.Where(line => line.Contains(id, StringComparison.Ordinal));
            Holds("ownLinesPerBericht", lines.Count(line => Told.Any(level => line.StartsWith(level, StringComparison.Ordinal))));
        }

        var spans = Envelopes().Where(envelope => !IsMetric(envelope) && !IsOfIssuer(envelope)).ToList();
        Holds("logBytesPerBericht", Size(spans) / Berichten);
        // A request, its message, its processing and what that delivers; no call to storage of the hub itself.
        Assert.Equal(
            ["POST /berichten", "process verwerking", "send postbus-0503", "send postbus-90000001", "send verwerking"],
            spans.Select(span => span["data"]!["baseData"]!["name"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_minute_of_metrics_costs_no_more_than_the_page_of_cost_reckons_with()
    {
        await PostAsync(HubSamples.Aanbieder, HubSamples.Stop());
        await ProcessAllAsync();
        await WatchAsync();

        // The exporter sends once a minute; this is one round of it.
        var metrics = Envelopes().Where(IsMetric).ToList();
        Holds("metricBytesPerMinute", Size(metrics));
        Assert.DoesNotContain(Exported(), row => row.Name.StartsWith("dotnet.", StringComparison.Ordinal) && !Sent.Contains(row.Name));
    }

    private static void Holds(string name, int measured)
    {
        var figure = JsonDocument
            .Parse(File.ReadAllText(RootFolder.PathTo("infra", "prices.json")))
            .RootElement.GetProperty(name)
            .GetInt32();
        Assert.True(measured <= figure && measured >= figure / 2, $"{name} is {figure}, measured: {measured}");
    }

    private static int Size(IEnumerable<JsonNode> envelopes) =>
        envelopes.Sum(envelope => Encoding.UTF8.GetByteCount(envelope.ToJsonString()));

    private static bool IsMetric(JsonNode envelope) => envelope["data"]!["baseType"]!.GetValue<string>() == "MetricData";

    // The issuer of tokens runs in this process too.
    private static bool IsOfIssuer(JsonNode envelope) =>
        !envelope["data"]!["baseData"]!["name"]!.GetValue<string>().Contains(' ', StringComparison.Ordinal);
}
