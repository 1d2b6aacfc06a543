using System.Text;
using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.CommandLine;

public sealed class DocumentationTests
{
    private const string Update = "IJW_WRITE_DOCS";
    private const string Begin = "```console";
    private const string End = "```";
    private const string Command = "$ ";

    [Fact]
    public async Task Every_example_on_the_page_gives_what_the_page_shows()
    {
        var path = RootFolder.PathTo("docs", "ijw.md");
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        using var folder = new WorkFolder();
        foreach (var sample in CliSamples.All)
        {
            folder.Take(Path.GetFileName(sample), Path.GetFileName(sample));
        }
        var executed = await Execute(page.ReplaceLineEndings("\n"), folder.Path);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(path, executed, TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(executed, page, ignoreLineEndingDifferences: true);
        }
    }

    /// <summary>The page with the output of each example as it is now; <c>IJW_WRITE_DOCS=1</c> keeps it.</summary>
    private static async Task<string> Execute(string page, string folder)
    {
        var output = new StringBuilder();
        var inSample = false;
        foreach (var rule in page.TrimEnd('\n').Split('\n'))
        {
            var isCommand = rule.StartsWith(Command, StringComparison.Ordinal);
            if (!inSample || isCommand || rule == End)
            {
                output.Append(rule).Append('\n');
            }
            if (inSample && isCommand)
            {
                output.Append(await Output(rule[Command.Length..], folder));
            }
            inSample = rule == Begin || (inSample && rule != End);
        }

        return output.ToString();
    }

    private static async Task<string> Output(string command, string folder)
    {
        var script = $"exec 2>&1\nijw() {{ dotnet '{IjwProgram.Path}' \"$@\"; }}\n{command}";
        var outcome = await IjwProgram.Run("sh", folder, null, ["-c", script]);
        var text = outcome.Out.ReplaceLineEndings("\n").TrimEnd('\n');
        return text.Length == 0 ? "" : text + "\n";
    }
}
