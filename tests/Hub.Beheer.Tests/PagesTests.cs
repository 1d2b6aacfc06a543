using System.Text.RegularExpressions;
using Hub.Azure.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>Every command of hub-beheer that a page names is one, with options that it has.</summary>
public sealed partial class PagesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_command_and_option_on_the_pages_exists()
    {
        var pages = Directory
            .EnumerateFiles(RootFolder.PathTo("docs"), "*.md", SearchOption.AllDirectories)
            .Append(RootFolder.PathTo("README.md"));
        var uses = pages.SelectMany(Uses).ToList();
        var help = new Dictionary<string, string>();
        foreach (var command in uses.Select(use => use.Command).Distinct())
        {
            var (code, output, _) = await new Admin(azurite).ExecuteAsync(command, "--help");
            Assert.True(code == 0, command);
            help[command] = string.Join('\n', output);
        }

        Assert.Contains("exporteer", help.Keys);
        foreach (var (page, command, tail) in uses)
        {
            foreach (Match option in Option().Matches(tail))
            {
                Assert.True(help[command].Contains(option.Value, StringComparison.Ordinal), $"{page}: {command} {option.Value}");
            }
        }
    }

    private static IEnumerable<(string Page, string Command, string Tail)> Uses(string page) =>
        Use().Matches(File.ReadAllText(page)).Select(use => (page, use.Groups["command"].Value, use.Groups["rest"].Value));

    [GeneratedRegex(@"(?:hub-beheer|src/Hub\.Beheer --) (?<command>[a-z]+)(?<rest>[^`\n|>]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Use();

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex Option();
}
