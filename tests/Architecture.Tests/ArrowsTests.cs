using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The arrows between projects point one way (docs/overview.md).</summary>
public class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Ijw"] = [],
        ["Commands"] = [],
        ["Ijw.Cli"] = ["Ijw", "Commands"],
        ["Hub"] = ["Ijw"],
        ["Hub.Azure"] = ["Hub"],
        ["Hub.Functions"] = ["Hub.Azure", "ServiceBusTrigger"],
        ["ServiceBusTrigger"] = [],
        ["Hub.Beheer"] = ["Hub.Azure", "Commands"],
        ["ServiceBusEmulator"] = [],
        ["Hub.Local"] = ["Hub.Azure", "ServiceBusEmulator"],
    };

    [Fact]
    public void Every_project_references_only_what_it_may()
    {
        Assert.Equal(Allowed.Keys.Order(), Repository.Projects.Keys.Order());
        foreach (var (name, project) in Repository.Projects)
        {
            Assert.Equal(Allowed[name].Order(), References(project).Order());
        }
    }

    [Fact]
    public void Hub_Local_builds_the_app_but_does_not_link_to_it()
    {
        var reference = Repository
            .Projects["Hub.Local"]
            .Descendants("ProjectReference")
            .Single(reference => reference.Attribute("Include")!.Value.Contains("Hub.Functions", StringComparison.Ordinal));

        Assert.Equal("false", reference.Attribute("ReferenceOutputAssembly")?.Value);
    }

    [Theory]
    [InlineData("Ijw")]
    // Trying again, which nobody should write for himself.
    [InlineData("Hub", "Polly.Core")]
    public void The_standard_needs_no_package_and_the_flow_only_what_tries_again(string name, params string[] packages) =>
        Assert.Equal(
            packages,
            Repository.Projects[name].Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value)
        );

    [Fact]
    public void The_standard_reads_and_writes_no_files()
    {
        string[] forbidden = ["System.Net", "File.", "Directory.", "HttpClient", "Azure", "Microsoft.Extensions"];
        foreach (var file in Repository.Sources("src/Ijw"))
        {
            var code = File.ReadAllLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
            Assert.DoesNotContain(code, line => forbidden.Any(word => line.Contains(word, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void AMQP_is_spoken_by_the_emulator_only()
    {
        Assert.Equal(
            ["ServiceBusEmulator"],
            Repository
                .Projects.Where(project =>
                    project.Value.Descendants("PackageReference").Any(package => package.Attribute("Include")!.Value == "AMQPNetLite")
                )
                .Select(project => project.Key)
        );
        foreach (var file in new[] { "src/Hub", "src/Hub.Azure", "src/Hub.Functions", "src/Hub.Local" }.SelectMany(Repository.Sources))
        {
            Assert.DoesNotContain(File.ReadAllLines(file), line => line.StartsWith("using Amqp", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_app_reaches_Service_Bus_through_one_folder()
    {
        foreach (var file in new[] { "src/Hub", "src/Hub.Azure", "src/Hub.Functions" }.SelectMany(Repository.Sources))
        {
            if (file.Contains(Path.Combine("Hub.Azure", "ServiceBus"), StringComparison.Ordinal))
            {
                continue;
            }
            Assert.DoesNotContain(
                File.ReadAllLines(file),
                line => line.StartsWith("using Azure.Messaging.ServiceBus", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Only_the_functions_know_the_worker_of_the_Functions_host()
    {
        foreach (
            var file in Repository
                .Sources("src/Hub.Functions")
                .Where(file => !file.Contains("Triggers", StringComparison.Ordinal) && Path.GetFileName(file) != "HubApp.cs")
        )
        {
            Assert.DoesNotContain(
                File.ReadAllLines(file),
                line => line.StartsWith("using Microsoft.Azure.Functions", StringComparison.Ordinal)
            );
        }
    }

    private static IEnumerable<string> References(XDocument project) =>
        project
            .Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
