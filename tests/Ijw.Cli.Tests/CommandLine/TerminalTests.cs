using Ijw.Cli.Checking;
using Ijw.Cli.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Ijw.Cli.Tests.CommandLine;

public sealed class TerminalTests
{
    private const string Command = $"controleer {CliSamples.Good}";

    [Fact]
    public async Task Colours_are_for_a_terminal_only_and_can_be_refused()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no script(1) here to make a terminal with.");
        Assert.Contains(
            "\e[32mgoedgekeurd\e[0m",
            (await IjwProgram.IjwOnTerminal(CliSamples.Folder, "-u NO_COLOR", Command)).Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "\e[3",
            (await IjwProgram.IjwOnTerminal(CliSamples.Folder, "NO_COLOR=1", Command)).Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\e', (await IjwProgram.Ijw(CliSamples.Folder, "controleer", CliSamples.Good)).Out);
    }

    [Fact]
    public void A_progress_bar_comes_only_with_long_work()
    {
        using var fault = new StringWriter();
        var termijn = new FakeTimeProvider();
        var progress = new Progress(fault, isOn: true, total: 4, termijn);
        progress.Step();
        Assert.Empty(fault.ToString());

        termijn.Advance(TimeSpan.FromSeconds(1));
        progress.Step();
        Assert.EndsWith("[###############...............] 2 van 4", fault.ToString(), StringComparison.Ordinal);

        progress.Erase();
        Assert.EndsWith("\r\e[2K", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_progress_bar_comes_only_where_somebody_looks()
    {
        using var fault = new StringWriter();
        var termijn = new FakeTimeProvider();
        var progress = new Progress(fault, isOn: false, total: 1, termijn);
        termijn.Advance(TimeSpan.FromSeconds(1));
        progress.Step();
        progress.Erase();
        Assert.Empty(fault.ToString());
    }
}
