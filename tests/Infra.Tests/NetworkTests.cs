using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>In productie nothing that holds data answers on the internet.</summary>
public class NetworkTests(CompiledInfra infra)
{
    private static readonly string[] DataPlanes = [Types.Account, Types.Namespace, Types.Vault, Types.App];

    [Fact]
    public void Productie_has_no_public_data_plane()
    {
        foreach (var resource in DataPlanes.SelectMany(infra.Production.All))
        {
            Assert.Equal(("Disabled", resource.Name), (resource.Text("properties.publicNetworkAccess"), resource.Name));
        }

        // Whatever is added later and can be closed to the internet must be.
        Assert.DoesNotContain(
            infra.Production.Resources,
            resource => resource.Text("properties.publicNetworkAccess") is not ("" or "Disabled")
        );
        Assert.All(
            infra.Production.All(Types.Account),
            account => Assert.Equal("Deny", account.Text("properties.networkAcls.defaultAction"))
        );
    }

    [Fact]
    public void Every_service_is_reached_over_a_private_endpoint_that_has_its_name()
    {
        var endpoints = infra.Production.All(Types.PrivateEndpoint);
        var expected = new List<string> { "namespace", "vault", "sites", "blob", "table", "blob", "queue", "table" };
        Assert.Equal(expected.Order(), endpoints.Select(GroupId).Order());

        var reached = endpoints
            .Select(endpoint => Connection(endpoint).GetProperty("properties").GetProperty("privateLinkServiceId").GetString())
            .Distinct();
        Assert.Equal(DataPlanes.SelectMany(infra.Production.All).Select(resource => resource.Id).Order(), reached.Order());

        var zones = infra.Production.All(Types.Zone).Select(zone => zone.Id.Split('/')[^1]).ToList();
        var groups = infra.Production.All("Microsoft.Network/privateEndpoints/privateDnsZoneGroups");
        Assert.Equal(endpoints.Count, groups.Count);
        foreach (var endpoint in endpoints)
        {
            var group = Assert.Single(groups, group => group.Parent == endpoint.Id);
            var zone = group["properties.privateDnsZoneConfigs"][0].GetProperty("properties").GetProperty("privateDnsZoneId").GetString()!;
            Assert.Contains(zones, name => zone.Contains(name.Trim('[', ']'), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Endpoints_app_gateway_and_runner_stand_in_subnets_that_exist_each_behind_its_rules()
    {
        var network = infra.Production.The(Types.Network);
        var subnets = network["properties.subnets"]
            .EnumerateArray()
            .ToDictionary(subnet => network.Id + "/subnets/" + subnet.GetProperty("name").GetString());

        var used = infra
            .Production.All(Types.PrivateEndpoint)
            .Select(endpoint => endpoint.Text("properties.subnet.id"))
            .Append(infra.Production.The(Types.App).Text("properties.virtualNetworkSubnetId"))
            .Append(infra.Production.The("Microsoft.ApiManagement/service").Text("properties.virtualNetworkConfiguration.subnetResourceId"))
            .Append(
                infra
                    .Production.The("Microsoft.Network/networkInterfaces")["properties.ipConfigurations"][0]
                    .GetProperty("properties")
                    .GetProperty("subnet")
                    .GetProperty("id")
                    .GetString()!
            );
        Assert.Equal(subnets.Keys.Order(), used.Distinct().Order());

        var rules = infra.Production.All("Microsoft.Network/networkSecurityGroups").ToDictionary(group => group.Id);
        foreach (var subnet in subnets.Values)
        {
            var properties = subnet.GetProperty("properties");
            Assert.False(properties.GetProperty("defaultOutboundAccess").GetBoolean());
            var group = rules[properties.GetProperty("networkSecurityGroup").GetProperty("id").GetString()!];
            Assert.Contains(
                group["properties.securityRules"].EnumerateArray(),
                rule => rule.GetProperty("properties").GetProperty("access").GetString() == "Deny"
            );
        }
    }

    [Fact]
    public void Only_the_gateway_and_the_way_out_have_a_public_address()
    {
        var address = infra.Production.The("Microsoft.Network/publicIPAddresses");
        var outward = infra.Production.The("Microsoft.Network/natGateways");

        Assert.Equal(address.Id, outward["properties.publicIpAddresses"][0].GetProperty("id").GetString());
    }

    [Fact]
    public void A_parameter_file_cannot_open_productie()
    {
        var parameters = System.Text.Json.JsonDocument.Parse(infra.Template).RootElement.GetProperty("parameters");

        Assert.DoesNotContain(
            parameters.EnumerateObject(),
            parameter =>
                parameter.Name.Contains("public", StringComparison.OrdinalIgnoreCase)
                || parameter.Name.Contains("private", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static string GroupId(Resource endpoint) =>
        Connection(endpoint).GetProperty("properties").GetProperty("groupIds")[0].GetString()!;

    private static System.Text.Json.JsonElement Connection(Resource endpoint) =>
        Assert.Single(endpoint["properties.privateLinkServiceConnections"].EnumerateArray());
}
