using System.Text.RegularExpressions;
using Hub.Functions.Tests.Shared;
using Hub.Queues;

namespace Hub.Functions.Tests.Telemetry;

/// <summary>What goes to Azure Monitor: what the alerts and the workbook read, and nothing of a caller or a child.</summary>
[Collection(nameof(AloneCollection))]
public sealed class AzureMonitorTests(HubWithAzureMonitor hub) : IClassFixture<HubWithAzureMonitor>
{
    [Fact]
    public async Task Requests_and_counts_arrive_with_their_tags_and_nothing_of_a_child_does()
    {
        await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop());
        await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(duplicate: true));
        await hub.GetAsync(HubSamples.Aanbieder, $"/berichten/{HubSamples.Bsn}?naam={HubSamples.Name}");
        await hub.ProcessAllAsync();
        hub.Envelopes();

        var all = Regex.Unescape(string.Join('\n', hub.Received));

        Assert.Contains("\"hub.berichten\"", all, StringComparison.Ordinal);
        Assert.Contains("\"soort\":\"JW307\"", all, StringComparison.Ordinal);
        Assert.Contains("\"regel\":\"TR101\"", all, StringComparison.Ordinal);
        Assert.Contains("POST /berichten", all, StringComparison.Ordinal);
        Assert.Contains("GET /berichten/{id}", all, StringComparison.Ordinal);
        foreach (var secret in (string[])[HubSamples.Bsn, HubSamples.Name, "2010-02-14"])
        {
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_processing_that_failed_is_a_request_without_success_whose_cause_is_told_by_its_type_only()
    {
        Assert.False(await hub.ProcessAsync(new QueueMessage { MessageId = "m-1", Body = "geen werk"u8.ToArray() }));

        var failed = Assert.Single(
            hub.Envelopes().Select(envelope => envelope["data"]!["baseData"]!),
            data => data["name"]?.GetValue<string>() == "process verwerking" && !data["success"]!.GetValue<bool>()
        );
        Assert.Equal("System.IO.InvalidDataException", failed["properties"]!["error.type"]!.GetValue<string>());
        Assert.DoesNotContain("not a work item", failed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_counted_by_its_problem_and_by_who_sent_it_and_a_stranger_by_its_problem()
    {
        await hub.PostAsync("90000003", "geen bericht");
        await hub.SendAsync(HttpMethod.Get, "/berichten", condition: null);

        var refusals = hub.Exported().Where(row => row.Name == "hub.refusals").ToList();
        Assert.Contains(refusals, row => row.Sum == 1 && Tag(row, "problem") == "geen-bericht" && Tag(row, "deelnemer") == "90000003");
        Assert.Contains(refusals, row => Tag(row, "problem") == "niet-aangemeld" && Tag(row, "deelnemer") is null);

        static string? Tag(AppMetric row, string name) => row.Properties.GetValueOrDefault(name);
    }
}
