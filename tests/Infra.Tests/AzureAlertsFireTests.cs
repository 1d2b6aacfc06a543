using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Tests.Alerts;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// The alerts on what Azure itself writes down come true when the thing happens and not before, on rows and metrics of the documented shape
/// (kql/tables.json, Alerts/metrics.json). Those on what the app exports are in Hub.Functions.Tests, AlertsFireTests.
/// </summary>
public sealed class AzureAlertsFireTests(CompiledInfra infra)
{
    private static readonly AlertRule Lifecycle = AlertRule.All.Single(rule => rule.Name == "lifecycle");

    // What the lifecycle of the archive account leaves in StorageBlobLogs, and whether people must look.
    private static readonly (string What, bool Fires, JsonObject[] Rows)[] Days =
    [
        ("nothing happened", false, []),
        ("one day with work", false, [Work("PutBlob", 1)]),
        ("two days with work and nothing done", true, [Work("PutBlob", 1), Work("PutBlob", 25)]),
        ("of blocks", true, [Work("PutBlockList", 1), Work("PutBlockList", 25)]),
        ("of removals by the hub", true, [Work("DeleteBlob", 1), Work("DeleteBlob", 25)]),
        ("of reading alone", false, [Work("GetBlob", 1), Work("GetBlob", 25)]),
        ("where nothing is due", false, [Work("PutBlob", 1, "archief"), Work("PutBlob", 25, "archief")]),
        ("long ago", false, [Work("PutBlob", 1), Work("PutBlob", 60)]),
        ("and done, by its one name", false, [Work("PutBlob", 1), Work("PutBlob", 25), Done("OLCMScanner", "202")]),
        ("and done, by its other name", false, [Work("PutBlob", 1), Work("PutBlob", 25), Done("ObjectLifeCycleScanner", "202")]),
        ("and done long ago", true, [Work("PutBlob", 1), Work("PutBlob", 25), Done("OLCMScanner", "202", 60)]),
        ("tried and failed", true, [Work("PutBlob", 1), Work("PutBlob", 25), Done("OLCMScanner", "409")]),
        ("kept out by the firewall", true, [Done("OLCMScanner", "403")]),
        ("someone else kept out", false, [Done("curl", "403")]),
    ];

    private static readonly (string Text, string Instead)[] Mutants =
    [
        ("StorageBlobLogs", "AppTraces"),
        ("UserAgentHeader", "CallerIpAddress"),
        ("'OLCMScanner', ", ""),
        (", 'ObjectLifeCycleScanner'", ""),
        ("not(IsLifecycle) and ", "IsLifecycle and "),
        ("OperationName in", "Category in"),
        ("'PutBlob', ", ""),
        ("'PutBlockList', ", ""),
        (", 'DeleteBlob'", ""),
        ("'DeleteBlob'", "'DeleteBlob', 'GetBlob'"),
        ("Uri has", "DestinationUri has"),
        ("/geweigerd-", "/archief-"),
        (" and Uri has '/geweigerd-'", ""),
        ("ago(2d)", "ago(1d)"),
        ("ago(2d)", "ago(7d)"),
        ("dcountif(startofday(TimeGenerated), IsWork)", "countif(not(IsLifecycle))"),
        ("toint(StatusCode) < 400", "toint(StatusCode) > 400"),
        ("toint(StatusCode) < 400", "toint(StatusCode) < 500"),
        ("toint(StatusCode) == 403", "toint(StatusCode) == 404"),
        ("IsLifecycle and toint(StatusCode) == 403", "toint(StatusCode) == 403"),
        ("StatusCode) ==", "StatusText) =="),
        ("Barred > 0 or", "Barred > 1 or"),
        ("DaysWithWork > 1", "DaysWithWork > 0"),
        ("DaysWithWork > 1", "DaysWithWork > 2"),
        ("and Done == 0", "or Done == 0"),
        ("Done == 0", "Done > 0"),
    ];

    [Fact]
    public async Task The_lifecycle_that_does_not_run_is_told_and_nothing_else_is()
    {
        var fires = (await AlertRule.FireAsync([Lifecycle], Cases))[0];

        Assert.Equal(Days.Select(day => (day.What, day.Fires)), Days.Zip(fires, (day, fire) => (day.What, fire)));
    }

    [Fact]
    public async Task Any_other_text_of_its_query_or_threshold_is_seen()
    {
        var mutants = Mutants.Select(change => ($"{change.Text} -> {change.Instead}", Lifecycle.With(change.Text, change.Instead)));
        List<(string What, AlertRule Rule)> all =
        [
            .. mutants,
            ("threshold", Lifecycle with { Threshold = 1 }),
            ("operator", Lifecycle with { Operator = "LessThan" }),
        ];

        var fires = await AlertRule.FireAsync([.. all.Select(mutant => mutant.Rule)], Cases);

        var expected = Days.Select(day => day.Fires).ToList();
        Assert.Empty(all.Zip(fires).Where(mutant => mutant.Second.SequenceEqual(expected)).Select(mutant => mutant.First.What));
    }

    [Fact]
    public void A_dead_letter_in_any_queue_is_told() => Assert.True(FiresAtADeadLetter(DeadLetters()));

    [Theory]
    [InlineData("DeadletteredMessages", "DeadLetterMessages")]
    [InlineData("DeadletteredMessages", "ActiveMessages")]
    [InlineData("\"Maximum\"", "\"Total\"")]
    [InlineData("\"Maximum\"", "\"Minimum\"")]
    [InlineData("\"GreaterThan\"", "\"LessThan\"")]
    [InlineData("\"threshold\":0", "\"threshold\":1")]
    [InlineData("\"EntityName\"", "\"QueueName\"")]
    [InlineData("\"*\"", "\"verwerking\"")]
    [InlineData("Microsoft.ServiceBus/namespaces", "Microsoft.EventHub/namespaces")]
    public void Another_rule_on_dead_letters_is_seen(string text, string instead) =>
        Assert.False(FiresAtADeadLetter(JsonNode.Parse(Checkout.Replaced(DeadLetters().ToJsonString(), text, instead))!));

    [Fact]
    public void A_hub_that_two_places_can_not_reach_is_told_and_a_fault_of_one_is_not()
    {
        var (criteria, test) = (Unreachable("properties.criteria"), infra.Production.The("Microsoft.Insights/webtests"));

        Assert.Equal("Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria", criteria.GetProperty("odata.type").GetString());
        Assert.Equal(test.Id, criteria.GetProperty("webTestId").GetString());
        Assert.Equal(infra.Production.The("Microsoft.Insights/components").Id, criteria.GetProperty("componentId").GetString());
        Assert.Equal([test.Id, criteria.GetProperty("componentId").GetString()!], Texts(Unreachable("properties.scopes")));
        // The window holds a result of every place: it is asked as often as that.
        Assert.Equal("PT5M", Unreachable("properties.windowSize").GetString());
        Assert.Equal("300", test.Text("properties.Frequency"));
        Assert.Equal("200", test.Text("properties.ValidationRules.ExpectedHttpStatusCode"));

        var places = test["properties.Locations"].EnumerateArray().Select(place => place.GetProperty("Id").GetString()!).ToArray();
        Assert.Equal(3, places.Length);
        Assert.False(IsTold(criteria, places, 200, 200, 200));
        Assert.False(IsTold(criteria, places, 200, 503, 200));
        Assert.True(IsTold(criteria, places, 503, 200, 502));
        Assert.True(IsTold(criteria, places, 503, 503, 503));
    }

    [Fact]
    public void A_change_of_what_protects_is_told_once_it_succeeded_and_nothing_else_is()
    {
        // As learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema has an event.
        var alerts = infra.Production.All("Microsoft.Insights/activityLogAlerts");
        string[] operations =
        [
            "Microsoft.Authorization/roleAssignments/write",
            "Microsoft.Authorization/locks/delete",
            "Microsoft.Storage/storageAccounts/write",
            "Microsoft.Storage/storageAccounts/delete",
            "Microsoft.KeyVault/vaults/write",
            "Microsoft.KeyVault/vaults/delete",
            "Microsoft.Insights/diagnosticSettings/delete",
        ];

        Assert.All(operations, operation => Assert.Equal(1, Told(operation, "Succeeded", "Administrative")));
        Assert.All(operations, operation => Assert.Equal(0, Told(operation, "Started", "Administrative")));
        Assert.Equal(0, Told("Microsoft.Storage/storageAccounts/listKeys/action", "Succeeded", "Administrative"));
        Assert.Equal(0, Told(operations[0], "Succeeded", "Policy"));

        int Told(string operation, string status, string category)
        {
            var happened = new Dictionary<string, string>
            {
                ["operationName"] = operation,
                ["status"] = status,
                ["category"] = category,
            };
            return alerts.Count(alert =>
                alert["properties.condition.allOf"]
                    .EnumerateArray()
                    .All(part =>
                        happened.GetValueOrDefault(part.GetProperty("field").GetString()!) == part.GetProperty("equals").GetString()
                    )
            );
        }
    }

    private static IReadOnlyList<IReadOnlyList<JsonObject>> Cases =>
        [.. Days.Select(day => (IReadOnlyList<JsonObject>)[Table("StorageBlobLogs", day.Rows)])];

    private static JsonObject Table(string name, IEnumerable<JsonObject> rows) =>
        new() { [name] = new JsonArray([.. rows.Select(row => row.DeepClone())]) };

    private static JsonObject Work(string operation, double hoursAgo, string container = "geweigerd") =>
        Row(
            operation,
            "\"azsdk-net-Storage.Blobs/12\"",
            "201",
            hoursAgo,
            $"https://starch.blob.core.windows.net:443/{container}-0503/x.xml"
        );

    private static JsonObject Done(string agent, string status, double hoursAgo = 2) =>
        Row("DeleteBlob", $"\"{agent}/1.0\"", status, hoursAgo, "https://starch.blob.core.windows.net:443/archief-0503/y.xml");

    private static JsonObject Row(string operation, string agent, string status, double hoursAgo, string uri) =>
        new()
        {
            ["TimeGenerated"] = TimeProvider.System.GetUtcNow().AddHours(-hoursAgo).ToString("O"),
            ["OperationName"] = operation,
            ["UserAgentHeader"] = agent,
            ["StatusCode"] = status,
            ["Uri"] = uri,
        };

    private JsonNode DeadLetters() => JsonNode.Parse(Alert("-dead-letters")["properties.criteria.allOf"][0].GetRawText())!;

    // Azure takes it, it is quiet while every queue has none, and true when one of them, whichever it is, has had one in the window.
    private static bool FiresAtADeadLetter(JsonNode criterion)
    {
        string Text(string name) => criterion[name]!.GetValue<string>();
        var metric = AzureMetric.All.SingleOrDefault(metric =>
            metric.Namespace == Text("metricNamespace") && metric.Name == Text("metricName")
        );
        var dimension = Assert.Single(criterion["dimensions"]!.AsArray())!;
        if (
            metric is null
            || !metric.Aggregations.Contains(Text("timeAggregation"))
            || !metric.Dimensions.Contains(dimension["name"]!.GetValue<string>())
        )
        {
            return false;
        }
        var (none, one) = (new double[] { 0, 0, 0 }, new double[] { 0, 1, 0 });
        return !IsTrue("postbus-0503", none) && IsTrue("verwerking", one) && IsTrue("postbus-0503", one);

        bool IsTrue(string queue, double[] minutes)
        {
            var included = Texts(JsonSerializer.SerializeToElement(dimension["values"])).Any(value => value == "*" || value == queue);
            var value = Text("timeAggregation") switch
            {
                "Maximum" => minutes.Max(),
                "Minimum" => minutes.Min(),
                _ => minutes.Average(),
            };
            var threshold = criterion["threshold"]!.GetValue<double>();
            return included && (Text("operator") == "GreaterThan" ? value > threshold : value < threshold);
        }
    }

    // A row of AppAvailabilityResults for each place: what it got against what the test asks.
    private bool IsTold(JsonElement criteria, string[] places, params int[] answers)
    {
        var asked = infra.Production.The("Microsoft.Insights/webtests")["properties.ValidationRules.ExpectedHttpStatusCode"].GetInt32();
        var rows = places.Zip(answers, (place, status) => (Location: place, Success: status == asked)).ToList();
        var columns = JsonNode.Parse(infra.Read("tests/Infra.Tests/kql/tables.json"))!["AppAvailabilityResults"]!["columns"]!;
        Assert.Equal(("string", "bool"), (columns["Location"]!.GetValue<string>(), columns["Success"]!.GetValue<string>()));
        return rows.Where(row => !row.Success).Select(row => row.Location).Distinct().Count()
            >= criteria.GetProperty("failedLocationCount").GetInt32();
    }

    private JsonElement Unreachable(string path) => Alert("-onbereikbaar")[path];

    private Resource Alert(string name) =>
        infra.Production.All("Microsoft.Insights/metricAlerts").Single(alert => alert.Name.EndsWith(name, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!);
}
