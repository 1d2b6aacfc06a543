using System.Globalization;
using System.Text;
using System.Text.Json;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// docs/cost.md: what a month costs, worked out from what is deployed, the volume and the unit prices of infra/prices.json.
/// </summary>
public class CostTests(CompiledInfra infra)
{
    private const double Hours = 730;
    private const double Seconds = Hours * 3600;
    private const double Minutes = Hours * 60;

    private static readonly Prices Given = JsonSerializer.Deserialize<Prices>(
        File.ReadAllText(RootFolder.PathTo("infra", "prices.json")),
        JsonSerializerOptions.Web
    )!;

    [Fact]
    public void The_page_of_cost_is_current()
    {
        var page = Page();
        var path = RootFolder.PathTo("docs", "cost.md");
        if (Environment.GetEnvironmentVariable("IJW_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == page,
            "docs/cost.md is not current; write it with IJW_WRITE_DOCS=1 and Infra.Tests."
        );
    }

    [Fact]
    public void Every_unit_price_names_the_page_where_it_is_to_be_confirmed() =>
        Assert.All(
            Given.Units.Values,
            unit => Assert.StartsWith("azure.microsoft.com/pricing/details/", unit.Page, StringComparison.Ordinal)
        );

    [Fact]
    public void Every_environment_has_a_budget_that_tells_people_and_that_a_normal_month_stays_under()
    {
        foreach (var (name, deployment) in Environments())
        {
            var budget = deployment.The("Microsoft.Consumption/budgets");
            var amount = budget["properties.amount"].GetDouble();
            var total = Lines(name, deployment).Sum(line => line.Cost);

            Assert.InRange(total, amount * 0.3, amount * 0.8);
            var notices = budget["properties.notifications"].EnumerateObject().Select(notice => notice.Value).ToList();
            Assert.Equal(["Actual", "Forecasted"], notices.Select(notice => notice.GetProperty("thresholdType").GetString()).Order());
            var people = deployment.The("Microsoft.Insights/actionGroups").Id;
            Assert.All(
                notices,
                notice => Assert.Contains(people, notice.GetProperty("contactGroups").ToString(), StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void What_is_always_ready_is_chosen_and_the_parameter_file_says_why()
    {
        foreach (var (name, deployment) in Environments())
        {
            var file = File.ReadAllText(RootFolder.PathTo("infra", $"main.{name}.bicepparam"));
            Assert.Matches("(?s)// [^\n]+\n  alwaysReadyHttp: ", file);
            var groups = deployment.The(Types.App)["properties.functionAppConfig.scaleAndConcurrency.alwaysReady"].EnumerateArray().Count();
            Assert.Equal(name == "productie" ? 2 : 0, groups);
        }
    }

    [Fact]
    public void Reads_of_tables_are_not_logged_and_reads_of_the_archive_are()
    {
        foreach (var (_, deployment) in Environments())
        {
            var logs = deployment.All("Microsoft.Insights/diagnosticSettings");
            var tables = logs.Where(log => log.Id.Contains("/tableServices/", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(tables);
            foreach (var log in tables)
            {
                var categories = log["properties.logs"].EnumerateArray().Select(entry => entry.GetProperty("category").GetString());
                Assert.Equal(["StorageDelete", "StorageWrite"], categories.Order());
            }

            var blobs = logs.Where(log => log.Id.Contains("/blobServices/", StringComparison.Ordinal));
            Assert.Contains(blobs, log => log.Text("properties.logs").Contains("audit", StringComparison.Ordinal));
        }
    }

    private IEnumerable<(string Name, Deployment Deployment)> Environments()
    {
        yield return ("test", infra.Test);
        yield return ("productie", infra.Production);
    }

    private string Page()
    {
        var page = new StringBuilder(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    # What a month costs

                    Worked out by `CostTests` from what `infra/` deploys, the volume and the unit prices of
                    [prices.json](../infra/prices.json); it holds this page current (`IJW_WRITE_DOCS=1`). **The unit prices are inputs, in
                    {Given.Currency}, {Given.Source}; each names its page.** Measured is what the app
                    exports to the logs (below), counted is what the templates deploy; assumed is all else: how many berichten, how long an
                    execution takes, how often it calls storage, how much it stores. A month has {Hours} hours. Not in it: tax, support, the
                    runner inside the network, peering, and traffic out.


                    """
                )
                .ReplaceLineEndings("\n")
        );
        foreach (var (name, deployment) in Environments())
        {
            var lines = Lines(name, deployment).ToList();
            var budget = deployment.The("Microsoft.Consumption/budgets").Text("properties.amount");
            page.Append(CultureInfo.InvariantCulture, $"## {name}\n{Given.Berichten[name]:N0} berichten a month. ");
            page.Append(CultureInfo.InvariantCulture, $"The budget (`budgetPerMonth`) is {budget}.\n\n");
            page.Append("| what | times | unit price | per month |\n|---|---|---|---|\n");
            foreach (var line in lines)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {line.What} | {line.Times:0.###} {line.Per} | ");
                page.Append(CultureInfo.InvariantCulture, $"{line.Price:0.########} | {line.Cost:0.00} |\n");
            }

            page.Append(CultureInfo.InvariantCulture, $"| **all** | | | **{lines.Sum(line => line.Cost):0}** |\n\n");
        }

        page.Append(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    ## What is logged
                    Measured on what the app exports (`LogVolumeTests`): at most {Given.LogBytesPerBericht / 1024.0:0.#} kB per bericht and
                    {Given.MetricBytesPerMinute / 1024.0:0.#} kB of metrics per minute and instance, and {Given.OwnLinesPerBericht} lines of
                    log per bericht. Assumed: a line is 1 kB, the host adds {Given.HostLinesPerBericht} of its own, both come in twice
                    (FunctionAppLogs, AppTraces), and storage logs {Given.StorageWritesPerBericht} writes per bericht. The
                    {Given.StorageReadsPerBericht} reads of tables per bericht are not logged, nor exported as calls of the app: they would
                    be {Given.StorageReadsPerBericht} kB per bericht and tell nothing, since the rows that they read are the hub's own work.
                    Who else may read tables is told when the role is given (`activityAlerts`), and every read of the archive is logged.

                    ## What is chosen
                    Always-ready instances stand in the parameter files, with the reason. The gateway and Service Bus premium are what the
                    private network of productie takes; they are most of the cost, at any volume.

                    """
                )
                .ReplaceLineEndings("\n")
        );
        return page.ToString();
    }

    private static IEnumerable<Line> Lines(string name, Deployment deployment)
    {
        var berichten = Given.Berichten[name];
        var scale = deployment.The(Types.App)["properties.functionAppConfig.scaleAndConcurrency"];
        var gigabytes = scale.GetProperty("instanceMemoryMB").GetInt32() / 1024.0;
        var ready = scale.GetProperty("alwaysReady").EnumerateArray().Sum(group => group.GetProperty("instanceCount").GetInt32());
        var bus = deployment.The(Types.Namespace);
        var premium = bus.Text("sku.tier") == "Premium";
        var rules = deployment.All("Microsoft.Insights/scheduledQueryRules").Count;
        var retention = deployment.The("Microsoft.OperationalInsights/workspaces")["properties.retentionInDays"].GetInt32();
        // One instance at least has the timer; the others only live while there is work.
        // A line of the app or the host comes in twice: in FunctionAppLogs and in AppTraces.
        var lines = Given.StorageWritesPerBericht + (2 * (Given.OwnLinesPerBericht + Given.HostLinesPerBericht));
        var logged =
            ((berichten * (Given.LogBytesPerBericht + (1024.0 * lines))) + (Math.Max(1, ready) * Minutes * Given.MetricBytesPerMinute))
            / Gigabyte;

        yield return Of("always-ready instances", ready * gigabytes * Seconds, "alwaysReadyGigabyteSecond", "GB-s");
        var running = (berichten * 2 * 0.15) + (Minutes * 0.5);
        yield return Of(
            "running: two executions of 0.15 s per bericht, the Bewaking one of 0.5 s a minute",
            running * gigabytes,
            "gigabyteSecond",
            "GB-s"
        );
        yield return Of("executions", ((berichten * 2) + Minutes) / 1e6, "millionExecutions", "million");
        yield return premium
            ? Of("Service Bus premium", bus["sku.capacity"].GetInt32() * Hours, "messagingUnitHour", "hours")
            : Of("Service Bus standard, operations included", 1, "serviceBusStandardMonth", "month");
        var gateways = deployment.All("Microsoft.ApiManagement/service").Sum(gateway => gateway["sku.capacity"].GetInt32());
        yield return Of("API Management StandardV2", gateways, "gatewayUnitMonth", "units");
        yield return Of("private endpoints", deployment.All(Types.PrivateEndpoint).Count * Hours, "privateEndpointHour", "hours");
        yield return Of("private DNS zones", deployment.All("Microsoft.Network/privateDnsZones").Count, "privateZoneMonth", "zones");
        yield return Of("NAT gateway and its address", deployment.All("Microsoft.Network/natGateways").Count * Hours, "natHour", "hours");
        var copies = deployment.Archive.Text("sku.name");
        var stored = copies == "Standard_LRS" ? "storageLocalGigabyteMonth" : "storageGeoGigabyteMonth";
        yield return Of(
            $"archive and tables after a year ({copies})",
            berichten * 12 * Given.StoredBytesPerBericht / Gigabyte,
            stored,
            "GB"
        );
        var calls = berichten * (Given.StorageReadsPerBericht + Given.StorageWritesPerBericht);
        yield return Of("calls to storage", calls / 1e4, "storageTenThousandCalls", "10,000");
        yield return Of("key in an HSM", deployment.All("Microsoft.KeyVault/vaults/keys").Count, "hsmKeyMonth", "keys");
        yield return Of("logs taken in", logged, "logGigabyte", "GB");
        yield return Of(
            $"logs kept ({retention} days, the first 31 free)",
            logged * Math.Max(0, retention - 31) / 30,
            "logKeptGigabyteMonth",
            "GB"
        );
        yield return Of("alerts on logs, every five minutes", rules, "logAlertMonth", "rules");
        yield return Of("availability test, three places every five minutes", 3 * Hours * 12, "availabilityTest", "tests");
    }

    private const double Gigabyte = 1024.0 * 1024 * 1024;

    private static Line Of(string what, double times, string unit, string per) => new(what, times, per, Given.Units[unit].Price);

    // Where it is to be confirmed.
    private sealed record UnitPrice(double Price, string Page);

    private sealed record Line(string What, double Times, string Per, double Price)
    {
        public double Cost => Times * Price;
    }

    private sealed record Prices(
        string Currency,
        string Source,
        IReadOnlyDictionary<string, UnitPrice> Units,
        IReadOnlyDictionary<string, int> Berichten,
        int LogBytesPerBericht,
        int MetricBytesPerMinute,
        int OwnLinesPerBericht,
        int HostLinesPerBericht,
        int StorageReadsPerBericht,
        int StorageWritesPerBericht,
        int StoredBytesPerBericht
    );
}
