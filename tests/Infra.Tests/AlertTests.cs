using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Hub.Telemetry;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>Alerts look at what is really there, and send people to a page that exists.</summary>
public class AlertTests(CompiledInfra infra)
{
    [Fact]
    public void There_is_an_alert_for_what_people_must_look_at()
    {
        var names = Alerts().Select(alert => alert.Name[(alert.Name.IndexOf("prod-", StringComparison.Ordinal) + "prod-123456-".Length)..]);

        Assert.Equal(
            [
                "bewaking-zwijgt",
                "dead-letters",
                "fouten",
                "late-retours",
                "lifecycle",
                "onbereikbaar",
                "onleesbare-rijen",
                "oud-werk",
                "oudste-werk",
                "weigeringen",
            ],
            names.Order()
        );
        Assert.All(Alerts(), alert => Assert.True(alert.IsOn("properties.enabled")));
        var people = infra.Production.The("Microsoft.Insights/actionGroups").Id;
        Assert.All(Alerts(), alert => Assert.Contains(people, alert.Text("properties.actions"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_metric_that_an_alert_reads_is_one_that_the_hub_counts()
    {
        var read = Alerts().SelectMany(alert => Read(alert.Text("properties.criteria"))).ToList();

        Assert.NotEmpty(read);
        Assert.All(read, name => Assert.Contains(name, Counted()));
    }

    [Fact]
    public void The_workbook_shows_every_metric_of_the_hub_and_none_that_it_does_not_count()
    {
        var workbook = infra.Production.The("Microsoft.Insights/workbooks").Text("properties.serializedData");

        Assert.Equal(Counted().Order(), Read(workbook).Distinct().Order());
    }

    private static List<string> Counted()
    {
        var counted = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => counted.Add(instrument.Name) };
        listener.Start();
        using var meter = new HubMeter();
        return [.. counted.Where(name => name.StartsWith("hub.", StringComparison.Ordinal)).Distinct()];
    }

    private static IEnumerable<string> Read(string text) =>
        Regex.Matches(text, """Name == \\?(u0022|u0027|"|')(?<name>[\w.]+)""").Select(match => match.Groups["name"].Value);

    [Fact]
    public void Every_alert_names_a_step_of_the_runbook()
    {
        var headings = File.ReadAllLines(RootFolder.PathTo("docs", "runbook.md"))
            .Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#', ' '))
            .ToList();
        foreach (var alert in Alerts())
        {
            var step = Regex.Match(alert.Text("properties.description"), "docs/runbook\\.md: (?<step>[^.]+)\\.$").Groups["step"].Value;
            Assert.Contains(step, headings);
        }
    }

    [Fact]
    public void People_hear_of_a_change_of_what_protects()
    {
        var alerts = infra.Production.All("Microsoft.Insights/activityLogAlerts");
        var watched = alerts
            .SelectMany(alert => alert["properties.condition.allOf"].EnumerateArray())
            .Where(field => field.GetProperty("field").GetString() == "operationName")
            .Select(field => field.GetProperty("equals").GetString()!);

        string[] expected =
        [
            "Microsoft.Authorization/roleAssignments/write",
            "Microsoft.Authorization/locks/delete",
            "Microsoft.Storage/storageAccounts/delete",
            "Microsoft.KeyVault/vaults/delete",
        ];
        Assert.Subset(watched.ToHashSet(), expected.ToHashSet());
        var people = infra.Production.The("Microsoft.Insights/actionGroups").Id;
        Assert.All(alerts, alert => Assert.Contains(people, alert.Text("properties.actions"), StringComparison.Ordinal));
        Assert.All(
            alerts,
            alert =>
                Assert.EndsWith(
                    "docs/runbook.md: Someone changed what protects.",
                    alert.Text("properties.description"),
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("## Someone changed what protects", File.ReadAllLines(RootFolder.PathTo("docs", "runbook.md")));
    }

    [Fact]
    public void The_availability_test_asks_where_callers_come_in()
    {
        var test = infra.Production.The("Microsoft.Insights/webtests");

        Assert.Equal(
            infra.Production.Outputs.GetProperty("hubUrl").GetString() + "/health/live",
            test.Text("properties.Request.RequestUrl")
        );
        Assert.Contains(
            test["tags"].EnumerateObject(),
            tag => tag.Name == "hidden-link:" + infra.Production.The("Microsoft.Insights/components").Id
        );
    }

    private IEnumerable<Resource> Alerts() =>
        infra.Production.All("Microsoft.Insights/scheduledQueryRules").Concat(infra.Production.All("Microsoft.Insights/metricAlerts"));
}
