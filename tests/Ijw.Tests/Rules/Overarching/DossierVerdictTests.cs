using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>What findings of levels 3 and 4 come to: the verdict, what is answered, and what was not checked (retour.md 3.4).</summary>
public class DossierVerdictTests
{
    private static readonly ProductCodeList Products = new([
        new ProductAgreement("45", "45A04", new DateOnly(2025, 1, 1), null, "04", 8500),
    ]);

    [Fact]
    public void A_finding_that_rejects_makes_it_afgekeurd_and_it_has_the_level_of_its_rule()
    {
        var outcome = new Scenario().Check(Read("JW305"));

        Assert.Equal(Oordeel.Rejected, outcome.Oordeel);
        Assert.Equal(OutcomeKind.Refused, outcome.Outcome.Kind);
        Assert.All(outcome.Bevindingen, bevinding => Assert.Equal(3, bevinding.Level));
    }

    [Fact]
    public void A_rule_over_another_source_gives_a_finding_of_level_4()
    {
        var outcome = After("JW301").Check(Read("JW323"), new Sources { Today = new DateOnly(2026, 6, 4) });

        var bevinding = Assert.Single(outcome.Bevindingen, one => one.Rule == "TR135");
        Assert.Equal(4, bevinding.Level);
    }

    [Fact]
    public void Advice_refuses_nothing()
    {
        var outcome = After().Check(Read("JW305"), isComplete: false);

        Assert.NotEmpty(outcome.Bevindingen);
        Assert.All(outcome.Bevindingen, bevinding => Assert.True(bevinding.Advice));
        Assert.Equal((Oordeel.Approved, OutcomeKind.Accepted), (outcome.Oordeel, outcome.Outcome.Kind));
    }

    [Fact]
    public void Without_a_list_of_products_the_rules_that_need_one_are_named_for_the_berichten_they_are_about()
    {
        var scenario = After("JW301");

        Assert.Equal(["TR381", "TR418"], Without(scenario, "JW323").Order(StringComparer.Ordinal));
        Assert.Equal(["TR381"], Without(scenario, "JW305"));
        Assert.Empty(Without(scenario, "JW319"));
        Assert.Empty(scenario.Check(Read("JW323"), new Sources { Today = new DateOnly(2026, 6, 8), Productcodes = Products }).NotChecked);
    }

    private static IReadOnlyList<string> Without(Scenario scenario, string kind) => scenario.Check(Read(kind)).NotChecked;

    private static Scenario After(params string[] kinds)
    {
        var scenario = new Scenario();
        foreach (var kind in kinds)
        {
            scenario.Take(Read(kind), Outcome.Accepted);
        }
        return scenario;
    }

    private static BerichtContent Read(string kind, params string[] rules) =>
        Scenario.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, rules)));
}
