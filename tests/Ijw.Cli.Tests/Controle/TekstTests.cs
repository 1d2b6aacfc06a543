using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Controle;

public sealed class TekstTests(Voorbeeldrun run) : IClassFixture<Voorbeeldrun>
{
    [Fact]
    public void Each_sample_has_one_line_with_its_kind_and_verdict_in_order_of_name()
    {
        var koppen = run.Tekst.Regels.Where(regel => regel.StartsWith("./", StringComparison.Ordinal)).Select(regel => regel.Split(':')[0]);
        Assert.Equal(Voorbeelden.Alle.Select(pad => $"./{Path.GetFileName(pad)}"), koppen);
        Assert.Contains($"./{Voorbeelden.Goed}: JW301, goedgekeurd", run.Tekst.Regels);
        Assert.Contains($"./{Voorbeelden.FoutBsn}: JW305, afgekeurd, 1 bevinding", run.Tekst.Regels);
        Assert.Contains($"./{Voorbeelden.FouteWaarden}: JW301, geen bericht, 3 bevindingen", run.Tekst.Regels);
    }

    [Fact]
    public void A_finding_says_where_which_rule_what_is_wrong_and_what_would_be_right()
    {
        var regels = run.Tekst.Regels.SkipWhile(regel => !regel.Contains(Voorbeelden.ZonderTaal, StringComparison.Ordinal)).Skip(1).Take(3).ToList();
        Assert.Equal("  regel 33, kolom 3: /Bericht/Client/Communicatie/Taal", regels[0]);
        Assert.Equal("    CD007 (niveau 2, retourcode 0001)", regels[1]);
        Assert.StartsWith("    De taal van de tolk ontbreekt. ", regels[2], StringComparison.Ordinal);
        Assert.Contains(" Vul de taal in uw systeem, ", regels[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_file_gets_one_clear_line()
    {
        var regels = run.Tekst.Regels.Where(regel => regel.Contains("DOCTYPE", StringComparison.Ordinal));
        Assert.StartsWith(
            $"./{Voorbeelden.MetDoctype}: geen bericht; regel 2, kolom 1: In het bericht staat een DOCTYPE. Die hoort er niet. ", Assert.Single(regels), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_counts_the_verdicts_and_says_where_more_is_to_be_read()
    {
        Assert.Contains($"{Voorbeelden.Alle.Count} berichten: ", run.Tekst.Regels[^2], StringComparison.Ordinal);
        Assert.StartsWith("Meer over een regel: ijw uitleg CD007 ", run.Tekst.Regels[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_shows_only_what_is_not_goedgekeurd()
    {
        var uitkomst = await Programma.Ijw(Voorbeelden.Map, "controleer", "--stil", Voorbeelden.Goed, Voorbeelden.MetDoctype);
        Assert.Equal(1, uitkomst.Code);
        Assert.StartsWith(Voorbeelden.MetDoctype, Assert.Single(uitkomst.Regels), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_control_character_in_a_file_name_does_not_reach_the_terminal()
    {
        using var map = new Werkmap();
        map.Neem(Voorbeelden.Goed, "a\e[31m.xml");
        var uitkomst = await Programma.Ijw(map.Pad, "controleer", ".", "weg\a.xml");
        Assert.Equal("./a?[31m.xml: JW301, goedgekeurd\n", uitkomst.Uit);
        Assert.DoesNotContain('\a', uitkomst.Fout);
    }

    [Fact]
    public async Task More_findings_than_people_read_are_counted()
    {
        using var map = new Werkmap();
        var veel = string.Concat(Enumerable.Repeat("<x/>", 150));
        await File.WriteAllTextAsync(
            map["veel.xml"],
            $"<Bericht xmlns='http://www.istandaarden.nl/ijw/3_2/jw305/schema'>{veel}</Bericht>",
            TestContext.Current.CancellationToken);
        var uitkomst = await Programma.Ijw(map.Pad, "controleer", "veel.xml");
        Assert.Contains("152 bevindingen", uitkomst.Regels[0], StringComparison.Ordinal);
        Assert.Contains("  en nog 52 bevindingen", uitkomst.Regels);
    }
}
