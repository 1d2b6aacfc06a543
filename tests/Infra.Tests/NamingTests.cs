using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>Names and tags follow one scheme, and the deployment's outputs are what its script asks for.</summary>
public class NamingTests(CompiledInfra infra)
{
    // What is named by its role under another resource, or by what it resolves; a workbook must be named by a GUID.
    private static readonly string[] NoScheme = ["privateDnsZones", "roleAssignments", "diagnosticSettings", "workbooks"];

    private static readonly string[] NoTags = [Types.Role, "Microsoft.Insights/diagnosticSettings", "Microsoft.Consumption/budgets"];

    [Fact]
    public void Every_resource_is_named_by_its_kind_the_hub_and_the_environment()
    {
        foreach (var (deployment, brief) in new[] { (infra.Test, "test"), (infra.Production, "prod") })
        {
            foreach (var resource in TopLevel(deployment).Where(resource => !NoScheme.Contains(resource.Type.Split('/')[^1])))
            {
                Assert.Matches(
                    $"^([a-z]+-)+ijwhub-{brief}-[a-z0-9]{{6}}(-[a-z-]+)?$|^(pep-)?stijwhub{brief}(arch|tabl|host)[a-z0-9]{{6}}(-[a-z]+)?$",
                    resource.Name
                );
            }
        }
    }

    [Fact]
    public void Every_resource_that_can_have_tags_tells_what_it_is_of()
    {
        foreach (var (deployment, environment) in new[] { (infra.Test, "test"), (infra.Production, "productie") })
        {
            foreach (var resource in TopLevel(deployment).Where(resource => !NoTags.Contains(resource.Type)))
            {
                Assert.Equal(
                    ("ijw-hub", "Haaglanden", environment),
                    (resource.Text("tags.toepassing"), resource.Text("tags.regio"), resource.Text("tags.omgeving"))
                );
                Assert.NotEmpty(resource.Text("tags.gegevens"));
            }
        }
    }

    [Fact]
    public void The_deployment_gives_every_output_that_the_scripts_ask_for()
    {
        var given = infra.Production.Outputs.EnumerateObject().Select(output => output.Name).ToHashSet();
        var asked = Directory
            .EnumerateFiles(RootFolder.PathTo("infra"), "*.sh")
            .SelectMany(file =>
                Regex.Matches(File.ReadAllText(file), @"\$\(output (?<name>[a-zA-Z]+)\)").Select(match => match.Groups["name"].Value)
            )
            .ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains(name, given));
    }

    private static IEnumerable<Resource> TopLevel(Deployment deployment) =>
        deployment.Resources.Where(resource => resource.Type.Count(letter => letter == '/') == 1);
}
