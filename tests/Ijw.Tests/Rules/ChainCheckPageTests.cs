using System.Text.RegularExpressions;
using Ijw.Catalogue;
using Ijw.Rules;

namespace Ijw.Tests.Rules;

/// <summary>docs/chain-check.md: where the published check says otherwise.</summary>
public sealed partial class ChainCheckPageTests
{
    private static readonly string[] Sections = File.ReadAllText(RootFolder.PathTo("docs", "chain-check.md")).Split("\n## ");

    [Fact]
    public void Every_advice_of_the_kind_chain_stands_on_the_page_and_has_a_case_on_that_of_its_rule()
    {
        Assert.Equal(RuleList.Chain.Select(rule => rule.Code).Order(), Rules(Sections[1]).Order());
        Assert.All(
            RuleList.Chain,
            rule =>
                Assert.Contains(
                    RulePages.Read(rule.Code).Cases,
                    testCase => testCase.Expected.Any(expected => expected.Chain && expected.Code == rule.Code)
                )
        );
    }

    [Fact]
    public void Every_rule_that_it_names_is_checked_and_has_the_page_that_it_links() =>
        Assert.All(
            Sections.Skip(1).SelectMany(Rules),
            code =>
            {
                Assert.True(RuleCatalogue.Find(code)?.IsChecked, code);
                Assert.Contains(code, RulePages.Codes);
            }
        );

    private static IEnumerable<string> Rules(string section) =>
        Link().Matches(section).Select(match => match.Groups["code"].Value).Distinct();

    [GeneratedRegex(@"\[(?<code>[A-Z]{2}\d{3})\]\(rules/\k<code>\.md\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
