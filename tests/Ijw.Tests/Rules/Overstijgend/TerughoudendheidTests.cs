using Ijw.Catalogue;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>What the standard forbids a hub to do: rejecting on starts and stops, on what the sender can't know, or a credit on its content.</summary>
public class TerughoudendheidTests
{
    private const string Prestatie = "Declaratie/Clienten/Client/Prestaties/Prestatie";

    private static readonly string[] Credit =
    [
        "Header/BerichtIdentificatie/Identificatie = DC-2026-0002", "Declaratie/DeclaratieNummer = D2026052", $"{Prestatie}[2] -",
        $"{Prestatie}/ProductReferentie/ReferentieNummer = P11", $"{Prestatie}/ProductReferentie/VorigReferentieNummer = P1",
        $"{Prestatie}/IngediendBedrag/DebetCredit = C", "Declaratie/TotaalIngediendBedrag/DebetCredit = C", "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 85000",
    ];

    [Fact]
    public void OP364_A_prestatie_is_never_refused_because_a_start_is_missing()
    {
        var scenario = Na(("JW301", []));

        Assert.Empty(scenario.Toets(Lees("JW323")).Bevindingen);
    }

    [Theory]
    [InlineData("2026-01-20")]
    [InlineData("2026-05-03")]
    public void OP364_A_prestatie_is_never_refused_because_care_had_stopped(string einddatum)
    {
        string[] vroeg = [$"Client/StopProducten/StopProduct[1]/Einddatum = {einddatum}", $"Client/StopProducten/StopProduct[2]/Einddatum = {einddatum}"];
        var scenario = Na(("JW301", []), ("JW305", []), ("JW307", vroeg));

        Assert.Empty(scenario.Toets(Lees("JW323")).Bevindingen);
    }

    [Theory]
    [InlineData("GeleverdVolume = 9999", "IngediendBedrag/Bedrag = 85000")]
    [InlineData("ProductTarief = 1", "IngediendBedrag/Bedrag = 85000")]
    [InlineData("ProductCategorie = 54", "ProductCode = 54Z99")]
    [InlineData("Eenheid = 14", "IngediendBedrag/Bedrag = 85000")]
    [InlineData("ProductPeriode/Begindatum = 2026-05-04", "ProductPeriode/Einddatum = 2026-05-05")]
    [InlineData("ProductPeriode/Begindatum = 2025-03-04", "ProductPeriode/Einddatum = 2025-03-05")]
    public void IV085_A_credit_is_never_refused_for_its_content(string een, string ander)
    {
        var scenario = Na(("JW301", []), ("JW323", []));
        var lijst = new Productcodelijst([new Productafspraak("45", "45A04", new DateOnly(2025, 1, 1), null, "04", 8500)]);
        var bronnen = new Bronnen { Vandaag = new DateOnly(2026, 6, 8), Productcodes = lijst };

        var resultaat = scenario.Toets(Lees("JW323", [.. Credit, $"{Prestatie}/{een}", $"{Prestatie}/{ander}"]), bronnen);

        Assert.Equal(Oordeel.Goedgekeurd, resultaat.Oordeel);
        Assert.Equal(["IV091"], resultaat.Bevindingen.Select(bevinding => bevinding.Regel));
        Assert.True(resultaat.Bevindingen[0].Advies);
    }

    [Fact]
    public void IV085_A_credit_is_not_refused_because_its_toewijzing_ended_or_was_removed()
    {
        string[] weg =
        [
            "Header/BerichtIdentificatie/Identificatie = TW-2026-0002", "Client/ToegewezenProducten/ToegewezenProduct[1]/Einddatum = 2026-01-01",
            "Client/ToegewezenProducten/ToegewezenProduct[1]/RedenWijziging = 13", "Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingsdatum = 2026-05-20",
        ];
        var scenario = Na(("JW301", []), ("JW323", []), ("JW301", weg));

        Assert.Empty(scenario.Toets(Lees("JW323", Credit)).Bevindingen);
    }

    [Fact]
    public void OP095_What_an_aanbieder_does_at_another_gemeente_does_not_count_against_it_here()
    {
        string[] elders = ["Header/Ontvanger = 0518"];
        string[] toewijzingElders = ["Header/Afzender = 0518"];
        string[] prestatiesElders =
        [
            .. elders, "Header/BerichtIdentificatie/Identificatie = E1", "Declaratie/DeclaratieNummer = D1",
            $"{Prestatie}[1]/ProductReferentie/ReferentieNummer = Q1", $"{Prestatie}[2]/ProductReferentie/ReferentieNummer = Q2",
        ];
        var scenario = Na(("JW301", []), ("JW301", toewijzingElders), ("JW305", elders), ("JW323", prestatiesElders));

        Assert.Empty(scenario.Toets(Lees("JW323")).Bevindingen);
        Assert.Empty(scenario.Toets(Lees("JW305", ["Header/BerichtIdentificatie/Identificatie = ST-2"])).Bevindingen);
        Assert.Empty(scenario.Toets(Lees("JW317")).Bevindingen);
    }

    [Fact]
    public void OP095_That_something_is_not_unique_says_nothing_of_where_else_it_was_used()
    {
        var scenario = Na(("JW301", []), ("JW323", ["Header/Ontvanger = 0518"]));

        var bevinding = Assert.Single(scenario.Toets(Lees("JW323", ["Header/BerichtIdentificatie/Identificatie = DC-2026-0002"])).Bevindingen);

        Assert.Equal(("TR333", Assert.Single(FindingTexts.Of("TR333")).Text), (bevinding.Regel, bevinding.Tekst));
    }

    private static Scenario Na(params (string Soort, string[] Regels)[] vooraf)
    {
        var scenario = new Scenario();
        foreach (var (soort, regels) in vooraf) scenario.Neem(Lees(soort, regels), Uitslag.Aanvaard);
        return scenario;
    }

    private static Berichtinhoud Lees(string soort, string[]? regels = null) => Scenario.Lees(RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, regels ?? [])));
}
