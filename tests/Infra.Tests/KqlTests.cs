using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Alerts;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// Every query that is deployed or that the runbook tells to run is bound by the language service of Kusto against the tables of Log
/// Analytics, whose columns stand in kql/tables.json as the reference of Azure Monitor has them
/// (each names its page).
/// </summary>
public partial class KqlTests(CompiledInfra infra)
{
    [Fact]
    public async Task Every_query_of_an_alert_binds_and_has_the_column_that_is_measured()
    {
        var bound = await Kql.BindAsync(AlertRule.All.Select(rule => rule.Text));

        Assert.NotEmpty(AlertRule.All);
        foreach (var (rule, answer) in AlertRule.All.Zip(bound))
        {
            Assert.True(answer.Faults.Count == 0, $"{rule.Name}: {string.Join(" ", answer.Faults)}");
            // Azure refuses a rule without a column to measure, unless it counts rows.
            Assert.Equal(rule.Aggregation == "Count", rule.Column is null);
            Assert.True(rule.Column is null || answer.Columns.Contains(rule.Column), rule.Name);
            Assert.Contains("TimeGenerated", answer.Columns);
        }
    }

    [Fact]
    public void What_goes_to_Azure_are_the_rules_that_are_worked_out_in_tests_word_for_word()
    {
        foreach (var deployment in infra.Both)
        {
            var deployed = deployment.All("Microsoft.Insights/scheduledQueryRules");
            Assert.Equal(AlertRule.All.Count, deployed.Count);
            foreach (var rule in AlertRule.All)
            {
                var sent = deployed.Single(one => one.Name.EndsWith($"-{rule.Name}", StringComparison.Ordinal));
                var criterion = sent["properties.criteria.allOf"][0];
                Assert.Equal(rule.Text, Text(criterion, "query"));
                Assert.Equal(rule.Column ?? "", Text(criterion, "metricMeasureColumn"));
                Assert.Equal((rule.Aggregation, rule.Operator), (Text(criterion, "timeAggregation"), Text(criterion, "operator")));
                Assert.Equal(rule.Threshold, criterion.GetProperty("threshold").GetDouble());
                var failing = criterion.GetProperty("failingPeriods");
                Assert.Equal(rule.Periods, failing.GetProperty("numberOfEvaluationPeriods").GetInt32());
                Assert.Equal(rule.Failing, failing.GetProperty("minFailingPeriodsToAlert").GetInt32());
                Assert.Equal(
                    (rule.Window, rule.Every ?? "PT5M"),
                    (sent.Text("properties.windowSize"), sent.Text("properties.evaluationFrequency"))
                );
                Assert.Equal(rule.Range ?? "", sent.Text("properties.overrideQueryTimeRange"));
            }
        }
    }

    [Fact]
    public void Every_table_that_is_bound_names_the_page_of_its_columns() =>
        Assert.All(
            JsonNode.Parse(File.ReadAllText(RootFolder.PathTo("tests", "Infra.Tests", "kql", "tables.json")))!.AsObject(),
            table =>
                Assert.StartsWith(
                    $"learn.microsoft.com/azure/azure-monitor/reference/tables/{table.Key.ToLowerInvariant()} ",
                    table.Value!["source"]!.GetValue<string>(),
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public async Task Every_query_of_the_workbook_binds()
    {
        using var workbook = JsonDocument.Parse(infra.Production.The("Microsoft.Insights/workbooks").Text("properties.serializedData"));
        string[] queries =
        [
            .. workbook
                .RootElement.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("content"))
                .Where(content => content.TryGetProperty("query", out _))
                .Select(content => content.GetProperty("query").GetString()!),
        ];

        Assert.NotEmpty(queries);
        await AllBindAsync(queries);
    }

    [Fact]
    public async Task Every_query_of_the_runbook_binds()
    {
        string[] queries =
        [
            .. Query().Matches(File.ReadAllText(RootFolder.PathTo("docs", "runbook.md"))).Select(match => match.Groups["query"].Value),
        ];

        Assert.NotEmpty(queries);
        await AllBindAsync(queries);
    }

    [Theory]
    [InlineData("AppMetrics | where Waarde > 900")]
    [InlineData("AppMetric | count")]
    public async Task What_does_not_bind_is_seen(string query) => Assert.NotEmpty((await Kql.BindAsync([query]))[0].Faults);

    private static async Task AllBindAsync(string[] queries)
    {
        foreach (var (query, answer) in queries.Zip(await Kql.BindAsync(queries)))
        {
            Assert.True(answer.Faults.Count == 0, $"{query}: {string.Join(" ", answer.Faults)}");
        }
    }

    private static string Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.ToString() : "";

    [GeneratedRegex("""--analytics-query '(?<query>[^']+)'|`(?<query>(App|Storage|Usage)\w* \|[^`]+)`""")]
    private static partial Regex Query();
}
