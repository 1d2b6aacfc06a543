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
    public void Advice_on_a_rule_without_a_level_comes_from_what_was_before_and_has_level_3()
    {
        var outcome = After("JW301").Check(Read("JW305", "Client/StartProducten/StartProduct[1]/Begindatum = 2025-12-20"));

        var bevinding = Assert.Single(outcome.Bevindingen);
        Assert.Equal(("OP363", 3, null, true), (bevinding.Rule, bevinding.Level, bevinding.Retourcode, bevinding.Advice));
    }

    /// <summary>A retour repeats what its heenbericht said; a fault in it is that of the heenbericht.</summary>
    [Theory]
    [InlineData("JW302")]
    [InlineData("JW306")]
    [InlineData("JW308")]
    [InlineData("JW316")]
    [InlineData("JW318")]
    [InlineData("JW320")]
    public void A_retour_is_not_held_against_anything(string kind)
    {
        var retour = ContentReader.Read(Ijw.Examples.BerichtGenerator.Make(Standard.Find(kind)!, 1), Ijw.Tests.Dossiers.Keys.Of);
        Assert.NotNull(retour);

        Assert.Empty(new Scenario().Check(retour, new Sources { Today = retour.Dagtekening.AddDays(-1) }).Bevindingen);
    }

    /// <summary>The earliest date that can be read has no day before it.</summary>
    [Fact]
    public void A_toewijzing_from_the_first_day_there_is_gets_a_verdict()
    {
        var toewijzing = Read("JW301", "Client/ToegewezenProducten/ToegewezenProduct[2]/Ingangsdatum = 0001-01-01");

        Assert.Equal(Oordeel.Approved, new Scenario().Check(toewijzing).Oordeel);
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
