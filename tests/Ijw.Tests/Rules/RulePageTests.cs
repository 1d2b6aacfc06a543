using Ijw.Catalogue;

namespace Ijw.Tests.Rules;

public sealed class RulePageTests
{
    private const string Good = """
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

    public static TheoryData<string> Pages => [.. RulePages.Codes];

    /// <summary>The codes of level 2, whose cases need the bericht alone.</summary>
    private static IEnumerable<string> Level2 => RulePages.Codes.Where(code => RuleCatalogue.Find(code)?.Level == 2);

    /// <summary>All cases of level 2.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var testCases = new TheoryData<string, string>();
            foreach (var code in Level2)
            {
                foreach (var testCase in RulePages.Read(code).Cases)
                {
                    testCases.Add(code, testCase.Name);
                }
            }

            return testCases;
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
    public void The_base_bericht_has_no_findings(string kind) =>
        Assert.Empty(BerichtCheck.Check(File.ReadAllBytes(RulePages.BasisPath(kind))).Bevindingen);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_has_exactly_the_findings_that_its_page_names(string code, string name)
    {
        var page = RulePages.Read(code);
        var testCase = page.Cases.Single(testCase => testCase.Name == name);

        var found = RulePages.Bevindingen(code, testCase);

        Assert.Equal(
            testCase
                .Expected.Where(expected => expected.Chain || IsChecked(expected.Code))
                .Select(expected => $"{expected}")
                .Order(StringComparer.Ordinal),
            found.Select(RuleExpectation.Of).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_says_what_the_catalogue_says(string code)
    {
        var rule = RuleCatalogue.Find(code);
        Assert.NotNull(rule);
        var texts = rule.Texts.Select(text => text.Text).ToList();
        if (Environment.GetEnvironmentVariable("IJW_WRITE_DOCS") == "1")
        {
            RulePages.Write(code, texts);
        }
        var page = RulePages.Read(code);
        Assert.Equal((rule.Code, rule.Title, rule.Level, rule.Retourcode), (page.Code, page.Title, page.Level, page.Retourcode));
        Assert.Equal(texts, page.Texts);
        Assert.Equal(rule.Berichten, page.Berichten);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_cases_apply_to_the_base_berichten_and_only_name_rules_that_exist(string code)
    {
        var page = RulePages.Read(code);
        Assert.All(
            page.Cases,
            testCase =>
            {
                if (page.Level == 2)
                {
                    Assert.NotEmpty(RulePages.Bericht(testCase));
                }
                Assert.All(testCase.Expected, expected => Assert.NotNull(RuleCatalogue.Find(expected.Code)));
            }
        );
        Assert.Distinct(page.Cases.Select(testCase => testCase.Name));
    }

    [Fact]
    public void Every_rule_over_the_content_that_is_checked_has_a_page() =>
        Assert.Empty(
            RuleCatalogue.All.Where(rule => rule is { Level: not 1, IsChecked: true }).Select(rule => rule.Code).Except(RulePages.Codes)
        );

    [Fact]
    public void A_page_that_is_written_well_is_read()
    {
        var page = RulePage.Read(Good);
        Assert.Equal(
            ("CD007", "Taal bij een tolk", "Wat er mis is.", 2, "0001"),
            (page.Code, page.Title, Assert.Single(page.Texts), page.Level, page.Retourcode)
        );
        Assert.Equal(["JW301"], page.Berichten);
        Assert.Empty(Assert.Single(page.Good).Bericht.Rules);
        var fault = Assert.Single(page.Fault);
        Assert.Equal(["Client/Communicatie/Taal -"], fault.Bericht.Rules);
        Assert.Equal([new RuleExpectation("CD007", "/Bericht/Client/Communicatie/Taal")], fault.Expected);
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
    public void A_page_that_is_malformed_is_refused(string old, string updated)
    {
        var text = Good.ReplaceLineEndings("\n");
        var broken = text.Replace(old.ReplaceLineEndings("\n"), updated, StringComparison.Ordinal);
        Assert.NotEqual(text, broken);
        Assert.Throws<FormatException>(() => RulePage.Read(broken));
    }

    private static bool IsChecked(string code) => RuleCatalogue.Find(code) is { Level: 2, IsChecked: true };
}
