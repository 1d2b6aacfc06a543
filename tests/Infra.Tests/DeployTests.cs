using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>infra/deploy.sh against an Azure that refuses what Azure refuses (tests/Infra.Tests/az).</summary>
public sealed partial class DeployTests(CompiledInfra infra) : IDisposable
{
    private const string Deploy = $"infra/deploy.sh test {Script.Group}";

    private static readonly string[] Providers = File.ReadAllLines(RootFolder.PathTo("infra", "providers.txt"));

    private readonly Script _script = new(infra.Root);

    [Fact]
    public async Task From_nothing_the_providers_are_registered_the_template_is_deployed_and_the_package_goes_by_one_deploy()
    {
        _script.State["needed"] = Json(Providers);

        var (code, output, errors) = await _script.RunAsync(Deploy);

        Assert.True(code == 0, errors);
        Assert.Equal("The hub answers at https://hub.example.\n", output);
        Assert.Equal(_script.Package, Text("deployed"));
        Assert.Equal(Providers, Asked("provider register").Select(call => call.Split(' ')[3]));
        Assert.Empty(Asked("storage blob .*|functionapp restart"));
        Assert.Matches("^[A-Za-z0-9+/]{43}=$", Assert.Single(Texts("registerKeys")));
        Assert.Equal(["User"], Texts("deployerTypes"));
    }

    [Fact]
    public async Task A_pipeline_deploys_too_and_is_told_apart_from_a_person()
    {
        _script.State["userType"] = "servicePrincipal";

        Assert.Equal(0, (await _script.RunAsync(Deploy)).Code);
        Assert.Equal(["ServicePrincipal"], Texts("deployerTypes"));
    }

    [Fact]
    public async Task Who_may_not_register_a_provider_hears_which_one_and_nothing_is_deployed()
    {
        _script.State["mayRegister"] = false;

        var (code, _, errors) = await _script.RunAsync(Deploy);

        Assert.Equal(1, code);
        Assert.Contains($"az provider register --namespace {Providers[0]} --wait", errors, StringComparison.Ordinal);
        Assert.Empty(Deployments());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("beheer")]
    public async Task Without_an_address_that_hears_of_alerts_nothing_is_deployed(string? address)
    {
        var (code, _, errors) = await _script.RunAsync(Deploy, ("HUB_ALERT_EMAIL", address));

        Assert.Equal((2, "HUB_ALERT_EMAIL must be the address that hears of an alert.\n"), (code, errors));
        Assert.Empty(Asked("deployment group create"));
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_named_with_the_command_that_makes_it()
    {
        _script.State["groups"] = Json([]);

        var (code, _, errors) = await _script.RunAsync(Deploy);

        Assert.Equal(1, code);
        Assert.Contains($"az group create --name {Script.Group}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_not_known_everywhere_yet_is_waited_for()
    {
        _script.State["waits"] = new JsonObject { ["key"] = 3, ["package"] = 3 };

        Assert.Equal(0, (await _script.RunAsync(Deploy)).Code);

        Assert.Equal((4, 4), (Asked("deployment group create").Length, Asked("functionapp deployment source").Length));
    }

    [Theory]
    [InlineData("key")]
    [InlineData("package")]
    public async Task A_role_that_never_comes_is_not_waited_for_without_end(string what)
    {
        _script.State["waits"] = new JsonObject { [what] = 1000 };

        Assert.Equal(1, (await _script.RunAsync(Deploy)).Code);
        Assert.InRange(_script.Calls.Length, 20, 80);
    }

    [Fact]
    public async Task Any_other_refusal_is_told_at_once_and_no_package_follows()
    {
        _script.State["fault"] = "(InvalidTemplate) Deployment template validation failed.";

        var (code, _, errors) = await _script.RunAsync(Deploy);

        Assert.Equal(1, code);
        Assert.Contains("validation failed", errors, StringComparison.Ordinal);
        Assert.Single(Asked("deployment group create"));
        Assert.Null(_script.State["deployed"]);
    }

    [Fact]
    public async Task After_a_deletion_the_vault_comes_back_with_its_secret_and_the_name_of_the_gateway_is_free()
    {
        _script.State["deletedVaults"] = new JsonArray(new JsonObject { ["name"] = "kv-hub", ["group"] = Script.Group.ToUpperInvariant() });
        _script.State["deletedGateways"] = new JsonArray(new JsonObject { ["name"] = "apim-hub", ["group"] = Script.Group });

        var (code, _, errors) = await _script.RunAsync(Deploy);

        Assert.True(code == 0, errors);
        var recovered = $"keyvault recover --name kv-hub --location westeurope --resource-group {Script.Group} ";
        Assert.StartsWith(recovered, Assert.Single(Asked("keyvault recover")), StringComparison.Ordinal);
        Assert.Contains("apim deletedservice purge --service-name apim-hub --location West Europe --output none", _script.Calls);
    }

    [Fact]
    public async Task What_was_deleted_with_another_group_is_left_alone()
    {
        _script.State["deletedVaults"] = new JsonArray(new JsonObject { ["name"] = "kv-other", ["group"] = Script.Group + "-2" });
        _script.State["deletedGateways"] = new JsonArray(new JsonObject { ["name"] = "apim-other", ["group"] = "x" + Script.Group });

        await _script.RunAsync($"{Deploy} --prepare");

        Assert.Empty(Asked("keyvault recover|apim deletedservice purge"));
    }

    [Fact]
    public async Task Who_may_not_see_what_was_deleted_hears_that_and_goes_on()
    {
        _script.State["mayNotSeeDeleted"] = true;

        var (code, _, errors) = await _script.RunAsync(Deploy);

        Assert.Equal(0, code);
        Assert.Contains("you may not see; if a name is still taken, Azure will say so.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--infra")]
    [InlineData("--what-if")]
    public async Task An_archive_that_is_locked_is_left_alone_and_what_came_since_is_not(string part)
    {
        _script.State["containers"] = new JsonArray(
            Container("archief-0503", isLocked: true),
            Container("archief-0518"),
            Container("geweigerd-0503", isLocked: true)
        );
        // A deployment is refused without it; main.bicep takes it.
        _script.State["parameters"] = Json(["lockedArchives"]);

        var (code, _, errors) = await _script.RunAsync($"{Deploy} {part}");

        Assert.True(code == 0, errors);
        var asked = Assert.Single(Asked("deployment group (create|what-if)"));
        Assert.Matches(@" --parameters lockedArchives=\[""0503""\]( --output none)?$", asked);
    }

    [Fact]
    public async Task The_outputs_are_found_when_azd_named_the_deployment_and_the_newest_counts()
    {
        _script.State["deployments"] = new JsonArray(
            Deployment("hub", "2031-03-01T12:00:00Z", "func-before"),
            Deployment("test-1743508800", "2031-04-01T12:00:00Z", "func-hub"),
            Deployment("test-1743509999", "2031-04-01T13:00:00Z", "func-failed", isFailed: true),
            new JsonObject
            {
                ["name"] = "identity",
                ["at"] = "2031-04-01T12:00:01Z",
                ["outputs"] = new JsonObject(),
            }
        );

        var (code, output, _) = await _script.RunAsync($"{Deploy} --output appName");

        Assert.Equal((0, "func-hub\n"), (code, output));
        Assert.Equal(0, (await _script.RunAsync($"{Deploy} --package")).Code);
        Assert.Equal(1, (await _script.RunAsync($"{Deploy} --output nonsense")).Code);
    }

    [Fact]
    public async Task Without_a_deployment_there_is_no_output_and_it_says_so()
    {
        var (code, output, errors) = await _script.RunAsync($"{Deploy} --output appName");

        Assert.Equal((1, "", $"Resource group {Script.Group} has no deployment of the hub that succeeded.\n"), (code, output, errors));
    }

    [Fact]
    public async Task The_infrastructure_of_productie_goes_without_a_package_and_the_package_without_the_infrastructure()
    {
        var infra = await _script.RunAsync($"infra/deploy.sh productie {Script.Group} --infra", ("HUB_PACKAGE", "/nowhere"));
        Assert.True(infra.Code == 0, infra.Errors);
        Assert.Empty(Asked("functionapp|curl"));

        var package = await _script.RunAsync($"infra/deploy.sh productie {Script.Group} --package");
        Assert.True(package.Code == 0, package.Errors);
        Assert.Single(Asked("deployment group create"));
        Assert.Equal(_script.Package, Text("deployed"));
    }

    [Fact]
    public async Task What_if_changes_nothing()
    {
        var (code, _, errors) = await _script.RunAsync($"{Deploy} --what-if");

        Assert.True(code == 0, errors);
        Assert.All(
            _script.Calls,
            call => Assert.Matches("^(group exists|account show|storage account list|deployment group what-if) ", call)
        );
    }

    [Fact]
    public async Task The_secret_of_the_register_is_made_once_and_what_was_given_counts()
    {
        await _script.RunAsync(Deploy);
        await _script.RunAsync(Deploy);
        Assert.Equal("", Texts("registerKeys")[1]);

        using var other = new Script(infra.Root);
        await other.RunAsync(Deploy, ("HUB_REGISTER_KEY", "that of before"));
        Assert.Equal("that of before", other.State["registerKeys"]![0]!.GetValue<string>());
        Assert.DoesNotContain(other.Calls.Concat(_script.Calls), call => call.Contains("that of before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_that_is_not_there_stops_it_before_anything_changes()
    {
        var (code, _, errors) = await _script.RunAsync(Deploy, ("HUB_PACKAGE", "/nowhere/hub.zip"));

        Assert.Equal((2, "There is no /nowhere/hub.zip.\n"), (code, errors));
        Assert.All(_script.Calls, call => Assert.Matches("^(group exists|account show)", call));
    }

    [Theory]
    [InlineData("infra/deploy.sh acceptatie rg")]
    [InlineData("infra/deploy.sh test rg --whatif")]
    [InlineData("infra/deploy.sh test rg --package --what-if")]
    [InlineData("infra/deploy.sh test rg --output")]
    public async Task What_it_does_not_know_it_refuses_before_asking_anything(string line)
    {
        Assert.Equal(2, (await _script.RunAsync(line)).Code);
        Assert.Empty(_script.Calls);
    }

    [Fact]
    public async Task The_hooks_of_azd_prepare_the_group_and_leave_no_secret_behind()
    {
        var hooks = AzureYaml.Hooks;
        Assert.Equal(["postprovision", "preprovision"], hooks.Keys.Order());

        var before = await _script.RunAsync(hooks["preprovision"], ("AZURE_RESOURCE_GROUP", Script.Group));
        Assert.True(before.Code == 0, before.Errors);
        var told = Asked("azd");
        Assert.Equal(("azd env set HUB_DEPLOYER_PRINCIPAL_TYPE User", 2), (told[0], told.Length));
        Assert.Matches(Key(), told[1]);
        Assert.Equal(Providers.Length, Asked("provider register").Length);

        await _script.RunAsync(hooks["postprovision"]);
        Assert.Equal("azd env set HUB_REGISTER_KEY ", _script.Calls[^1]);
        Assert.NotEqual(0, (await _script.RunAsync(hooks["preprovision"], ("AZURE_RESOURCE_GROUP", null))).Code);
    }

    public void Dispose() => _script.Dispose();

    private static JsonArray Json(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private string[] Asked(string command) => [.. _script.Calls.Where(call => Regex.IsMatch(call, $"^({command}) "))];

    private static JsonObject Container(string name, bool isLocked = false) =>
        new()
        {
            ["account"] = "starch",
            ["name"] = name,
            ["locked"] = isLocked,
            ["versions"] = new JsonArray(),
        };

    private static JsonObject Deployment(string name, string at, string app, bool isFailed = false) =>
        new()
        {
            ["name"] = name,
            ["at"] = at,
            ["failed"] = isFailed,
            ["outputs"] = new JsonObject
            {
                ["appName"] = new JsonObject { ["value"] = app },
                ["hubUrl"] = new JsonObject { ["value"] = "https://hub.example" },
            },
        };

    private string Text(string name) => _script.State[name]!.GetValue<string>();

    private string[] Texts(string name) => [.. _script.State[name]!.AsArray().Select(text => text!.GetValue<string>())];

    private JsonArray Deployments() => _script.State["deployments"]!.AsArray();

    [GeneratedRegex("^azd env set HUB_REGISTER_KEY [A-Za-z0-9+/]{43}=$")]
    private static partial Regex Key();
}
