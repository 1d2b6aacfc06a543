using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub.Local.Processes;

namespace EndToEnd.Processes;

public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = HubLocalProcess.MakeFolder();

    [Fact]
    public async Task Once_sends_the_samples_through_exits_with_zero_and_leaves_no_process()
    {
        using var hub = new HubLocalProcess(_folder.FullName, "--eenmalig");
        var children = await hub.ChildrenAsync(2, TestContext.Current.CancellationToken);

        var code = await hub.WaitForEndAsync(TestContext.Current.CancellationToken);

        Assert.True(code == 0, string.Join('\n', hub.Rules.Concat(hub.Faults)));
        Assert.Contains(hub.Rules, rule => rule.StartsWith("Alle ", StringComparison.Ordinal));
        AssertNothingRuns(children);
    }

    [Fact]
    public async Task It_stays_up_with_a_curl_line_that_works_refuses_a_second_one_and_Ctrl_C_leaves_no_process()
    {
        using var hub = new HubLocalProcess(_folder.FullName);
        await hub.WaitUntilRunsAsync(TestContext.Current.CancellationToken);
        var children = await hub.ChildrenAsync(2, TestContext.Current.CancellationToken);

        // The line is printed in any case; only where curl is can it be pasted.
        var curl = hub.Rules.First(rule => rule.TrimStart().StartsWith("curl ", StringComparison.Ordinal));
        if (await PasteAsync("command -v curl") is { Length: > 0 })
        {
            Assert.StartsWith("HTTP/1.1 202", await PasteAsync(curl), StringComparison.Ordinal);
        }

        using (var second = new HubLocalProcess(_folder.FullName))
        {
            Assert.NotEqual(0, await second.WaitForEndAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith("Er draait al een Hub.Local", Assert.Single(second.Faults), StringComparison.Ordinal);
        }

        hub.Send("INT");
        Assert.Equal(0, await hub.WaitForEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(hub.Faults);
        AssertNothingRuns(children);
    }

    [Fact]
    public async Task Asked_twice_it_stops_at_once_and_its_children_end_too()
    {
        using var hub = new HubLocalProcess(_folder.FullName);
        await hub.WaitUntilRunsAsync(TestContext.Current.CancellationToken);
        var children = await hub.ChildrenAsync(2, TestContext.Current.CancellationToken);
        using (var freeze = Process.Start("kill", ["-STOP", $"{children.Single(kind => kind.Name == "Azurite").Pid}"]))
        {
            await freeze.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        hub.Send("INT");
        await hub.WaitForLineAsync("De hub stopt", TestContext.Current.CancellationToken);
        hub.Send("INT");

        Assert.NotEqual(0, await hub.WaitForEndAsync(TestContext.Current.CancellationToken));
        using (var thaw = Process.Start("kill", ["-CONT", $"{children.Single(kind => kind.Name == "Azurite").Pid}"]))
        {
            await thaw.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (children.Any(Runs))
        {
            await rhythm.WaitForNextTickAsync(Patience.Token);
        }
    }

    [Fact]
    public async Task What_README_says_to_do_after_the_curl_line_shows_the_bericht_at_the_other_side()
    {
        if (await PasteAsync("command -v curl") is { Length: 0 })
        {
            Assert.Skip("Only where curl is can its lines be pasted.");
        }
        using var hub = new HubLocalProcess(_folder.FullName);
        await hub.WaitUntilRunsAsync(TestContext.Current.CancellationToken);
        var curl = hub.Rules.Where(rule => rule.TrimStart().StartsWith("curl ", StringComparison.Ordinal)).ToList();

        Assert.StartsWith("HTTP/1.1 202", await PasteAsync(curl[0]), StringComparison.Ordinal);
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!(await PasteAsync(curl[1])).Contains("\"berichtsoort\":\"JW301\"", StringComparison.Ordinal))
        {
            await rhythm.WaitForNextTickAsync(Patience.Token);
        }

        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "postbus")).FullName;
        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(RootFolder.PathTo("tests", "ServiceBusEmulator.Tests", "js", file), Path.Combine(folder, file));
        }
        await PasteAsync($"cd '{folder}' && npm ci --no-audit --no-fund");
        var readme = await File.ReadAllTextAsync(RootFolder.PathTo("README.md"), TestContext.Current.CancellationToken);
        var code = Regex
            .Match(readme, "```js\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)
            .Groups["code"]
            .Value;
        await File.WriteAllTextAsync(Path.Combine(folder, "postbus.mjs"), code, TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "JW302 <?xml",
            await PasteAsync($"cd '{folder}' && node postbus.mjs '{hub.AddressOf("Service Bus")}' postbus-0503"),
            StringComparison.Ordinal
        );

        hub.Send("TERM");
        Assert.Equal(0, await hub.WaitForEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_a_kill_the_next_start_works_and_ends_what_was_left()
    {
        IReadOnlyList<ChildProcess> leftBehind;
        using (var hub = new HubLocalProcess(_folder.FullName))
        {
            await hub.WaitUntilRunsAsync(TestContext.Current.CancellationToken);
            leftBehind = await hub.ChildrenAsync(2, TestContext.Current.CancellationToken);
            hub.Send("KILL");
            await hub.WaitForEndAsync(TestContext.Current.CancellationToken);
        }

        using var next = new HubLocalProcess(_folder.FullName);
        await next.WaitUntilRunsAsync(TestContext.Current.CancellationToken);
        AssertNothingRuns(leftBehind);
        Assert.DoesNotContain(next.Rules, rule => rule.Contains("NIET ZOALS HET HOORT", StringComparison.Ordinal));
        var children = await next.ChildrenAsync(2, TestContext.Current.CancellationToken);

        next.Send("TERM");
        Assert.Equal(0, await next.WaitForEndAsync(TestContext.Current.CancellationToken));
        AssertNothingRuns(children);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> PasteAsync(string rule)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("sh", ["-c", rule]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private static bool Runs(ChildProcess kind)
    {
        using var process = ProcessList.Find(kind);
        return process is not null;
    }

    private static void AssertNothingRuns(IEnumerable<ChildProcess> children) =>
        Assert.All(
            children,
            kind =>
            {
                using var process = ProcessList.Find(kind);
                Assert.Null(process);
            }
        );
}
