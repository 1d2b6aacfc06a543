using Ijw.Catalogue;
using Ijw.Rules;

namespace Ijw.Tests.Rules;

/// <summary>The rules that are checked and the catalogue agree (D6).</summary>
public class RulesTests
{
    [Fact]
    public void The_catalogue_calls_checked_at_level_2_exactly_what_is_checked()
    {
        var isChecked = RuleCatalogue.All.Where(rule => rule is { Level: 2, IsChecked: true }).Select(rule => rule.Code);

        Assert.Equal(isChecked.Order(), RuleList.All.Select(rule => rule.Code).Order());
    }

    [Fact]
    public void No_rule_is_listed_twice_and_every_one_has_a_text() =>
        Assert.All(
            RuleList.All.GroupBy(rule => rule.Code),
            group =>
            {
                Assert.Single(group);
                Assert.NotEmpty(RuleCatalogue.Find(group.Key)!.Texts);
            }
        );

    [Fact]
    public void Every_rule_stands_in_a_file_of_its_own_name()
    {
        var files = Directory
            .EnumerateFiles(RootFolder.PathTo("src", "Ijw", "Rules"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);

        Assert.All(RuleList.All, rule => Assert.Contains(rule.Code, files));
    }
}
