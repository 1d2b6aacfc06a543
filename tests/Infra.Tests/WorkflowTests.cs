using System.Diagnostics;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests;

/// <summary>The GitHub Actions workflows and azure.yaml: what GitHub's own parser says, and what we promise of them.</summary>
public partial class WorkflowTests
{
    private static readonly string[] Files = Directory.GetFiles(Hoofdmap.Pad(".github", "workflows"), "*.yml");

    [Fact]
    public async Task GitHubs_own_parser_has_nothing_against_them()
    {
        var folder = Hoofdmap.Pad("tests", "Infra.Tests", "workflows");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], folder);

        Assert.Equal("", await RunAsync("node", ["lint.mjs", .. Files], folder));
    }

    [Fact]
    public void Every_action_is_pinned_to_a_commit_that_names_its_version()
    {
        foreach (var line in Files.SelectMany(File.ReadAllLines).Where(line => line.Contains("uses:", StringComparison.Ordinal)))
            Assert.Matches(@"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line);
    }

    [Fact]
    public void No_secret_is_needed_and_nothing_may_write_to_the_repository()
    {
        foreach (var file in Files)
        {
            Assert.DoesNotContain("secrets.", File.ReadAllText(file), StringComparison.Ordinal);
            var permissions = Map(Read(file), "permissions");
            Assert.Equal("read", Text(permissions, "contents"));
            Assert.All(permissions.Children, right => Assert.True(Value(right.Value) == "read" || Value(right.Key) == "id-token", $"{right.Key}: {right.Value}"));
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
                if (job.Children.TryGetValue("needs", out var needs)) Assert.Contains(Value(needs), jobs.Keys);
            }
        }
    }

    [Fact]
    public void A_deployment_shows_first_what_would_change_and_waits_for_its_environment()
    {
        var jobs = Jobs(Files.Single(file => Path.GetFileName(file) == "deploy.yml"));

        Assert.Equal("what-if", Text(jobs["deploy"], "needs"));
        Assert.Equal("${{ inputs.omgeving }}", Text(jobs["deploy"], "environment"));
        Assert.Contains(Steps(jobs["what-if"]), step => step.Contains("infra/deploy.sh \"$OMGEVING\" \"$RESOURCE_GROUP\" --what-if", StringComparison.Ordinal));
        Assert.DoesNotContain(Steps(jobs["what-if"]), step => step.EndsWith("\"$RESOURCE_GROUP\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_script_that_is_run_is_here_and_can_be_executed()
    {
        var commands = Files.SelectMany(file => Jobs(file).Values.SelectMany(Steps));
        var scripts = commands.SelectMany(command => Script().Matches(command).Select(match => match.Value)).Distinct().ToList();

        Assert.Contains("infra/deploy.sh", scripts);
        foreach (var script in scripts)
        {
            var path = Hoofdmap.Pad(script);
            Assert.True(File.Exists(path), script);
            if (!OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), script);
        }
    }

    [Fact]
    public void Azd_finds_the_template_and_the_parameters_of_test()
    {
        var infra = Map(Read(Hoofdmap.Pad("azure.yaml")), "infra");

        Assert.Equal("bicep", Text(infra, "provider"));
        Assert.True(File.Exists(Hoofdmap.Pad(Text(infra, "path"), Text(infra, "module") + ".bicepparam")));
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

    private static IEnumerable<string> Steps(YamlMappingNode job) => ((YamlSequenceNode)job.Children["steps"]).Children.OfType<YamlMappingNode>()
        .Where(step => step.Children.ContainsKey("run")).Select(step => Text(step, "run"));

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static string Text(YamlMappingNode node, string key) => Value(node.Children[key]);

    private static string Value(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static async Task<string> RunAsync(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 && program == "node" ? output : process.ExitCode == 0 ? "" : $"{program} ended with {process.ExitCode}: {output}";
    }

    [GeneratedRegex(@"(?<![\w/.])(infra/[\w.-]+\.sh|\.ci/run)\b")]
    private static partial Regex Script();
}
