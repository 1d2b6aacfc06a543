using Ijw.Catalogue;
using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>
/// What the standard forbids a hub to do: rejecting on starts and stops, on what the sender can't know, or a credit on its content.
/// </summary>
public class RestraintTests
{
    private const string Prestatie = "Declaratie/Clienten/Client/Prestaties/Prestatie";

    private static readonly string[] Credit =
    [
        "Header/BerichtIdentificatie/Identificatie = DC-2026-0002",
        "Declaratie/DeclaratieNummer = D2026052",
        $"{Prestatie}[2] -",
        $"{Prestatie}/ProductReferentie/ReferentieNummer = P11",
        $"{Prestatie}/ProductReferentie/VorigReferentieNummer = P1",
        $"{Prestatie}/IngediendBedrag/DebetCredit = C",
        "Declaratie/TotaalIngediendBedrag/DebetCredit = C",
        "Declaratie/TotaalIngediendBedrag/TotaalBedrag = 85000",
    ];

    [Fact]
    public void OP364_A_prestatie_is_never_refused_because_a_start_is_missing()
    {
        var scenario = After(("JW301", []));

        Assert.Empty(scenario.Check(Read("JW323")).Bevindingen);
    }

    [Theory]
    [InlineData("2026-01-20")]
    [InlineData("2026-05-03")]
    public void OP364_A_prestatie_is_never_refused_because_care_had_stopped(string einddatum)
    {
        string[] early =
        [
            $"Client/StopProducten/StopProduct[1]/Einddatum = {einddatum}",
            $"Client/StopProducten/StopProduct[2]/Einddatum = {einddatum}",
        ];
        var scenario = After(("JW301", []), ("JW305", []), ("JW307", early));

        Assert.Empty(scenario.Check(Read("JW323")).Bevindingen);
    }

    [Theory]
    [InlineData("GeleverdVolume = 9999", "IngediendBedrag/Bedrag = 85000")]
    [InlineData("ProductTarief = 1", "IngediendBedrag/Bedrag = 85000")]
    [InlineData("ProductCategorie = 54", "ProductCode = 54Z99")]
    [InlineData("Eenheid = 14", "IngediendBedrag/Bedrag = 85000")]
    [InlineData("ProductPeriode/Begindatum = 2026-05-04", "ProductPeriode/Einddatum = 2026-05-05")]
    [InlineData("ProductPeriode/Begindatum = 2025-03-04", "ProductPeriode/Einddatum = 2025-03-05")]
    public void IV085_A_credit_is_never_refused_for_its_content(string one, string other)
    {
        var scenario = After(("JW301", []), ("JW323", []));
        var list = new ProductCodeList([new ProductAgreement("45", "45A04", new DateOnly(2025, 1, 1), null, "04", 8500)]);
        var sources = new Sources { Today = new DateOnly(2026, 6, 8), Productcodes = list };

        var outcome = scenario.Check(Read("JW323", [.. Credit, $"{Prestatie}/{one}", $"{Prestatie}/{other}"]), sources);

        Assert.Equal(Oordeel.Approved, outcome.Oordeel);
        Assert.Equal(["IV091"], outcome.Bevindingen.Select(bevinding => bevinding.Rule));
        Assert.True(outcome.Bevindingen[0].Advice);
    }

    [Fact]
    public void IV085_A_credit_is_not_refused_because_its_toewijzing_ended_or_was_removed()
    {
        string[] gone =
        [
            "Header/BerichtIdentificatie/Identificatie = TW-2026-0002",
            "Client/ToegewezenProducten/ToegewezenProduct[1]/Einddatum = 2026-01-01",
            "Client/ToegewezenProducten/ToegewezenProduct[1]/RedenWijziging = 13",
            "Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingsdatum = 2026-05-20",
        ];
        var scenario = After(("JW301", []), ("JW323", []), ("JW301", gone));

        Assert.Empty(scenario.Check(Read("JW323", Credit)).Bevindingen);
    }

    [Fact]
    public void OP095_What_an_aanbieder_does_at_another_gemeente_does_not_count_against_it_here()
    {
        string[] elsewhere = ["Header/Ontvanger = 0518"];
        string[] toewijzingElsewhere = ["Header/Afzender = 0518"];
        string[] prestatiesElsewhere =
        [
            .. elsewhere,
            "Header/BerichtIdentificatie/Identificatie = E1",
            "Declaratie/DeclaratieNummer = D1",
            $"{Prestatie}[1]/ProductReferentie/ReferentieNummer = Q1",
            $"{Prestatie}[2]/ProductReferentie/ReferentieNummer = Q2",
        ];
        var scenario = After(("JW301", []), ("JW301", toewijzingElsewhere), ("JW305", elsewhere), ("JW323", prestatiesElsewhere));

        Assert.Empty(scenario.Check(Read("JW323")).Bevindingen);
        Assert.Empty(scenario.Check(Read("JW305", ["Header/BerichtIdentificatie/Identificatie = ST-2"])).Bevindingen);
        Assert.Empty(scenario.Check(Read("JW317")).Bevindingen);
    }

    [Fact]
    public void OP095_That_something_is_not_unique_says_nothing_of_where_else_it_was_used()
    {
        var scenario = After(("JW301", []), ("JW323", ["Header/Ontvanger = 0518"]));

        var bevinding = Assert.Single(
            scenario.Check(Read("JW323", ["Header/BerichtIdentificatie/Identificatie = DC-2026-0002"])).Bevindingen
        );

        Assert.Equal(("TR333", Assert.Single(FindingTexts.Of("TR333")).Text), (bevinding.Rule, bevinding.Text));
    }

    private static Scenario After(params (string Kind, string[] Rules)[] beforehand)
    {
        var scenario = new Scenario();
        foreach (var (kind, rules) in beforehand)
        {
            scenario.Take(Read(kind, rules), Outcome.Accepted);
        }
        return scenario;
    }

    private static BerichtContent Read(string kind, string[]? rules = null) =>
        Scenario.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, rules ?? [])));
}
