using Ijw.Catalogue;

namespace Ijw.Tests.Rules;

public sealed class RegelPaginaTests
{
    private const string Goed = """
        # CD007: Taal bij een tolk

        Wat er mis is.

        Wie er handelt.

        Niveau 2 · retourcode 0001 · JW301 Client.Communicatie.Taal

        ## Goed

        ### Een tolk met een taal

        ```xml JW301 goed
        ```

        ## Fout

        ### Een tolk zonder taal

        ```xml JW301 CD007 /Bericht/Client/Communicatie/Taal
        Client/Communicatie/Taal -
        ```
        """;

    public static TheoryData<string> Paginas => [.. RegelPaginas.Codes];

    /// <summary>The codes of level 2, whose cases need the bericht alone.</summary>
    private static IEnumerable<string> Niveau2 => RegelPaginas.Codes.Where(code => Regelcatalogus.Zoek(code)?.Niveau == 2);

    /// <summary>All cases of level 2.</summary>
    public static TheoryData<string, string> Gevallen
    {
        get
        {
            var gevallen = new TheoryData<string, string>();
            foreach (var code in Niveau2)
                foreach (var geval in RegelPaginas.Lees(code).Gevallen) gevallen.Add(code, geval.Naam);

            return gevallen;
        }
    }

    [Theory]
    [InlineData("JW301")]
    [InlineData("JW305")]
    [InlineData("JW307")]
    [InlineData("JW315")]
    [InlineData("JW317")]
    [InlineData("JW319")]
    [InlineData("JW323")]
    [InlineData("JW325")]
    public void The_base_bericht_has_no_findings(string soort) => Assert.Empty(BerichtControle.Controleer(File.ReadAllBytes(RegelPaginas.BasisPad(soort))).Bevindingen);

    [Theory]
    [MemberData(nameof(Gevallen))]
    public void The_case_has_exactly_the_findings_that_its_page_names(string code, string naam)
    {
        var pagina = RegelPaginas.Lees(code);
        var geval = pagina.Gevallen.Single(geval => geval.Naam == naam);

        var gevonden = RegelPaginas.Bevindingen(code, geval);

        Assert.Equal(
            geval.Verwacht.Where(verwacht => verwacht.Keten || IsGecontroleerd(verwacht.Code)).Select(verwacht => $"{verwacht}").Order(StringComparer.Ordinal),
            gevonden.Select(Verwachting.Van).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Paginas))]
    public void The_page_says_what_the_catalogue_says(string code)
    {
        var regel = Regelcatalogus.Zoek(code);
        Assert.NotNull(regel);
        var texts = regel.Texts.Select(text => text.Text).ToList();
        if (Environment.GetEnvironmentVariable("IJW_WRITE_DOCS") == "1") RegelPaginas.Schrijf(code, texts);
        var pagina = RegelPaginas.Lees(code);
        Assert.Equal(
            (regel.Code, regel.Titel, regel.Niveau, regel.Retourcode),
            (pagina.Code, pagina.Titel, pagina.Niveau, pagina.Retourcode));
        Assert.Equal(texts, pagina.Texts);
        Assert.Equal(regel.Berichten, pagina.Berichten);
    }

    [Theory]
    [MemberData(nameof(Paginas))]
    public void The_cases_apply_to_the_base_berichten_and_only_name_rules_that_exist(string code)
    {
        var pagina = RegelPaginas.Lees(code);
        Assert.All(pagina.Gevallen, geval =>
        {
            if (pagina.Niveau == 2) Assert.NotEmpty(RegelPaginas.Bericht(geval));
            Assert.All(geval.Verwacht, verwacht => Assert.NotNull(Regelcatalogus.Zoek(verwacht.Code)));
        });
        Assert.Distinct(pagina.Gevallen.Select(geval => geval.Naam));
    }

    [Fact]
    public void Every_rule_over_the_content_that_is_checked_has_a_page() =>
        Assert.Empty(Regelcatalogus.Alle.Where(regel => regel is { Niveau: not 1, IsGecontroleerd: true }).Select(regel => regel.Code).Except(RegelPaginas.Codes));

    [Fact]
    public void A_page_that_is_written_well_is_read()
    {
        var pagina = RegelPagina.Lees(Goed);
        Assert.Equal(
            ("CD007", "Taal bij een tolk", "Wat er mis is.", 2, "0001"),
            (pagina.Code, pagina.Titel, Assert.Single(pagina.Texts), pagina.Niveau, pagina.Retourcode));
        Assert.Equal(["JW301"], pagina.Berichten);
        Assert.Empty(Assert.Single(pagina.Goed).Bericht.Regels);
        var fout = Assert.Single(pagina.Fout);
        Assert.Equal(["Client/Communicatie/Taal -"], fout.Bericht.Regels);
        Assert.Equal([new Verwachting("CD007", "/Bericht/Client/Communicatie/Taal")], fout.Verwacht);
    }

    [Theory]
    [InlineData("# CD007: Taal", "# Taal")]
    [InlineData("## Goed", "## Juist")]
    [InlineData("## Fout", "## Goed")]
    [InlineData("### Een tolk met een taal", "## Een tolk met een taal")]
    [InlineData("### Een tolk met een taal", "Een tolk met een taal")]
    [InlineData("### Een tolk met een taal", "### Een\n\n### Twee")]
    [InlineData("Niveau 2 · retourcode 0001", "Niveau 2, retourcode 0001")]
    [InlineData("Wie er handelt.\n", "")]
    [InlineData("```xml JW301 goed\n```\n", "")]
    [InlineData("```xml JW301 goed\n```\n", "```xml JW301 goed\n")]
    [InlineData("JW301 goed", "JW399 goed")]
    [InlineData("JW301 goed", "JW301 CD007 /Bericht/Client")]
    [InlineData("JW301 goed", "JW301 fout")]
    [InlineData("```xml JW301 goed", "```xml")]
    [InlineData("CD007 /Bericht/Client/Communicatie/Taal", "goed")]
    [InlineData("CD007 /Bericht/Client/Communicatie/Taal", "CD005 /Bericht/Client/Communicatie/Taal")]
    [InlineData("CD007 /Bericht/Client/Communicatie/Taal", "CD007 Client/Communicatie/Taal")]
    [InlineData("CD007 /Bericht/Client/Communicatie/Taal", "CD007")]
    public void A_page_that_is_malformed_is_refused(string oud, string nieuw)
    {
        var tekst = Goed.ReplaceLineEndings("\n");
        var kapot = tekst.Replace(oud.ReplaceLineEndings("\n"), nieuw, StringComparison.Ordinal);
        Assert.NotEqual(tekst, kapot);
        Assert.Throws<FormatException>(() => RegelPagina.Lees(kapot));
    }

    private static bool IsGecontroleerd(string code) => Regelcatalogus.Zoek(code) is { Niveau: 2, IsGecontroleerd: true };
}
