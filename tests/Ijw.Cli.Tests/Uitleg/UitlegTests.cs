using Ijw.Catalogue;
using Ijw.Cli.Tests.Gedeeld;
using Ijw.Model.Datatypes;

namespace Ijw.Cli.Tests.Uitleg;

public sealed class UitlegTests
{
    private static Task<Uitkomst> Uitleg(params string[] codes) => Programma.Ijw(AppContext.BaseDirectory, ["uitleg", .. codes]);

    private static IEnumerable<Datatype> Datatypen(Element element) =>
        element.Kinderen.SelectMany(Datatypen).Concat(element.Datatype is { } datatype ? [datatype] : []);

    [Fact]
    public async Task Every_rule_of_the_standard_is_explained()
    {
        var uitkomst = await Uitleg([.. Regelcatalogus.Alle.Select(regel => regel.Code)]);
        Assert.Equal(0, uitkomst.Code);
        Assert.Empty(uitkomst.Fout);
        Assert.Equal(303, Regelcatalogus.Alle.Count);
        var plat = string.Join(' ', uitkomst.Uit.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var regel in Regelcatalogus.Alle)
        {
            Assert.Contains($"{regel.Code}  {regel.Titel}", uitkomst.Regels);
            foreach (var text in regel.Texts) Assert.Contains(text.General.Text, plat, StringComparison.Ordinal);
            if (regel.Voorbeeld is { } voorbeeld) Assert.Contains(voorbeeld, plat, StringComparison.Ordinal);
            if (regel.NietGecontroleerd is { } reden) Assert.Contains($"Nee: {reden}.", plat, StringComparison.Ordinal);
        }

        foreach (var kop in new[] { "Wat er mis is", "Wie handelt", "Niveau", "Gecontroleerd", "Berichten", "Retourcode" })
            Assert.Equal(303, uitkomst.Regels.Count(regel => regel == kop));
        var metPagina = Regelcatalogus.Alle.Count(regel => regel is { Niveau: not 1, IsGecontroleerd: true });
        Assert.Equal(metPagina, uitkomst.Regels.Count(regel => regel == "Goed"));
        Assert.Equal(metPagina - Regelcatalogus.Alle.Count(regel => regel.Advies is not null), uitkomst.Regels.Count(regel => regel == "Fout"));
    }

    [Fact]
    public async Task A_level_2_rule_has_cases_in_words_and_who_must_act()
    {
        var uitkomst = await Uitleg("cd007");
        Assert.Contains("  - Een tolk met de taal erbij", uitkomst.Regels);
        Assert.Contains("  - Een doventolk met een taal", uitkomst.Regels);
        Assert.Contains("  De verzender van het bericht.", uitkomst.Regels);
        Assert.Contains("  JW301 Client.Communicatie.Taal", uitkomst.Regels);
        Assert.Contains(uitkomst.Regels, regel => regel.StartsWith("  0001: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_over_berichten_has_scenarios_in_words_and_says_up_to_where_it_is_checked()
    {
        var uitkomst = await Uitleg("TR322", "TR318");
        Assert.Contains("  - De tweede gaat over de grens, de derde past nog", uitkomst.Regels);
        Assert.Contains("  JW323 Prestatie.GeleverdVolume", uitkomst.Regels);
        Assert.Contains("  Ja, op niveau 3. Met een voorbehoud: overgeslagen maanden zijn een advies.", uitkomst.Regels);
        Assert.Contains("  - Een maand overgeslagen", uitkomst.Regels);
    }

    [Fact]
    public async Task A_rule_that_only_advises_says_why()
    {
        var uitkomst = await Uitleg("IV091");
        Assert.Contains(uitkomst.Regels, regel => regel.StartsWith("  Alleen als advies: ", StringComparison.Ordinal));
        Assert.Contains("  - Een creditregel over minder uren", uitkomst.Regels);
    }

    [Fact]
    public async Task A_retourcode_names_its_rules()
    {
        var uitkomst = await Uitleg("9321");
        Assert.Equal(0, uitkomst.Code);
        Assert.Contains("  - TR321: Volume past in de periode", uitkomst.Regels);
        Assert.Contains("  3: vergelijken met eerdere berichten.", uitkomst.Regels);
    }

    [Fact]
    public async Task Every_retourcode_code_list_datatype_and_berichtsoort_is_explained()
    {
        var datatypen = Standaard.Berichtsoorten.SelectMany(soort => soort.Inhoud).SelectMany(Datatypen).ToList();
        var codelijsten = datatypen.Select(datatype => datatype.Codelijst).OfType<Codelijst>().Distinct().ToList();
        var retourcodes = codelijsten.Single(lijst => lijst.Naam == "WJ001").Codes.Select(code => code.Waarde);
        string[] codes =
        [
            .. retourcodes, .. codelijsten.Select(lijst => lijst.Naam), .. datatypen.Select(datatype => datatype.Naam).Distinct(),
            .. Standaard.Berichtsoorten.Select(soort => soort.Naam), "CDT_Adres", "XML", "XSD",
        ];
        var uitkomst = await Uitleg(codes);
        Assert.Equal(0, uitkomst.Code);
        Assert.Empty(uitkomst.Fout);
        foreach (var code in codes) Assert.Contains(uitkomst.Regels, regel => regel.StartsWith($"{code}  ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_list_gives_its_codes_and_where_it_is_used()
    {
        var uitkomst = await Uitleg("COD046");
        Assert.Contains("  2  Vrouw", uitkomst.Regels);
        Assert.Contains("  JW301  Client.Geslacht, Relatie.Geslacht", uitkomst.Regels);
    }

    [Fact]
    public async Task An_unknown_code_gives_what_looks_like_it_and_ends_with_2()
    {
        var uitkomst = await Uitleg("CD07", "CS002", "onzin-die-nergens-op-lijkt");
        Assert.Equal(2, uitkomst.Code);
        Assert.StartsWith("CS002  ", uitkomst.Uit, StringComparison.Ordinal);
        Assert.Equal("'CD07' is onbekend in iJw 3.2. Bedoelt u CD007, CD067, CD075?\n'onzin-die-nergens-op-lijkt' is onbekend in iJw 3.2.\n", uitkomst.Fout);
    }
}
