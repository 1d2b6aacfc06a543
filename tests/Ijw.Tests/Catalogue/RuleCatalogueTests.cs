using Ijw.Catalogue;
using Ijw.Model.Datatypes;

namespace Ijw.Tests.Catalogue;

public sealed class RuleCatalogueTests
{
    public static TheoryData<Rule> Rules => [.. RuleCatalogue.All];

    [Fact]
    public void All_303_rules_are_there_in_the_numbers_of_the_standard()
    {
        Assert.Equal(
            [
                (RuleKind.RS, 36),
                (RuleKind.CD, 22),
                (RuleKind.CS, 19),
                (RuleKind.TR, 80),
                (RuleKind.OP, 91),
                (RuleKind.IV, 38),
                (RuleKind.UP, 17),
            ],
            RuleCatalogue.All.CountBy(rule => rule.Kind).Select(count => (count.Key, count.Value))
        );
        Assert.Equal(303, RuleCatalogue.All.Count);
    }

    [Fact]
    public void Technical_rules_split_over_levels_2_3_and_4()
    {
        var technical = RuleCatalogue.All.Where(rule => rule.Kind == RuleKind.TR).CountBy(rule => rule.Level ?? 0).ToDictionary();
        Assert.Equal(
            new Dictionary<int, int>
            {
                [2] = 22,
                [3] = 54,
                [4] = 4,
            },
            technical
        );
    }

    [Theory]
    [InlineData("JW301", 6, 4, 3)]
    [InlineData("JW305", 3, 6, 3)]
    [InlineData("JW307", 4, 8, 3)]
    [InlineData("JW315", 5, 3, 3)]
    [InlineData("JW317", 5, 13, 3)]
    [InlineData("JW323", 8, 22, 4)]
    [InlineData("JW325", 4, 7, 2)]
    public void Technical_rules_are_bound_to_the_berichten_as_the_standard_counts_them(string bericht, int level2, int level3, int level4)
    {
        var technical = RuleCatalogue.All.Where(rule => rule.Kind == RuleKind.TR && rule.Berichten.Contains(bericht)).ToList();
        Assert.Equal((level2, level3, level4), (Count(2), Count(3), Count(4)));

        int Count(int level) => technical.Count(rule => rule.Level == level);
    }

    [Fact]
    public void Codes_are_unique_and_found()
    {
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.DistinctBy(rule => rule.Code).Count());
        Assert.All(RuleCatalogue.All, rule => Assert.Same(rule, RuleCatalogue.Find(rule.Code)));
        Assert.Null(RuleCatalogue.Find("CD999"));
    }

    [Fact]
    public void The_code_begins_with_the_kind() =>
        Assert.All(RuleCatalogue.All, rule => Assert.StartsWith(rule.Kind.ToString(), rule.Code, StringComparison.Ordinal));

    [Fact]
    public void Every_retourcode_is_in_the_code_list()
    {
        Assert.All(
            RuleCatalogue.All.Where(rule => rule.Retourcode is not null),
            rule => Assert.NotNull(Codelijsten.RetourCode.Meaning(rule.Retourcode!))
        );
    }

    [Fact]
    public void Every_retourcode_about_a_rule_belongs_to_a_rule()
    {
        var used = RuleCatalogue.All.Select(rule => rule.Retourcode).Concat(["0200", "0233", "8001"]).ToHashSet();
        Assert.All(Codelijsten.RetourCode.Codes, code => Assert.Contains(code.Value, used));
    }

    [Fact]
    public void The_level_matches_the_kind()
    {
        string[] patterns = ["CS015", "CS025", "CS319"];
        Assert.All(
            RuleCatalogue.All,
            rule =>
                Assert.Contains(
                    rule.Level ?? 0,
                    rule.Kind switch
                    {
                        RuleKind.RS => [1],
                        RuleKind.CD => [2],
                        RuleKind.CS => patterns.Contains(rule.Code) ? [1] : [2],
                        RuleKind.TR => [2, 3, 4],
                        _ => new[] { 0 },
                    }
                )
        );
    }

    [Fact]
    public void Level_2_always_gives_retourcode_0001_and_level_1_none()
    {
        Assert.All(RuleCatalogue.All.Where(rule => rule.Level == 2), rule => Assert.Equal("0001", rule.Retourcode));
        Assert.All(RuleCatalogue.All.Where(rule => rule.Level is null or 1), rule => Assert.Null(rule.Retourcode));
    }

    [Theory]
    [MemberData(nameof(Rules), DisableDiscoveryEnumeration = true)]
    public void Texts_read_as_sentences(Rule rule)
    {
        Assert.InRange(rule.Title.Length, 1, 60);
        Assert.False(rule.Title.EndsWith('.'), "a title has no full stop");
        if (rule.Sample is { } sample)
        {
            Assert.EndsWith(".", sample, StringComparison.Ordinal);
        }
        foreach (var text in new[] { rule.Title, rule.Sample ?? "", rule.NotChecked ?? "" })
        {
            Assert.Equal(text.Trim().ReplaceLineEndings(" ").Replace('\t', ' '), text);
        }
    }

    [Fact]
    public void Every_rule_over_the_content_has_an_example() =>
        Assert.All(RuleCatalogue.All.Where(rule => rule.Level >= 2), rule => Assert.NotNull(rule.Sample));

    [Fact]
    public void Every_bericht_named_exists() =>
        Assert.All(RuleCatalogue.All.SelectMany(rule => rule.Berichten), name => Assert.NotNull(Standard.Find(name)));

    [Fact]
    public void Every_rule_with_a_level_is_bound_to_a_bericht_and_someone_who_acts()
    {
        Assert.All(
            RuleCatalogue.All.Where(rule => rule.Level is not null),
            rule =>
            {
                Assert.NotEmpty(rule.Berichten);
                Assert.NotEqual(WhoActs.Nobody, rule.Who);
            }
        );
    }

    [Fact]
    public void A_rule_that_is_named_in_a_text_exists()
    {
        var named = RuleCatalogue
            .All.SelectMany(rule => $"{rule.NotChecked} {string.Join(' ', rule.Texts.Select(text => text.Text))}".Split(' ', ',', '.', ';'))
            .Where(word =>
                word.Length >= 5
                && char.IsAsciiLetterUpper(word[1])
                && char.IsAsciiDigit(word[2])
                && !word.StartsWith("JW", StringComparison.Ordinal)
            );
        Assert.All(named, code => Assert.NotNull(RuleCatalogue.Find(code)));
    }
}
