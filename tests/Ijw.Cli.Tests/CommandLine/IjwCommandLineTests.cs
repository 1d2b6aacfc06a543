using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.CommandLine;

public sealed class IjwCommandLineTests
{
    private static readonly string[] Engels = ["Usage", "Options", "Commands", "Arguments", "Show ", "version information", "required"];

    private static Task<ProgramOutcome> Ijw(params string[] arguments) => IjwProgram.Ijw(CliSamples.Folder, arguments);

    [Theory]
    [InlineData("")]
    [InlineData("controleer")]
    [InlineData("uitleg")]
    [InlineData("retour")]
    [InlineData("voorbeeld")]
    [InlineData("xsd")]
    public async Task Help_is_in_dutch(string command)
    {
        var outcome = await Ijw([.. new[] { command, "--help" }.Where(word => word.Length > 0)]);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Gebruik:", outcome.Rules);
        Assert.Contains("Opties:", outcome.Rules);
        Assert.DoesNotContain(Engels, word => outcome.Out.Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Geef een opdracht.\nZie: ijw --help\n")]
    [InlineData("Onbekende opdracht 'controler'. Bedoelt u controleer?\nZie: ijw --help\n", "controler")]
    [InlineData("Geef <bron>.\nZie: ijw controleer --help\n", "controleer")]
    [InlineData("Onbekende optie '--jsno'. Bedoelt u --json?\nZie: ijw controleer --help\n", "controleer", "--jsno", "a.xml")]
    [InlineData("Optie --rapport heeft een waarde nodig.\nZie: ijw controleer --help\n", "controleer", "a.xml", "--rapport")]
    [InlineData(
        "Optie --rapport mag maar één keer.\nZie: ijw controleer --help\n",
        "controleer",
        "a.xml",
        "--rapport",
        "a",
        "--rapport",
        "b"
    )]
    [InlineData("Optie --rapport is leeg.\nZie: ijw controleer --help\n", "controleer", "a.xml", "--rapport", "")]
    [InlineData("Onbekende optie '--nar'. Bedoelt u --naar?\nZie: ijw retour --help\n", "retour", "--nar", "a.xml", "b.xml")]
    [InlineData("Geef <code>.\nZie: ijw uitleg --help\n", "uitleg")]
    public async Task A_command_line_that_is_not_understood_is_explained_in_dutch_and_ends_with_2(string fault, params string[] arguments)
    {
        var outcome = await Ijw(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.Equal(fault, outcome.Fault);
    }

    [Fact]
    public async Task A_file_whose_name_begins_with_a_dash_is_hinted_at_and_read_after_two_dashes()
    {
        using var folder = new WorkFolder();
        foreach (var name in new[] { "-a.xml", "--json", "-h", "a.xml" })
        {
            folder.Take(CliSamples.Good, name);
        }

        var without = await IjwProgram.Ijw(folder.Path, "controleer", "-a.xml", "a.xml");
        Assert.Equal(2, without.Code);
        Assert.Empty(without.Out);
        Assert.Equal(
            "Onbekende optie '-a.xml'. Bedoelt u het bestand, schrijf dan ./-a.xml, of zet -- voor de namen.\nZie: ijw controleer --help\n",
            without.Fault
        );

        var with = await IjwProgram.Ijw(folder.Path, "controleer", "--", "-a.xml", "--json", "-h", "a.xml");
        Assert.Equal(0, with.Code);
        Assert.Equal(
            ["-a.xml: JW301, goedgekeurd", "--json: JW301, goedgekeurd", "-h: JW301, goedgekeurd", "a.xml: JW301, goedgekeurd"],
            with.Rules.Take(4)
        );
        Assert.Equal(0, (await IjwProgram.Ijw(folder.Path, "retour", "--", "-a.xml")).Code);
        Assert.StartsWith(
            "'-9321' is onbekend in iJw 3.2. Bedoelt u 9321",
            (await Ijw("uitleg", "--", "-9321")).Fault,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var outcome = await Ijw("--version");
        Assert.Equal(0, outcome.Code);
        Assert.Matches(@"^ijw \d+\.\d+\.\d+ \(iJw 3\.2\)\n$", outcome.Out);
    }
}
