using System.Text.RegularExpressions;
using Hub.Functions.Tests.Gedeeld;
using Hub.Queues;

namespace Hub.Functions.Tests.Telemetrie;

/// <summary>What goes to Azure Monitor: what the alerts and the workbook read, and nothing of a caller or a child.</summary>
[Collection(nameof(AloneCollection))]
public sealed class AzureMonitorTests(HubMetAzureMonitor hub) : IClassFixture<HubMetAzureMonitor>
{
    [Fact]
    public async Task Requests_and_counts_arrive_with_their_tags_and_nothing_of_a_child_does()
    {
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop());
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true));
        await hub.GetAsync(Voorbeelden.Aanbieder, $"/berichten/{Voorbeelden.Bsn}?naam={Voorbeelden.Naam}");
        await hub.VerwerkAllesAsync();
        hub.Envelopes();

        var alles = Regex.Unescape(string.Join('\n', hub.Ontvangen));

        Assert.Contains("\"hub.berichten\"", alles, StringComparison.Ordinal);
        Assert.Contains("\"soort\":\"JW307\"", alles, StringComparison.Ordinal);
        Assert.Contains("\"regel\":\"TR101\"", alles, StringComparison.Ordinal);
        Assert.Contains("POST /berichten", alles, StringComparison.Ordinal);
        Assert.Contains("GET /berichten/{id}", alles, StringComparison.Ordinal);
        foreach (var geheim in (string[])[Voorbeelden.Bsn, Voorbeelden.Naam, "2010-02-14"]) Assert.DoesNotContain(geheim, alles, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_processing_that_failed_is_a_request_without_success_whose_cause_is_told_by_its_type_only()
    {
        Assert.False(await hub.VerwerkAsync(new QueueMessage { MessageId = "m-1", Body = "geen werk"u8.ToArray() }));

        var failed = Assert.Single(
            hub.Envelopes().Select(envelope => envelope["data"]!["baseData"]!),
            data => data["name"]?.GetValue<string>() == "process verwerking" && !data["success"]!.GetValue<bool>());
        Assert.Equal("System.IO.InvalidDataException", failed["properties"]!["error.type"]!.GetValue<string>());
        Assert.DoesNotContain("not a work item", failed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_counted_by_its_problem_and_by_who_sent_it_and_a_stranger_by_its_problem()
    {
        await hub.PostAsync("90000003", "geen bericht");
        await hub.StuurAsync(HttpMethod.Get, "/berichten", als: null);

        var refusals = hub.Exported().Where(row => row.Name == "hub.refusals").ToList();
        Assert.Contains(refusals, row => row.Sum == 1 && Tag(row, "problem") == "geen-bericht" && Tag(row, "deelnemer") == "90000003");
        Assert.Contains(refusals, row => Tag(row, "problem") == "niet-aangemeld" && Tag(row, "deelnemer") is null);

        static string? Tag(AppMetric row, string name) => row.Properties.GetValueOrDefault(name);
    }
}
