using Ijw.Catalogue;
using Ijw.Dossiers.Rules;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>The rules over dossiers and sources, the catalogue and the files agree (D6).</summary>
public class DossierRulesTests
{
    [Fact]
    public void All_58_technical_rules_of_levels_3_and_4_are_checked_and_one_of_them_only_advises()
    {
        var technical = RuleCatalogue.All.Where(rule => rule is { Kind: RuleKind.TR, Level: 3 or 4 }).ToList();

        Assert.Equal(58, technical.Count);
        Assert.All(technical, rule => Assert.True(rule.IsChecked));
        Assert.Equal(["TR418"], technical.Where(rule => rule.Advice is not null).Select(rule => rule.Code));
    }

    [Fact]
    public void The_catalogue_calls_checked_exactly_what_is_checked()
    {
        var catalogue = RuleCatalogue
            .All.Where(rule => rule is { Level: 3 or 4, IsChecked: true } || rule.Advice is not null)
            .Select(rule => rule.Code);

        Assert.Equal(catalogue.Order(StringComparer.Ordinal), DossierRules.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_level_only_advises() =>
        Assert.All(RuleCatalogue.All.Where(rule => rule.Level is null && rule.IsChecked), rule => Assert.NotNull(rule.Advice));

    [Fact]
    public void A_rule_that_is_not_checked_has_no_reservations() =>
        Assert.All(RuleCatalogue.All.Where(rule => !rule.IsChecked), rule => Assert.True(rule is { Advice: null, Reserve: null }));

    [Fact]
    public void Every_rule_is_bound_and_stands_in_a_file_of_its_own_name_with_those_on_the_same_berichten()
    {
        var bound = DossierRules.PerStep.SelectMany(step => step).Select(bound => bound.Rule).ToHashSet();
        var source = Path.GetFullPath(Path.Combine(RulePages.Folder, "..", "..", "src"));

        Assert.All(
            DossierRules.All,
            rule =>
            {
                Assert.Contains(rule.Code, bound);
                var folder = rule.GetType().Namespace!;
                Assert.StartsWith("Ijw.Dossiers.Rules.", folder, StringComparison.Ordinal);
                Assert.True(
                    File.Exists(Path.Combine(source, folder.Replace('.', Path.DirectorySeparatorChar), $"{rule.Code}.cs")),
                    $"{folder}.{rule.Code} is not there"
                );
            }
        );
    }
}
