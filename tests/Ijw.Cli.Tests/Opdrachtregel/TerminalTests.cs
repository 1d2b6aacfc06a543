using Ijw.Cli.Controle;
using Ijw.Cli.Tests.Gedeeld;
using Microsoft.Extensions.Time.Testing;

namespace Ijw.Cli.Tests.Opdrachtregel;

public sealed class TerminalTests
{
    private const string Opdracht = $"controleer {Voorbeelden.Goed}";

    [Fact]
    public async Task Colours_are_for_a_terminal_only_and_can_be_refused()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no script(1) here to make a terminal with.");
        Assert.Contains("\e[32mgoedgekeurd\e[0m", (await Programma.IjwOpTerminal(Voorbeelden.Map, "-u NO_COLOR", Opdracht)).Uit, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[3", (await Programma.IjwOpTerminal(Voorbeelden.Map, "NO_COLOR=1", Opdracht)).Uit, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', (await Programma.Ijw(Voorbeelden.Map, "controleer", Voorbeelden.Goed)).Uit);
    }

    [Fact]
    public void A_progress_bar_comes_only_with_long_work()
    {
        using var fout = new StringWriter();
        var klok = new FakeTimeProvider();
        var voortgang = new Voortgang(fout, aan: true, totaal: 4, klok);
        voortgang.Stap();
        Assert.Empty(fout.ToString());

        klok.Advance(TimeSpan.FromSeconds(1));
        voortgang.Stap();
        Assert.EndsWith("[###############...............] 2 van 4", fout.ToString(), StringComparison.Ordinal);

        voortgang.Wis();
        Assert.EndsWith("\r\e[2K", fout.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_progress_bar_comes_only_where_somebody_looks()
    {
        using var fout = new StringWriter();
        var klok = new FakeTimeProvider();
        var voortgang = new Voortgang(fout, aan: false, totaal: 1, klok);
        klok.Advance(TimeSpan.FromSeconds(1));
        voortgang.Stap();
        voortgang.Wis();
        Assert.Empty(fout.ToString());
    }
}
