using System.Xml.Linq;
using Infra.Tests.Compiled;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests;

/// <summary>
/// azure.yaml against what azd's schema (schemas/v1.0/azure.yaml.json of Azure/azure-dev) says of the parts that we use. azd passes over a
/// key that it does not know, so one that is misspelled would do nothing, in silence.
/// </summary>
public sealed class AzureYamlTests(CompiledInfra infra)
{
    private static readonly string[] RootKeys =
    [
        "name",
        "resourceGroup",
        "metadata",
        "infra",
        "services",
        "resources",
        "pipeline",
        "hooks",
        "requiredVersions",
        "state",
        "platform",
        "workflows",
        "cloud",
    ];

    private static readonly string[] ServiceKeys =
    [
        "resourceGroup",
        "resourceName",
        "project",
        "host",
        "language",
        "module",
        "dist",
        "remoteBuild",
        "docker",
        "config",
        "uses",
        "hooks",
    ];

    private static readonly string[] HookKeys =
    [
        "shell",
        "kind",
        "dir",
        "run",
        "continueOnError",
        "interactive",
        "windows",
        "posix",
        "secrets",
        "config",
    ];

    private static readonly string[] HookNames =
    [
        "provision",
        "infracreate",
        "infradelete",
        "down",
        "up",
        "package",
        "publish",
        "deploy",
        "restore",
    ];

    [Fact]
    public void It_has_only_keys_that_azd_knows()
    {
        Known(RootKeys, AzureYaml.Root);
        Assert.Equal(["template"], AzureYaml.Keys(AzureYaml.Map(AzureYaml.Root, "metadata")));
        Known(["provider", "path", "module", "layers"], AzureYaml.Map(AzureYaml.Root, "infra"));
        foreach (var service in AzureYaml.Keys(Services))
        {
            Known(ServiceKeys, AzureYaml.Map(Services, service));
        }
        var hooks = AzureYaml.Map(AzureYaml.Root, "hooks");
        Known(HookNames.SelectMany(name => new[] { "pre" + name, "post" + name }), hooks);
        foreach (var hook in AzureYaml.Keys(hooks))
        {
            Known(HookKeys, AzureYaml.Map(hooks, hook));
        }
    }

    [Fact]
    public void The_name_is_one_that_azd_takes() =>
        Assert.Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])$", AzureYaml.Text(AzureYaml.Root, "name"));

    [Fact]
    public void A_hook_that_is_a_line_says_by_which_shell()
    {
        var hooks = AzureYaml.Map(AzureYaml.Root, "hooks");
        foreach (var hook in AzureYaml.Keys(hooks))
        {
            Assert.Equal("sh", AzureYaml.Text(AzureYaml.Map(hooks, hook), "shell"));
        }
    }

    [Fact]
    public void The_app_is_a_service_that_azd_publishes_and_finds_in_the_group()
    {
        var service = AzureYaml.Map(Services, Assert.Single(AzureYaml.Keys(Services)));

        Assert.Equal(("function", "dotnet"), (AzureYaml.Text(service, "host"), AzureYaml.Text(service, "language")));
        var project = Assert.Single(Directory.EnumerateFiles(RootFolder.PathTo(AzureYaml.Text(service, "project")), "*.csproj"));
        var packages = XDocument.Load(project).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);
        Assert.Contains("Microsoft.Azure.Functions.Worker", packages);
        // By this tag azd finds what it deploys to.
        var tags = infra.Both.Select(deployment => deployment.The(Types.App).Text("tags.azd-service-name"));
        Assert.Equal(AzureYaml.Keys(Services), tags.Distinct());
    }

    private static YamlMappingNode Services => AzureYaml.Map(AzureYaml.Root, "services");

    private static void Known(IEnumerable<string> keys, YamlMappingNode node) =>
        Assert.Subset(keys.ToHashSet(), AzureYaml.Keys(node).ToHashSet());
}
