using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.CommandLine;

/// <summary>Output that can't be written is one sentence and 2, whatever was asked.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("controleer --help")]
    [InlineData("controleer a.xml")]
    [InlineData("controleer --json a.xml")]
    [InlineData("controleer --rapport uit a.xml")]
    [InlineData("uitleg CD007")]
    [InlineData("retour a.xml")]
    [InlineData("voorbeeld JW301")]
    [InlineData("voorbeeld JW323")]
    [InlineData("voorbeeld JW301 --map uit")]
    [InlineData("xsd JW301")]
    [InlineData("xsd JW301 --map uit")]
    public async Task Full_closed_or_with_its_reader_gone_is_one_sentence_and_2(string arguments)
    {
        _folder.Take(CliSamples.Good, "a.xml");
        foreach (
            var (to, reason) in new[]
            {
                (">/dev/full", "de schijf is vol"),
                (">&-", "zij is gesloten"),
                (">gone", "het programma dat haar las, is gestopt"),
            }
        )
        {
            // A pipe whose reader is gone before anything is written.
            var script =
                to == ">gone"
                    ? $"mkfifo lees; (sleep 0.05 <lees) & exec 3>lees; wait; ijw {arguments} >&3; code=$?; rm lees; exit $code"
                    : $"ijw {arguments} {to}";
            var outcome = await IjwProgram.Shell(_folder.Path, script);
            Assert.Equal((2, $"De uitvoer kan niet worden geschreven: {reason}.\n"), (outcome.Code, outcome.Fault));
        }
    }

    [Theory]
    [InlineData("2>/dev/full")]
    [InlineData("2>&-")]
    public async Task Faults_that_can_not_be_written_change_neither_the_output_nor_the_code(string to)
    {
        _folder.Take(CliSamples.Good, "a.xml");
        var outcome = await IjwProgram.Shell(_folder.Path, $"ijw controleer weg.xml a.xml {to}");
        Assert.Equal((2, "a.xml: JW301, goedgekeurd\n", ""), (outcome.Code, outcome.Out, outcome.Fault));
        Assert.Equal(2, (await IjwProgram.Shell(_folder.Path, $"ijw onbekend {to}")).Code);
        Assert.Equal(2, (await IjwProgram.Shell(_folder.Path, $"ijw --help >/dev/full {to}")).Code);
    }

    [Fact]
    public async Task Input_that_is_closed_can_not_be_read_and_does_not_hang()
    {
        var outcome = await IjwProgram.Shell(_folder.Path, "ijw controleer - <&-");
        Assert.Equal((2, "-: niet gelezen: de invoer is gesloten.\n"), (outcome.Code, outcome.Fault));
        Assert.Equal(
            "-: er is geen antwoord gemaakt: de invoer is gesloten.\n",
            (await IjwProgram.Shell(_folder.Path, "ijw retour - <&-")).Fault
        );
    }

    [Fact]
    public async Task Output_to_a_file_goes_on_where_another_ended()
    {
        _folder.Take(CliSamples.Good, "a.xml");
        var outcome = await IjwProgram.Shell(_folder.Path, "(echo voor; ijw controleer a.xml; echo na) >uit.txt; cat uit.txt");
        Assert.Equal("voor\na.xml: JW301, goedgekeurd\nna\n", outcome.Out);
    }
}
