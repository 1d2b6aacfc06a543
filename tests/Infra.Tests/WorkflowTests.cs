using System.Text.RegularExpressions;
using Infra.Tests.Compiled;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests;

/// <summary>The GitHub Actions workflows and azure.yaml: what GitHub's own parser says, and what we promise of them.</summary>
public partial class WorkflowTests(CompiledInfra infra)
{
    private string[] Files => Directory.GetFiles(infra.PathTo(".github", "workflows"), "*.yml");

    [Fact]
    public async Task GitHubs_own_parser_has_nothing_against_them()
    {
        Assert.Equal("", await NodeTool.RunAsync("workflows", ["lint.mjs", .. Files]));
    }

    [Fact]
    public void Every_action_is_pinned_to_a_commit_that_names_its_version()
    {
        foreach (var line in Files.SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:", StringComparison.Ordinal)))
        {
            Assert.Matches(@"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line);
        }
    }

    [Fact]
    public void No_secret_is_needed_and_nothing_may_write_to_the_repository()
    {
        foreach (var file in Files)
        {
            Assert.DoesNotContain("secrets.", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.Equal(["contents"], Map(Read(file), "permissions").Children.Keys.Select(Value));
            var ofJobs = Jobs(file).Values.Where(job => job.Children.ContainsKey("permissions")).Select(job => Map(job, "permissions"));
            foreach (var permissions in ofJobs.Append(Map(Read(file), "permissions")))
            {
                Assert.Equal("read", Text(permissions, "contents"));
                var wide = permissions.Children.Where(right => Value(right.Value) != "read").Select(right => Value(right.Key));
                Assert.Subset(new HashSet<string> { "id-token", "attestations" }, wide.ToHashSet());
            }
        }
    }

    [Fact]
    public void Every_job_ends_by_itself_and_needs_only_jobs_that_exist()
    {
        foreach (var file in Files)
        {
            var jobs = Jobs(file);
            foreach (var (name, job) in jobs)
            {
                Assert.True(job.Children.ContainsKey("timeout-minutes"), name);
                Assert.Subset(jobs.Keys.ToHashSet(), Needs(job).ToHashSet());
            }
        }
    }

    [Fact]
    public void A_deployment_shows_first_what_would_change_and_waits_for_its_environment()
    {
        var jobs = Jobs(Files.Single(file => Path.GetFileName(file) == "deploy.yml"));

        Assert.Equal(["package", "what-if"], Needs(jobs["deploy"]));
        Assert.Equal("${{ inputs.omgeving }}", Text(jobs["deploy"], "environment"));
        Assert.Contains(
            Steps(jobs["what-if"]),
            step => step.Contains("infra/deploy.sh \"$OMGEVING\" \"$RESOURCE_GROUP\" --what-if", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Steps(jobs["what-if"]), step => step.EndsWith("\"$RESOURCE_GROUP\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_a_package_of_main_that_the_build_workflow_says_it_made_goes_further_and_with_the_infrastructure_of_its_commit()
    {
        var build = Jobs(Files.Single(file => Path.GetFileName(file) == "build.yml"))["package"];
        var attested = Uses(build).Single(step => step.Action.StartsWith("actions/attest-build-provenance@", StringComparison.Ordinal));
        Assert.Equal("github.event_name == 'push' && github.ref == 'refs/heads/main'", Text(attested.Step, "if"));
        Assert.Equal("artifacts/package/hub.zip", Text(Map(attested.Step, "with"), "subject-path"));
        Assert.Equal(["test", "scan"], Needs(build));

        var jobs = Jobs(Files.Single(file => Path.GetFileName(file) == "deploy.yml"));
        Assert.Equal("github.ref == 'refs/heads/main'", Text(jobs["package"], "if"));
        Assert.False(jobs["package"].Children.ContainsKey("environment"));
        var steps = Steps(jobs["package"]).ToList();
        string[] ofRun =
        [
            "(.path | split(\"@\")[0]) == \".github/workflows/build.yml\"",
            ".head_branch == \"main\"",
            ".event == \"push\"",
            ".conclusion == \"success\"",
            ".head_repository.full_name == env.GITHUB_REPOSITORY",
        ];
        Assert.All(ofRun, demand => Assert.Contains(demand, steps[0], StringComparison.Ordinal));
        string[] ofPackage =
        [
            "gh attestation verify artifacts/package/hub.zip",
            "--signer-workflow \"$GITHUB_REPOSITORY/.github/workflows/build.yml\"",
            "--source-ref refs/heads/main",
            "--source-digest \"$COMMIT\"",
            "--deny-self-hosted-runners",
        ];
        Assert.All(ofPackage, demand => Assert.Contains(demand, steps[1], StringComparison.Ordinal));
        foreach (var job in new[] { jobs["what-if"], jobs["deploy"] })
        {
            Assert.Contains("package", Needs(job));
            var checkout = Uses(job).Single(step => step.Action.StartsWith("actions/checkout@", StringComparison.Ordinal));
            Assert.Equal("${{ needs.package.outputs.commit }}", Text(Map(checkout.Step, "with"), "ref"));
        }

        var fetched = Uses(jobs["deploy"]).Single(step => step.Action.StartsWith("actions/download-artifact@", StringComparison.Ordinal));
        Assert.Equal("checked", Text(Map(fetched.Step, "with"), "name"));
    }

    [Fact]
    public void What_shows_the_change_is_no_identity_that_can_make_it()
    {
        var jobs = Jobs(Files.Single(file => Path.GetFileName(file) == "deploy.yml"));
        var clients = new[] { "what-if", "deploy" }
            .Select(name => Uses(jobs[name]).Single(step => step.Action.StartsWith("azure/login@", StringComparison.Ordinal)))
            .Select(step => Text(Map(step.Step, "with"), "client-id"))
            .ToList();

        Assert.Equal(["${{ vars.HUB_WHAT_IF_CLIENT_ID }}", "${{ vars.AZURE_CLIENT_ID }}"], clients);
        var role = System.Text.Json.Nodes.JsonNode.Parse(infra.Read("infra/what-if-role.json"))!;
        Assert.Equal(
            ["*/read", "Microsoft.Resources/deployments/validate/action", "Microsoft.Resources/deployments/whatIf/action"],
            role["Actions"]!.AsArray().Select(action => action!.GetValue<string>())
        );
        Assert.Null(role["DataActions"]);
        // Otherwise Azure asks for the right to write whatever would be deployed.
        Assert.Contains("what-if --validation-level ProviderNoRbac ", infra.Read("infra/deploy.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_folder_of_npm_is_asked_for_known_vulnerabilities()
    {
        var scanned = Steps(Jobs(Files.Single(file => Path.GetFileName(file) == "build.yml"))["scan"])
            .Single(step => step.Contains("npm audit", StringComparison.Ordinal));
        var root = RootFolder.PathTo();
        var folders = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(RootFolder.PathTo(folder), "package-lock.json", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(folder => !folder.Contains("node_modules", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.Contains(folder, scanned, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_script_that_is_run_is_here_and_can_be_executed()
    {
        var commands = Files.SelectMany(file => Jobs(file).Values.SelectMany(Steps));
        var scripts = commands.SelectMany(command => Script().Matches(command).Select(match => match.Value)).Distinct().ToList();

        Assert.Contains("infra/deploy.sh", scripts);
        foreach (var script in scripts)
        {
            var path = RootFolder.PathTo(script);
            Assert.True(File.Exists(path), script);
            if (!OperatingSystem.IsWindows())
            {
                Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), script);
            }
        }
    }

    [Fact]
    public void Azd_finds_the_template_and_the_parameters_of_test()
    {
        var template = Map(Read(infra.PathTo("azure.yaml")), "infra");

        Assert.Equal("bicep", Text(template, "provider"));
        Assert.True(File.Exists(infra.PathTo(Text(template, "path"), Text(template, "module") + ".bicepparam")));
    }

    private static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(file);
        stream.Load(reader);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    private static Dictionary<string, YamlMappingNode> Jobs(string file) =>
        Map(Read(file), "jobs").Children.ToDictionary(job => Value(job.Key), job => (YamlMappingNode)job.Value);

    private static IEnumerable<string> Steps(YamlMappingNode job) =>
        ((YamlSequenceNode)job.Children["steps"])
            .Children.OfType<YamlMappingNode>()
            .Where(step => step.Children.ContainsKey("run"))
            .Select(step => Text(step, "run"));

    private static IEnumerable<(string Action, YamlMappingNode Step)> Uses(YamlMappingNode job) =>
        ((YamlSequenceNode)job.Children["steps"])
            .Children.OfType<YamlMappingNode>()
            .Where(step => step.Children.ContainsKey("uses"))
            .Select(step => (Text(step, "uses"), step));

    private static IEnumerable<string> Needs(YamlMappingNode job) =>
        !job.Children.TryGetValue("needs", out var needs) ? []
        : needs is YamlSequenceNode list ? list.Children.Select(Value)
        : [Value(needs)];

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    // Empty when it is not there.
    private static string Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? Value(value) : "";

    private static string Value(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex(@"(?<![\w/.])(infra/[\w.-]+\.sh|\.ci/run)\b")]
    private static partial Regex Script();
}
