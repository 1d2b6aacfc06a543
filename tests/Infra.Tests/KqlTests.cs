using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// Every query that is deployed or that the runbook tells to run is bound by the language service of Kusto against the tables of Log
/// Analytics, whose columns stand in kql/tables.json as the reference of Azure Monitor has them
/// (learn.microsoft.com/azure/azure-monitor/reference/tables/appmetrics and the like).
/// </summary>
public partial class KqlTests(CompiledInfra infra)
{
    [Fact]
    public async Task Every_query_of_an_alert_binds_and_has_the_column_that_is_measured()
    {
        var criteria = infra
            .Both.SelectMany(deployment => deployment.All("Microsoft.Insights/scheduledQueryRules"))
            .Select(alert => alert["properties.criteria.allOf"][0])
            .ToList();
        var bound = await BindAsync([.. criteria.Select(criterion => criterion.GetProperty("query").GetString()!)]);

        Assert.NotEmpty(criteria);
        for (var i = 0; i < criteria.Count; i++)
        {
            Assert.True(bound[i].Faults.Count == 0, $"{criteria[i].GetProperty("query")}: {string.Join(" ", bound[i].Faults)}");
            // Azure refuses a rule without a column to measure, unless it counts rows.
            var measured = criteria[i].TryGetProperty("metricMeasureColumn", out var column) ? column.GetString()! : null;
            Assert.Equal(criteria[i].GetProperty("timeAggregation").GetString() == "Count", measured is null);
            if (measured is not null)
            {
                Assert.Contains(measured, bound[i].Columns);
            }
            Assert.Contains("TimeGenerated", bound[i].Columns);
        }
    }

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
    public async Task What_does_not_bind_is_seen(string query) => Assert.NotEmpty((await BindAsync([query]))[0].Faults);

    private static async Task AllBindAsync(string[] queries)
    {
        var bound = await BindAsync(queries);
        foreach (var (query, answer) in queries.Zip(bound))
        {
            Assert.True(answer.Faults.Count == 0, $"{query}: {string.Join(" ", answer.Faults)}");
        }
    }

    private static async Task<IReadOnlyList<Bound>> BindAsync(string[] queries) =>
        JsonSerializer.Deserialize<List<Bound>>(
            await NodeTool.RunAsync("kql", ["bind.cjs", "tables.json"], JsonSerializer.Serialize(queries)),
            JsonSerializerOptions.Web
        )!;

    [GeneratedRegex("""--analytics-query '(?<query>[^']+)'|`(?<query>(App|Storage|Usage)\w* \|[^`]+)`""")]
    private static partial Regex Query();

    private sealed record Bound(IReadOnlyList<string> Faults, IReadOnlyList<string> Columns);
}
