using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub.Local.Processen;

namespace EndToEnd.Proces;

public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo _map = HubLocalProces.MaakMap();

    [Fact]
    public async Task Eenmalig_sends_the_samples_through_exits_with_zero_and_leaves_no_process()
    {
        using var hub = new HubLocalProces(_map.FullName, "--eenmalig");
        var kinderen = await hub.KinderenAsync(2, TestContext.Current.CancellationToken);

        var code = await hub.WachtOpEindeAsync(TestContext.Current.CancellationToken);

        Assert.True(code == 0, string.Join('\n', hub.Regels.Concat(hub.Fouten)));
        Assert.Contains(hub.Regels, regel => regel.StartsWith("Alle ", StringComparison.Ordinal));
        AssertNietsDraait(kinderen);
    }

    [Fact]
    public async Task It_stays_up_with_a_curl_line_that_works_refuses_a_second_one_and_Ctrl_C_leaves_no_process()
    {
        using var hub = new HubLocalProces(_map.FullName);
        await hub.WachtTotDraaitAsync(TestContext.Current.CancellationToken);
        var kinderen = await hub.KinderenAsync(2, TestContext.Current.CancellationToken);

        // The line is printed in any case; only where curl is can it be pasted.
        var curl = hub.Regels.First(regel => regel.TrimStart().StartsWith("curl ", StringComparison.Ordinal));
        if (await PlakAsync("command -v curl") is { Length: > 0 }) Assert.StartsWith("HTTP/1.1 202", await PlakAsync(curl), StringComparison.Ordinal);

        using (var tweede = new HubLocalProces(_map.FullName))
        {
            Assert.NotEqual(0, await tweede.WachtOpEindeAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith("Er draait al een Hub.Local", Assert.Single(tweede.Fouten), StringComparison.Ordinal);
        }

        hub.Stuur("INT");
        Assert.Equal(0, await hub.WachtOpEindeAsync(TestContext.Current.CancellationToken));
        Assert.Empty(hub.Fouten);
        AssertNietsDraait(kinderen);
    }

    [Fact]
    public async Task Asked_twice_it_stops_at_once_and_its_children_end_too()
    {
        using var hub = new HubLocalProces(_map.FullName);
        await hub.WachtTotDraaitAsync(TestContext.Current.CancellationToken);
        var kinderen = await hub.KinderenAsync(2, TestContext.Current.CancellationToken);
        using (var freeze = Process.Start("kill", ["-STOP", $"{kinderen.Single(kind => kind.Naam == "Azurite").Pid}"]))
            await freeze.WaitForExitAsync(TestContext.Current.CancellationToken);

        hub.Stuur("INT");
        await hub.WaitForLineAsync("De hub stopt", TestContext.Current.CancellationToken);
        hub.Stuur("INT");

        Assert.NotEqual(0, await hub.WachtOpEindeAsync(TestContext.Current.CancellationToken));
        using (var thaw = Process.Start("kill", ["-CONT", $"{kinderen.Single(kind => kind.Naam == "Azurite").Pid}"]))
            await thaw.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (kinderen.Any(Draait)) await rhythm.WaitForNextTickAsync(Patience.Token);
    }

    [Fact]
    public async Task What_README_says_to_do_after_the_curl_line_shows_the_bericht_at_the_other_side()
    {
        if (await PlakAsync("command -v curl") is { Length: 0 }) Assert.Skip("Only where curl is can its lines be pasted.");
        using var hub = new HubLocalProces(_map.FullName);
        await hub.WachtTotDraaitAsync(TestContext.Current.CancellationToken);
        var curl = hub.Regels.Where(regel => regel.TrimStart().StartsWith("curl ", StringComparison.Ordinal)).ToList();

        Assert.StartsWith("HTTP/1.1 202", await PlakAsync(curl[0]), StringComparison.Ordinal);
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!(await PlakAsync(curl[1])).Contains("\"berichtsoort\":\"JW301\"", StringComparison.Ordinal)) await rhythm.WaitForNextTickAsync(Patience.Token);

        var folder = Directory.CreateDirectory(Path.Combine(_map.FullName, "postbus")).FullName;
        foreach (var file in (string[])["package.json", "package-lock.json"])
            File.Copy(Hoofdmap.Pad("tests", "ServiceBusEmulator.Tests", "js", file), Path.Combine(folder, file));
        await PlakAsync($"cd '{folder}' && npm ci --no-audit --no-fund");
        var readme = await File.ReadAllTextAsync(Hoofdmap.Pad("README.md"), TestContext.Current.CancellationToken);
        var code = Regex.Match(readme, "```js\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["code"].Value;
        await File.WriteAllTextAsync(Path.Combine(folder, "postbus.mjs"), code, TestContext.Current.CancellationToken);
        Assert.StartsWith("JW302 <?xml", await PlakAsync($"cd '{folder}' && node postbus.mjs '{hub.AddressOf("Service Bus")}' postbus-0503"), StringComparison.Ordinal);

        hub.Stuur("TERM");
        Assert.Equal(0, await hub.WachtOpEindeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_a_kill_the_next_start_works_and_ends_what_was_left()
    {
        IReadOnlyList<Kindproces> achtergelaten;
        using (var hub = new HubLocalProces(_map.FullName))
        {
            await hub.WachtTotDraaitAsync(TestContext.Current.CancellationToken);
            achtergelaten = await hub.KinderenAsync(2, TestContext.Current.CancellationToken);
            hub.Stuur("KILL");
            await hub.WachtOpEindeAsync(TestContext.Current.CancellationToken);
        }

        using var volgende = new HubLocalProces(_map.FullName);
        await volgende.WachtTotDraaitAsync(TestContext.Current.CancellationToken);
        AssertNietsDraait(achtergelaten);
        Assert.DoesNotContain(volgende.Regels, regel => regel.Contains("NIET ZOALS HET HOORT", StringComparison.Ordinal));
        var kinderen = await volgende.KinderenAsync(2, TestContext.Current.CancellationToken);

        volgende.Stuur("TERM");
        Assert.Equal(0, await volgende.WachtOpEindeAsync(TestContext.Current.CancellationToken));
        AssertNietsDraait(kinderen);
    }

    public void Dispose() => _map.Delete(recursive: true);

    private static async Task<string> PlakAsync(string regel)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", regel]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var uitvoer = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return uitvoer;
    }

    private static bool Draait(Kindproces kind)
    {
        using var proces = Procesregister.Vind(kind);
        return proces is not null;
    }

    private static void AssertNietsDraait(IEnumerable<Kindproces> kinderen) => Assert.All(kinderen, kind =>
    {
        using var proces = Procesregister.Vind(kind);
        Assert.Null(proces);
    });
}
