using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Opdrachtregel;

public sealed class OpdrachtregelTests
{
    private static readonly string[] Engels = ["Usage", "Options", "Commands", "Arguments", "Show ", "version information", "required"];

    private static Task<Uitkomst> Ijw(params string[] argumenten) => Programma.Ijw(Voorbeelden.Map, argumenten);

    [Theory]
    [InlineData("")]
    [InlineData("controleer")]
    [InlineData("uitleg")]
    [InlineData("retour")]
    [InlineData("voorbeeld")]
    [InlineData("xsd")]
    public async Task Help_is_in_dutch(string opdracht)
    {
        var uitkomst = await Ijw([.. new[] { opdracht, "--help" }.Where(woord => woord.Length > 0)]);
        Assert.Equal(0, uitkomst.Code);
        Assert.Contains("Gebruik:", uitkomst.Regels);
        Assert.Contains("Opties:", uitkomst.Regels);
        Assert.DoesNotContain(Engels, woord => uitkomst.Uit.Contains(woord, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Geef een opdracht.\nZie: ijw --help\n")]
    [InlineData("Onbekende opdracht 'controler'. Bedoelt u controleer?\nZie: ijw --help\n", "controler")]
    [InlineData("Geef <bron>.\nZie: ijw controleer --help\n", "controleer")]
    [InlineData("Onbekende optie '--jsno'. Bedoelt u --json?\nZie: ijw controleer --help\n", "controleer", "--jsno", "a.xml")]
    [InlineData("Optie --rapport heeft een waarde nodig.\nZie: ijw controleer --help\n", "controleer", "a.xml", "--rapport")]
    [InlineData("Optie --rapport mag maar één keer.\nZie: ijw controleer --help\n", "controleer", "a.xml", "--rapport", "a", "--rapport", "b")]
    [InlineData("Optie --rapport is leeg.\nZie: ijw controleer --help\n", "controleer", "a.xml", "--rapport", "")]
    [InlineData("Onbekende optie '--nar'. Bedoelt u --naar?\nZie: ijw retour --help\n", "retour", "--nar", "a.xml", "b.xml")]
    [InlineData("Geef <code>.\nZie: ijw uitleg --help\n", "uitleg")]
    public async Task A_command_line_that_is_not_understood_is_explained_in_dutch_and_ends_with_2(string fout, params string[] argumenten)
    {
        var uitkomst = await Ijw(argumenten);
        Assert.Equal(2, uitkomst.Code);
        Assert.Empty(uitkomst.Uit);
        Assert.Equal(fout, uitkomst.Fout);
    }

    [Fact]
    public async Task A_file_whose_name_begins_with_a_dash_is_hinted_at_and_read_after_two_dashes()
    {
        using var map = new Werkmap();
        foreach (var naam in new[] { "-a.xml", "--json", "-h", "a.xml" }) map.Neem(Voorbeelden.Goed, naam);

        var zonder = await Programma.Ijw(map.Pad, "controleer", "-a.xml", "a.xml");
        Assert.Equal(2, zonder.Code);
        Assert.Empty(zonder.Uit);
        Assert.Equal("Onbekende optie '-a.xml'. Bedoelt u het bestand, schrijf dan ./-a.xml, of zet -- voor de namen.\nZie: ijw controleer --help\n", zonder.Fout);

        var met = await Programma.Ijw(map.Pad, "controleer", "--", "-a.xml", "--json", "-h", "a.xml");
        Assert.Equal(0, met.Code);
        Assert.Equal(["-a.xml: JW301, goedgekeurd", "--json: JW301, goedgekeurd", "-h: JW301, goedgekeurd", "a.xml: JW301, goedgekeurd"], met.Regels.Take(4));
        Assert.Equal(0, (await Programma.Ijw(map.Pad, "retour", "--", "-a.xml")).Code);
        Assert.StartsWith("'-9321' is onbekend in iJw 3.2. Bedoelt u 9321", (await Ijw("uitleg", "--", "-9321")).Fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var uitkomst = await Ijw("--version");
        Assert.Equal(0, uitkomst.Code);
        Assert.Matches(@"^ijw \d+\.\d+\.\d+ \(iJw 3\.2\)\n$", uitkomst.Uit);
    }
}
