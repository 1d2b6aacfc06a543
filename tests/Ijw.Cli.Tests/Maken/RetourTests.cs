using Ijw.Cli.Tests.Gedeeld;
using Ijw.Retour;

namespace Ijw.Cli.Tests.Maken;

public sealed class RetourTests : IDisposable
{
    private static readonly string[] Vast = ["--identificatie", "RET1", "--dagtekening", "2026-03-02"];

    private readonly Werkmap _map = new();

    public void Dispose() => _map.Dispose();

    private static Task<Uitkomst> Retour(params string[] argumenten) => Programma.Ijw(Voorbeelden.Map, ["retour", .. argumenten]);

    [Theory]
    [InlineData(Voorbeelden.Goed)]
    [InlineData(Voorbeelden.FoutBsn)]
    [InlineData("04-declaratie.xml")]
    [InlineData("45-declaratie-te-vroeg.xml")]
    public async Task The_answer_is_that_of_the_library_for_what_was_found(string voorbeeld)
    {
        await using var bestand = File.OpenRead(Voorbeelden.Pad(voorbeeld));
        var controle = new BerichtControle();
        controle.Feed(await File.ReadAllBytesAsync(Voorbeelden.Pad(voorbeeld), TestContext.Current.CancellationToken));
        var verwacht = await Retourbouwer.MaakAsync(bestand, controle.Complete().Bevindingen, "RET1", new DateOnly(2026, 3, 2), TestContext.Current.CancellationToken);

        var naarBestand = await Retour([.. Vast, voorbeeld, "--naar", _map["retour.xml"]]);
        Assert.Equal(0, naarBestand.Code);
        Assert.Empty(naarBestand.Uit + naarBestand.Fout);
        Assert.Equal(verwacht, await File.ReadAllBytesAsync(_map["retour.xml"], TestContext.Current.CancellationToken));
        Assert.Equal(0, (await Programma.Ijw(_map.Pad, "controleer", "retour.xml")).Code);
    }

    [Fact]
    public async Task Standard_input_and_output_work_as_files_do()
    {
        var bericht = await File.ReadAllBytesAsync(Voorbeelden.Pad(Voorbeelden.FoutBsn), TestContext.Current.CancellationToken);
        var uitInvoer = await Programma.IjwMet(bericht, Voorbeelden.Map, ["retour", .. Vast, "-"]);
        var uitBestand = await Retour([.. Vast, Voorbeelden.FoutBsn]);
        Assert.Equal(0, uitInvoer.Code);
        Assert.Contains(":RetourCode>0001<", uitInvoer.Uit, StringComparison.Ordinal);
        Assert.Equal(uitBestand.Uit, uitInvoer.Uit);
    }

    [Fact]
    public async Task Without_options_the_answer_is_of_today_and_has_an_identity()
    {
        var uitkomst = await Retour(Voorbeelden.Goed);
        Assert.Equal(0, uitkomst.Code);
        Assert.Matches(":IdentificatieRetour>[0-9]{12}<", uitkomst.Uit);
        Assert.Equal(0, (await Programma.IjwMet(System.Text.Encoding.UTF8.GetBytes(uitkomst.Uit), _map.Pad, "controleer", "-")).Code);
    }

    [Theory]
    [InlineData("33-doctype.xml: dit is geen bericht, en daarop bestaat geen antwoord. Zie: ijw controleer\n", Voorbeelden.MetDoctype)]
    [InlineData("weg.xml: er is geen antwoord gemaakt: het bestaat niet (meer).\n", "weg.xml")]
    [InlineData(
        "01-toewijzing-specifiek.xml: de dagtekening van het antwoord ligt vóór die van het bericht. Kies een andere met --dagtekening.\n",
        Voorbeelden.Goed,
        "--dagtekening",
        "2020-01-01")]
    [InlineData("Optie --dagtekening is een datum als jjjj-mm-dd.\nZie: ijw retour --help\n", Voorbeelden.Goed, "--dagtekening", "1-1-2026")]
    [InlineData(
        "Optie --identificatie heeft 1 tot en met 12 letters en cijfers.\nZie: ijw retour --help\n",
        Voorbeelden.Goed,
        "--identificatie",
        "1234567890123")]
    public async Task What_can_not_be_answered_is_said_and_ends_with_2(string fout, params string[] argumenten)
    {
        var uitkomst = await Retour(argumenten);
        Assert.Equal(2, uitkomst.Code);
        Assert.Empty(uitkomst.Uit);
        Assert.Equal(fout, uitkomst.Fout);
    }

    [Theory]
    [InlineData("weg/retour.xml: het antwoord is niet geschreven: het bestaat niet (meer).\n", "weg/retour.xml")]
    [InlineData("map: het antwoord is niet geschreven: dit is een map.\n", "map")]
    [InlineData("/dev/full: het antwoord is niet geschreven: de schijf is vol.\n", "/dev/full")]
    [InlineData("heen.xml: dit is het bericht zelf; geef bij --naar een ander bestand.\n", "heen.xml")]
    public async Task What_can_not_be_written_is_blamed_and_not_the_bericht(string fout, string naar)
    {
        _map.Neem(Voorbeelden.Goed, "heen.xml");
        Directory.CreateDirectory(_map["map"]);
        var uitkomst = await Programma.Ijw(_map.Pad, ["retour", .. Vast, "heen.xml", "--naar", naar]);
        Assert.Equal(2, uitkomst.Code);
        Assert.Equal(fout, uitkomst.Fout);
        Assert.Equal(await File.ReadAllBytesAsync(Voorbeelden.Pad(Voorbeelden.Goed), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(_map["heen.xml"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_is_no_bericht_to_answer()
    {
        var uitkomst = await Retour(_map.Pad);
        Assert.Equal(2, uitkomst.Code);
        Assert.Equal($"{_map.Pad}: er is geen antwoord gemaakt: dit is een map.\n", uitkomst.Fout);
    }

    [Fact]
    public async Task An_answer_has_no_answer()
    {
        await Retour([.. Vast, Voorbeelden.Goed, "--naar", _map["retour.xml"]]);
        var uitkomst = await Retour(_map["retour.xml"]);
        Assert.Equal(2, uitkomst.Code);
        Assert.EndsWith("op een JW302 bestaat geen antwoord.\n", uitkomst.Fout, StringComparison.Ordinal);
    }
}
