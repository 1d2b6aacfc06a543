using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>A person and a pipeline can both deploy, and neither can do more than that.</summary>
public class DeployerTests(CompiledInfra infra)
{
    [Fact]
    public void Who_deploys_may_upload_the_package_whoever_it_is()
    {
        var given = Template.Find(infra, "deployerMay").GetProperty("properties").GetProperty("principalType");
        Assert.Equal("[parameters('deployerPrincipalType')]", given.GetString());

        foreach (var deployment in infra.Both)
        {
            var upload = Assert.Single(
                deployment.All(Types.Role),
                role => role.Parent.EndsWith("/containers/app-package", StringComparison.Ordinal)
            );
            Assert.Equal("[deployer().objectId]", upload.Text("properties.principalId"));
            Assert.Equal("User", upload.Text("properties.principalType"));
        }

        var type = Parameters().GetProperty("deployerPrincipalType").GetProperty("allowedValues");
        Assert.Equal(["ServicePrincipal", "User"], type.EnumerateArray().Select(value => value.GetString()!).Order());
    }

    [Theory]
    [InlineData("main.test.bicepparam")]
    [InlineData("main.productie.bicepparam")]
    public void What_only_the_region_knows_has_no_default(string file)
    {
        // As if nobody gave any.
        var refusal = Bicep.Shared.BuildParameters(infra.Variant(file, "Variable('HUB_", "Variable('NOT_HUB_"));

        Assert.Contains("NOT_HUB_ALERT_EMAIL", refusal, StringComparison.Ordinal);
        Assert.Contains("NOT_HUB_CLIENT_ID", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eastus", false)]
    [InlineData("uksouth", false)]
    [InlineData("westeurope", true)]
    [InlineData("northeurope", true)]
    [InlineData("swedencentral", true)]
    public void Only_a_region_of_the_EU_whose_pair_lies_there_too_is_taken(string location, bool taken)
    {
        var path = infra.Variant("main.productie.bicepparam", "readEnvironmentVariable('AZURE_LOCATION', 'westeurope')", $"'{location}'");

        Assert.Equal(taken, Bicep.Shared.BuildParameters(path) == "");
        // learn.microsoft.com/azure/reliability/regions-paired
        Assert.Equal(["francecentral", "germanywestcentral", "northeurope", "swedencentral", "westeurope"], Allowed().Order());
    }

    [Fact]
    public void The_list_of_providers_has_every_one_that_the_templates_need_and_no_other()
    {
        // Every subscription has these.
        string[] always = ["Microsoft.Authorization", "Microsoft.Resources"];
        var needed = Regex
            .Matches(infra.Template, "\"(type|serviceName)\": \"(?<provider>Microsoft\\.\\w+)/")
            .Select(match => match.Groups["provider"].Value)
            .Distinct()
            .Except(always);

        Assert.Equal(needed.Order(), File.ReadAllLines(infra.PathTo("infra", "providers.txt")));
    }

    [Fact]
    public void The_deployer_may_give_the_roles_of_the_template_and_no_other()
    {
        var assigns = Assert.Single(infra.Owner.All(Types.Role), role => role.Text("properties.conditionVersion") == "2.0");
        var condition = assigns.Text("properties.condition");
        var given = infra
            .Grown.All(Types.Role)
            .Select(role => role.Text("properties.roleDefinitionId").Split('/')[^1])
            .Distinct()
            .Order()
            .ToList();

        Assert.EndsWith("f58310d9-a9f6-439a-9e8d-f62e7b41a168", assigns.Text("properties.roleDefinitionId"), StringComparison.Ordinal);
        var lists = Regex
            .Matches(condition, @"GuidEquals \{(?<roles>[^}]+)\}")
            .Select(match => match.Groups["roles"].Value.Split(", ").Order())
            .ToList();
        // Once for giving, once for taking away.
        Assert.Equal(2, lists.Count);
        Assert.All(lists, roles => Assert.Equal(given, roles));
        Assert.Equal(2, Regex.Count(condition, @"PrincipalType\] ForAnyOfAnyValues:StringEqualsIgnoreCase \{'ServicePrincipal'\}"));
        foreach (var action in new[] { "write", "delete" })
        {
            Assert.Contains($"!(ActionMatches{{'Microsoft.Authorization/roleAssignments/{action}'}})", condition, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_may_never_go_has_a_lock_that_the_deployer_can_not_lift()
    {
        Assert.Equal(["kv-hub", "starchief", "sttabellen"], infra.Owner.All(Types.Lock).Select(held => held.Parent.Split('/')[^1]).Order());
        Assert.All(infra.Owner.All(Types.Lock), held => Assert.Equal("CanNotDelete", held.Text("properties.level")));
        // Contributor and Role Based Access Control Administrator have no right on locks; Owner and User Access Administrator do.
        string[] deployer = ["b24988ac-6180-42a0-ab88-20f7382dd24c", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"];
        Assert.Equal(deployer, infra.Owner.All(Types.Role).Select(role => role.Text("properties.roleDefinitionId").Split('/')[^1]).Order());
        Assert.All(infra.Owner.All(Types.Role), role => Assert.Equal(Scenario.Pipeline, role.Text("properties.principalId")));
    }

    [Fact]
    public void The_registration_has_the_roles_that_the_app_asks_for()
    {
        var roles = JsonNode.Parse(infra.Read("infra/app-roles.json"))!.AsArray();

        Assert.Equal(
            new[] { Hub.Functions.Access.Caller.AdminRole, Hub.Functions.Tokens.TokenCaller.Role }.Order(),
            roles.Select(role => role!["value"]!.GetValue<string>()).Order()
        );
        Assert.All(
            roles,
            role => Assert.Equal(["Application"], role!["allowedMemberTypes"]!.AsArray().Select(type => type!.GetValue<string>()))
        );
        Assert.Equal(roles.Count, roles.Select(role => Guid.Parse(role!["id"]!.GetValue<string>())).Distinct().Count());
    }

    private JsonElement Parameters() => JsonDocument.Parse(infra.Template).RootElement.GetProperty("parameters");

    private IEnumerable<string> Allowed()
    {
        var region = JsonDocument.Parse(infra.Template).RootElement.GetProperty("definitions").GetProperty("Region");
        return region.GetProperty("allowedValues").EnumerateArray().Select(value => value.GetString()!);
    }
}
