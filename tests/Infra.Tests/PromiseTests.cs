using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>What productie promises of its data and of its zones is there, and what is not there is not promised.</summary>
public class PromiseTests(CompiledInfra infra)
{
    [Fact]
    public void Tables_and_archive_are_apart_in_three_zones_and_in_the_paired_region()
    {
        var (archive, tables) = (infra.Production.Archive, infra.Production.Tables);

        Assert.Equal(("Standard_RAGZRS", "Standard_RAGZRS"), (archive.Text("sku.name"), tables.Text("sku.name")));
        // An account with immutability can't fail over: so nothing immutable stands beside the tables, and no table beside the archive.
        Assert.All(
            infra.Production.All(Types.Immutability),
            policy => Assert.StartsWith(archive.Id + "/", policy.Id, StringComparison.Ordinal)
        );
        Assert.All(infra.Production.All(Types.Table), table => Assert.StartsWith(tables.Id + "/", table.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(
            infra.Production.All(Types.Container),
            container => container.Id.StartsWith(tables.Id + "/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_lifecycle_passes_the_firewall_and_nothing_else_does()
    {
        Assert.Equal("AzureServices", infra.Production.Archive.Text("properties.networkAcls.bypass"));
        Assert.All(
            infra.Production.All(Types.Account).Where(account => account.Id != infra.Production.Archive.Id),
            account => Assert.Equal("None", account.Text("properties.networkAcls.bypass"))
        );
    }

    [Fact]
    public void Nobody_finds_out_in_years_that_the_lifecycle_does_not_run()
    {
        var alert = infra
            .Production.All("Microsoft.Insights/scheduledQueryRules")
            .Single(rule => rule.Name.EndsWith("-lifecycle", StringComparison.Ordinal));
        var query = alert["properties.criteria.allOf"][0].GetProperty("query").GetString()!;

        Assert.Contains("StorageBlobLogs", query, StringComparison.Ordinal);
        // Both names of it in the logs: learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-monitor
        Assert.Contains("'OLCMScanner', 'ObjectLifeCycleScanner'", query, StringComparison.Ordinal);
        Assert.Equal("P2D", alert.Text("properties.overrideQueryTimeRange"));
        // The logs that it reads are sent.
        var logged = infra.Production.Archive.Id + "/blobServices/default";
        Assert.Contains(infra.Production.All("Microsoft.Insights/diagnosticSettings"), log => log.Parent == logged);
    }

    [Fact]
    public void Productie_is_known_by_a_name_of_its_own_from_the_first_day()
    {
        var gateway = infra.Production.The("Microsoft.ApiManagement/service");
        var own = gateway["properties.hostnameConfigurations"]
            .EnumerateArray()
            .Single(host => host.GetProperty("hostName").GetString() == "hub.regio.example");

        Assert.Equal("https://hub.regio.example", infra.Production.Outputs.GetProperty("hubUrl").GetString());
        Assert.Equal(CompiledInfra.Environment["HUB_CERTIFICATE_ID"], own.GetProperty("keyVaultId").GetString());
        var identity = gateway["identity.userAssignedIdentities"].EnumerateObject().Single().Name;
        Assert.Contains(identity, own.GetProperty("identityClientId").GetString(), StringComparison.Ordinal);
        // The certificate alone: the secret of the register stands in the same vault.
        var role = Assert.Single(
            infra.Production.All(Types.Role),
            role => role.Text("properties.principalId").Contains(identity, StringComparison.Ordinal)
        );
        Assert.Equal(infra.Production.The(Types.Vault).Id + "/secrets/hub-regio-example", role.Parent);
    }

    [Fact]
    public void Without_a_certificate_of_that_name_there_is_no_gateway_yet()
    {
        var before = CompiledInfra.Snapshot(infra.Variant("main.productie.bicepparam", "'HUB_CERTIFICATE_ID'", "'NOT_HUB_CERTIFICATE_ID'"));

        Assert.Empty(before.All("Microsoft.ApiManagement/service"));
        Assert.Equal("https://hub.regio.example", before.Outputs.GetProperty("hubUrl").GetString());
    }

    [Fact]
    public void What_is_said_to_span_zones_does_and_what_does_not_is_said_not_to()
    {
        var spans = new Dictionary<string, bool>
        {
            ["plan of the app"] = infra.Production.The("Microsoft.Web/serverfarms").IsOn("properties.zoneRedundant"),
            ["queues"] = infra.Production.The(Types.Namespace).IsOn("properties.zoneRedundant"),
            ["storage"] = infra
                .Production.All(Types.Account)
                .All(account => account.Text("sku.name").Contains("ZRS", StringComparison.Ordinal)),
            ["gateway"] =
                infra.Production.The("Microsoft.ApiManagement/service")["zones"].ValueKind == System.Text.Json.JsonValueKind.Array,
            ["way out (NAT)"] = infra.Production.The("Microsoft.Network/natGateways").Text("sku.name") == "StandardV2",
        };
        var page = infra.Read("docs/adr/0015-first-deployment.md");
        var said = Regex
            .Matches(page, @"(?m)^\| (?<what>[^|]+) \| (?<zones>three zones|one zone) \|")
            .ToDictionary(row => row.Groups["what"].Value, row => row.Groups["zones"].Value == "three zones");

        Assert.Equal(spans.OrderBy(entry => entry.Key), said.OrderBy(entry => entry.Key));
        // A plan of one always-ready instance would stand in one zone.
        Assert.All(
            infra.Production.The(Types.App)["properties.functionAppConfig.scaleAndConcurrency.alwaysReady"].EnumerateArray(),
            group => Assert.True(group.GetProperty("instanceCount").GetInt32() >= 2)
        );
    }
}
