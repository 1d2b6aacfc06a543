using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Description;

/// <summary>
/// docs/connect.md: its lines are run as they stand, in one shell, and give what it shows; its table names every problem.
/// </summary>
public sealed partial class ConnectTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Sender = "90000004";
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);
    private static readonly string Page = File.ReadAllText(RootFolder.PathTo("docs", "connect.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Every_line_runs_and_gives_what_the_page_shows()
    {
        await NodeModules.EnsureAsync();
        using var limit = new CancellationTokenSource(LongestRun);
        var folder = Directory.CreateTempSubdirectory("connect-");
        using var shell = StartShell(folder.FullName);
        try
        {
            var shown = "";
            foreach (
                var (language, text) in Fence().Matches(Page).Select(match => (match.Groups["language"].Value, match.Groups["text"].Value))
            )
            {
                if (language == "sh")
                {
                    shown = await ShellAsync(shell, text, limit.Token);
                }
                else if (language == "js")
                {
                    shown = await NodeModules.RunAsync(text, new() { ["POSTBUS"] = hub.Emulator.ConnectionString });
                }
                else if (language == "json")
                {
                    Assert.Equal(ExampleTests.Shape(Json(text)), ExampleTests.Shape(Json(shown)));
                }
                else
                {
                    Assert.Equal(text.Trim(), shown.Trim());
                }
                // What a hub does by itself, within seconds.
                if (language == "sh")
                {
                    await hub.ProcessAllAsync();
                }
            }
        }
        finally
        {
            if (!shell.HasExited)
            {
                shell.Kill(entireProcessTree: true);
            }
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Its_table_names_every_problem_with_its_status_and_no_other()
    {
        var told = Row().Matches(Page).Select(match => (match.Groups["status"].Value, match.Groups["type"].Value)).Order().ToList();
        var there = ApiDescription
            .Components("examples")
            .Select(example => example.Value.GetProperty("value"))
            .Select(problem => ($"{problem.GetProperty("status")}", problem.GetProperty("type").GetString()!.Split(':')[^1]))
            .Distinct()
            .Order();

        Assert.Equal(there, told);
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private Process StartShell(string folder) =>
        Process.Start(
            new ProcessStartInfo("bash")
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["HUB"] = hub.Http.BaseAddress!.ToString().TrimEnd('/'),
                    ["TOKEN_URL"] = hub.Issuer.Address + "/token",
                    ["CLIENT_ID"] = HubFixture.AppId(Sender),
                    ["CLIENT_SECRET"] = TestTokenIssuer.Secret,
                    ["SCOPE"] = TestTokenIssuer.ClientId + "/.default",
                },
            }
        )!;

    // All blocks share one shell, as they do for who follows the page; a mark tells where the output of one ends.
    private static async Task<string> ShellAsync(Process shell, string text, CancellationToken cancellation)
    {
        const string mark = "-- done --";
        await shell.StandardInput.WriteAsync($"{text}\nprintf '\\n{mark} %s\\n' $?\n".AsMemory(), cancellation);
        await shell.StandardInput.FlushAsync(cancellation);
        var lines = new List<string>();
        while (await shell.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (!line.StartsWith(mark, StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            Assert.True(line == mark + " 0", $"{line}\n{text}\n{string.Join('\n', lines)}");
            return string.Join('\n', lines);
        }

        throw new InvalidOperationException("The shell ended.");
    }

    [GeneratedRegex("^```(?<language>sh|js|json|text)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\| (?<status>\d{3}) \| `(?<type>[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
