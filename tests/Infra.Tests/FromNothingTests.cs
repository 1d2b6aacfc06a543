using System.Text.Json;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// Productie from nothing: what must be inside the network has a place and a way in there, and fits in a platform that was there before.
/// </summary>
public class FromNothingTests(CompiledInfra infra)
{
    [Fact]
    public void A_runner_has_a_subnet_from_which_the_package_and_the_app_can_be_reached_and_none_reaches_it()
    {
        var network = infra.Production.The(Types.Network);
        var subnet = network["properties.subnets"]
            .EnumerateArray()
            .Single(subnet => subnet.GetProperty("name").GetString() == "runner")
            .GetProperty("properties");

        // Its way out, for GitHub and Azure's control plane.
        Assert.True(subnet.TryGetProperty("natGateway", out _));
        var guard = subnet.GetProperty("networkSecurityGroup").GetProperty("id").GetString();
        var rules = infra
            .Production.All("Microsoft.Network/networkSecurityGroups")
            .Single(group => group.Id == guard)["properties.securityRules"]
            .EnumerateArray()
            .ToList();
        Assert.DoesNotContain(rules, rule => Part(rule, "direction") == "Inbound" && Part(rule, "access") == "Allow");
        Assert.Contains(
            rules,
            rule => (Part(rule, "direction"), Part(rule, "access"), Part(rule, "destinationPortRange")) == ("Outbound", "Allow", "443")
        );
    }

    [Fact]
    public void The_runner_has_no_address_outside_and_no_password()
    {
        var machine = infra.Production.The("Microsoft.Compute/virtualMachines");
        var card = infra.Production.The("Microsoft.Network/networkInterfaces");

        Assert.Equal(card.Id, machine["properties.networkProfile.networkInterfaces"][0].GetProperty("id").GetString());
        Assert.False(card["properties.ipConfigurations"][0].GetProperty("properties").TryGetProperty("publicIPAddress", out _));
        Assert.True(machine.IsOn("properties.osProfile.linuxConfiguration.disablePasswordAuthentication"));
        Assert.Empty(infra.Test.All("Microsoft.Compute/virtualMachines"));
    }

    [Fact]
    public void Names_of_the_platform_are_used_and_none_are_made_beside_them()
    {
        Assert.Empty(infra.Again.All(Types.Zone));
        Assert.Empty(infra.Again.All(Types.Zone + "/virtualNetworkLinks"));
        var groups = infra.Again.All("Microsoft.Network/privateEndpoints/privateDnsZoneGroups");

        Assert.NotEmpty(groups);
        Assert.All(groups, group => Assert.StartsWith(Scenario.Zones, Zone(group), StringComparison.Ordinal));
        Assert.Equal(6, groups.Select(Zone).Distinct().Count());
    }

    [Fact]
    public void The_network_is_peered_with_the_platform_when_asked()
    {
        Assert.Equal(Scenario.Peer, infra.Again.The(Types.Network + "/virtualNetworkPeerings").Text("properties.remoteVirtualNetwork.id"));
        Assert.Empty(infra.Production.All(Types.Network + "/virtualNetworkPeerings"));
    }

    private static string Zone(Resource group) =>
        group["properties.privateDnsZoneConfigs"][0].GetProperty("properties").GetProperty("privateDnsZoneId").GetString()!;

    private static string Part(JsonElement rule, string name) => rule.GetProperty("properties").GetProperty(name).GetString()!;
}
