using Ijw.Catalogue;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>The cases on the pages of levels 3 and 4, and of what is advice.</summary>
public sealed class DossierPageTests
{
    /// <summary>All cases.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var testCases = new TheoryData<string, string>();
            foreach (var code in RulePages.Codes.Where(code => RuleCatalogue.Find(code)?.Level != 2))
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
    [MemberData(nameof(Cases))]
    public void The_case_has_exactly_the_findings_that_its_page_names(string code, string name)
    {
        var testCase = RulePages.Read(code).Cases.Single(testCase => testCase.Name == name);

        var found = RulePages.Bevindingen(code, testCase);

        Assert.Equal(
            testCase.Expected.Select(expected => $"{expected}").Order(StringComparer.Ordinal),
            found.Select(RuleExpectation.Of).Order(StringComparer.Ordinal)
        );
    }
}
