using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// Every command of the pages for who runs a hub, run by bash as it stands there, against the stand-in of az: its commands and options are
/// those of the CLI, its outputs and parameters those of the template, and its files are here.
/// </summary>
public sealed partial class RunbookTests(CompiledInfra infra)
{
    private const string Filler = "x";

    private static readonly string[] Pages = ["docs/runbook.md", "docs/unproven.md", "docs/export.md"];

    /// <summary>The blocks of each page, and the line at which one begins.</summary>
    public static TheoryData<string, int, string> Blocks()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var page in Pages)
        {
            var text = Read(page);
            foreach (Match block in Block().Matches(text))
            {
                data.Add(page, Line(text, block.Index), Unindent(block));
            }
        }

        return data;
    }

    /// <summary>What stands in a line of text and is a command with options; one without only names it.</summary>
    public static TheoryData<string, int, string> Lines()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var page in Pages)
        {
            var text = Read(page);
            foreach (Match span in Span().Matches(text))
            {
                var code = span.Groups["code"].Value;
                if (!IsCommand().IsMatch(code) || code.Contains('…', StringComparison.Ordinal))
                {
                    continue;
                }
                data.Add(page, Line(text, span.Index), code);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    [MemberData(nameof(Lines))]
    public async Task It_runs(string page, int line, string commands)
    {
        using var script = new Script();
        var deployment = new JsonObject
        {
            ["name"] = "hub",
            ["at"] = "2031-04-01T12:00:00Z",
            ["outputs"] = Outputs(),
        };
        script.State["deployments"] = new JsonArray(deployment);
        script.State["outputs"] = Outputs();
        script.State["parameters"] = new JsonArray([.. Parameters().Select(name => (JsonNode)name)]);
        // A group that is thrown away holds something of a hub in test.
        script.State["resources"] = JsonNode.Parse(
            """[{ "type": "Microsoft.Web/sites", "name": "func-hub", "tags": { "toepassing": "ijw-hub", "omgeving": "test" } }]"""
        );
        script.State["roles"] = new JsonArray("Storage Blob Data Owner");
        await File.WriteAllTextAsync(Path.Combine(script.Root, Filler), "", TestContext.Current.CancellationToken);
        var shared = Unindent(Block().Match(Read("docs/runbook.md")));

        // What the reader sets before: the page must speak of it, so that a name that is misspelled is no empty text.
        var unset = Variable()
            .Matches(commands)
            .Select(use => use.Groups[1].Value)
            .Distinct()
            .Where(name => !Regex.IsMatch(shared + commands, $@"\b{name}=|read -r {name}\b"))
            .ToList();
        Assert.All(unset, name => Assert.Matches($@"`{name}`|\b{name}=", Read(page)));

        var (code, _, errors) = await script.RunAsync(
            $"set -euo pipefail\n{Filled(shared)}\n{Filled(commands)}",
            [.. unset.Select(name => (name, (string?)Filler))]
        );

        Assert.True(code == 0, $"{page} line {line} ends with {code}: {errors}");
        foreach (var project in script.Calls.SelectMany(call => Project().Matches(call)))
        {
            Assert.True(Path.Exists(RootFolder.PathTo(project.Groups[1].Value)), $"{page} line {line}: {project.Value}");
        }
    }

    [Theory]
    [InlineData("docs/runbook.md")]
    [InlineData("docs/unproven.md")]
    [InlineData("docs/export.md")]
    public void Every_command_that_is_named_is_one_of_az(string page)
    {
        var lines = File.ReadLines(RootFolder.PathTo("tests", "Infra.Tests", "az", "commands.txt"));
        var known = lines.Select(line => line.Split(':')[0]).ToHashSet();
        var named = Span().Matches(Read(page)).Select(span => span.Groups["code"].Value).Where(code => Named().IsMatch(code));

        Assert.All(named, code => Assert.Contains(code["az ".Length..], known));
    }

    [Theory]
    [InlineData("docs/runbook.md")]
    [InlineData("docs/unproven.md")]
    [InlineData("docs/export.md")]
    public void Every_file_and_every_parameter_that_is_named_exists(string page)
    {
        var text = Read(page);

        Assert.All(Files().Matches(text), file => Assert.True(Path.Exists(RootFolder.PathTo(file.Value)), file.Value));
        Assert.All(Parameter().Matches(text), parameter => Assert.Contains(parameter.Groups[1].Value, Parameters()));
    }

    [Fact]
    public void Every_file_with_a_query_of_az_is_one_whose_commands_are_run()
    {
        var root = RootFolder.Complete;
        string[] folders = ["docs", "infra", ".github"];
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(RootFolder.PathTo(folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root, "*.md"))
            .Where(file => File.ReadAllText(file).Contains(" --query ", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));

        Assert.Subset(Pages.ToHashSet(), files.ToHashSet());
    }

    [Fact]
    public void What_the_scripts_ask_is_what_the_template_gives()
    {
        var scripts = Directory.EnumerateFiles(RootFolder.PathTo("infra"), "*.sh").Select(File.ReadAllText);
        var asked = scripts.SelectMany(text => Output().Matches(text)).Select(match => match.Groups[1].Value);

        Assert.Subset(Outputs().Select(output => output.Key).ToHashSet(), asked.ToHashSet());
    }

    private JsonObject Outputs() =>
        new([
            .. infra
                .Test.Outputs.EnumerateObject()
                .Select(output => KeyValuePair.Create(output.Name, (JsonNode?)new JsonObject { ["value"] = output.Value.ToString() })),
        ]);

    private List<string> Parameters()
    {
        using var template = JsonDocument.Parse(infra.Template);
        return [.. template.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)];
    }

    private static string Read(string page) => File.ReadAllText(RootFolder.PathTo(page));

    private static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static string Unindent(Match block)
    {
        var indent = block.Groups["indent"].Value;
        var lines = block.Groups["lines"].Value.Split('\n');
        return string.Join('\n', lines.Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line));
    }

    // What the reader fills in: <app id>, <gemeentecode>.
    private static string Filled(string commands) => Placeholder().Replace(commands, Filler);

    [GeneratedRegex(@"(?ms)^(?<indent> *)```sh\n(?<lines>.*?)^ *```$", RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<!`)`(?<code>[^`\n]+)`(?!`)", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();

    [GeneratedRegex(@"^([A-Z_]+=\S+ )*((az|azd|dotnet|gh) .*? -|infra/[\w-]+\.sh )")]
    private static partial Regex IsCommand();

    [GeneratedRegex(@"^az [a-z -]+$")]
    private static partial Regex Named();

    [GeneratedRegex(@"<[A-Za-z][\w -]*>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\w/.-])(infra|src|docs|tests|\.github)/(?>[\w./-]*\w)(?!\.\$)")]
    private static partial Regex Files();

    [GeneratedRegex(@"(?<=[`\n ])param (\w+) =")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\$\{?([A-Z][A-Z_]+)\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^dotnet .*--project (\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"\$\(output (\w+)\)")]
    private static partial Regex Output();
}
