using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.Checking;

public sealed class TextTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void Each_sample_has_one_line_with_its_kind_and_verdict_in_order_of_name()
    {
        var headers = run.Text.Rules.Where(rule => rule.StartsWith("./", StringComparison.Ordinal)).Select(rule => rule.Split(':')[0]);
        Assert.Equal(CliSamples.All.Select(path => $"./{Path.GetFileName(path)}"), headers);
        Assert.Contains($"./{CliSamples.Good}: JW301, goedgekeurd", run.Text.Rules);
        Assert.Contains($"./{CliSamples.FaultBsn}: JW305, afgekeurd, 1 bevinding", run.Text.Rules);
        Assert.Contains($"./{CliSamples.WrongValues}: JW301, geen bericht, 3 bevindingen", run.Text.Rules);
    }

    [Fact]
    public void A_finding_says_where_which_rule_what_is_wrong_and_what_would_be_right()
    {
        var rules = run
            .Text.Rules.SkipWhile(rule => !rule.Contains(CliSamples.WithoutLanguage, StringComparison.Ordinal))
            .Skip(1)
            .Take(3)
            .ToList();
        Assert.Equal("  regel 33, kolom 3: /Bericht/Client/Communicatie/Taal", rules[0]);
        Assert.Equal("    CD007 (niveau 2, retourcode 0001)", rules[1]);
        Assert.StartsWith("    De taal van de tolk ontbreekt. ", rules[2], StringComparison.Ordinal);
        Assert.Contains(" Vul de taal in uw systeem, ", rules[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_file_gets_one_clear_line()
    {
        var rules = run.Text.Rules.Where(rule => rule.Contains("DOCTYPE", StringComparison.Ordinal));
        Assert.StartsWith(
            $"./{CliSamples.WithDoctype}: geen bericht; regel 2, kolom 1: In het bericht staat een DOCTYPE. Die hoort er niet. ",
            Assert.Single(rules),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_end_counts_the_verdicts_and_says_where_more_is_to_be_read()
    {
        Assert.Contains($"{CliSamples.All.Count} berichten: ", run.Text.Rules[^2], StringComparison.Ordinal);
        Assert.StartsWith("Meer over een regel: ijw uitleg CD007 ", run.Text.Rules[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_shows_only_what_is_not_goedgekeurd()
    {
        var outcome = await IjwProgram.Ijw(CliSamples.Folder, "controleer", "--stil", CliSamples.Good, CliSamples.WithDoctype);
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith(CliSamples.WithDoctype, Assert.Single(outcome.Rules), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_control_character_in_a_file_name_does_not_reach_the_terminal()
    {
        using var folder = new WorkFolder();
        folder.Take(CliSamples.Good, "a\e[31m.xml");
        var outcome = await IjwProgram.Ijw(folder.Path, "controleer", ".", "weg\a.xml");
        Assert.Equal("./a?[31m.xml: JW301, goedgekeurd\n", outcome.Out);
        Assert.DoesNotContain('\a', outcome.Fault);
    }

    [Fact]
    public async Task More_findings_than_people_read_are_counted()
    {
        using var folder = new WorkFolder();
        var many = string.Concat(Enumerable.Repeat("<x/>", 150));
        await File.WriteAllTextAsync(
            folder["veel.xml"],
            $"<Bericht xmlns='http://www.istandaarden.nl/ijw/3_2/jw305/schema'>{many}</Bericht>",
            TestContext.Current.CancellationToken
        );
        var outcome = await IjwProgram.Ijw(folder.Path, "controleer", "veel.xml");
        Assert.Contains("152 bevindingen", outcome.Rules[0], StringComparison.Ordinal);
        Assert.Contains("  en nog 52 bevindingen", outcome.Rules);
    }
}
