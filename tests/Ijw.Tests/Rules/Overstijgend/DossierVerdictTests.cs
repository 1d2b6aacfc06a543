using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>What findings of levels 3 and 4 come to: the verdict, what is answered, and what was not checked (retour.md 3.4).</summary>
public class DossierVerdictTests
{
    private static readonly Productcodelijst Producten = new([new Productafspraak("45", "45A04", new DateOnly(2025, 1, 1), null, "04", 8500)]);

    [Fact]
    public void A_finding_that_rejects_makes_it_afgekeurd_and_it_has_the_level_of_its_rule()
    {
        var resultaat = new Scenario().Toets(Lees("JW305"));

        Assert.Equal(Oordeel.Afgekeurd, resultaat.Oordeel);
        Assert.Equal(Uitslagsoort.Afgewezen, resultaat.Uitslag.Soort);
        Assert.All(resultaat.Bevindingen, bevinding => Assert.Equal(3, bevinding.Niveau));
    }

    [Fact]
    public void A_rule_over_another_source_gives_a_finding_of_level_4()
    {
        var resultaat = Na("JW301").Toets(Lees("JW323"), new Bronnen { Vandaag = new DateOnly(2026, 6, 4) });

        var bevinding = Assert.Single(resultaat.Bevindingen, een => een.Regel == "TR135");
        Assert.Equal(4, bevinding.Niveau);
    }

    [Fact]
    public void Advice_refuses_nothing()
    {
        var resultaat = Na().Toets(Lees("JW305"), isVolledig: false);

        Assert.NotEmpty(resultaat.Bevindingen);
        Assert.All(resultaat.Bevindingen, bevinding => Assert.True(bevinding.Advies));
        Assert.Equal((Oordeel.Goedgekeurd, Uitslagsoort.Aanvaard), (resultaat.Oordeel, resultaat.Uitslag.Soort));
    }

    [Fact]
    public void Without_a_list_of_products_the_rules_that_need_one_are_named_for_the_berichten_they_are_about()
    {
        var scenario = Na("JW301");

        Assert.Equal(["TR381", "TR418"], Zonder(scenario, "JW323").Order(StringComparer.Ordinal));
        Assert.Equal(["TR381"], Zonder(scenario, "JW305"));
        Assert.Empty(Zonder(scenario, "JW319"));
        Assert.Empty(scenario.Toets(Lees("JW323"), new Bronnen { Vandaag = new DateOnly(2026, 6, 8), Productcodes = Producten }).NietGecontroleerd);
    }

    private static IReadOnlyList<string> Zonder(Scenario scenario, string soort) => scenario.Toets(Lees(soort)).NietGecontroleerd;

    private static Scenario Na(params string[] soorten)
    {
        var scenario = new Scenario();
        foreach (var soort in soorten) scenario.Neem(Lees(soort), Uitslag.Aanvaard);
        return scenario;
    }

    private static Berichtinhoud Lees(string soort, params string[] regels) => Scenario.Lees(RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, regels)));
}
