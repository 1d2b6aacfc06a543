namespace Mutation.Tests;

/// <summary>The mutation run in short: on one file, with tests that tell and with tests that don't.</summary>
public sealed class MutationTests
{
    private const string Cases = "Ijw.Tests.Rules.RulePageTests.The_case_has_exactly_the_findings_that_its_page_names";

    /// <summary>It only looks at berichten in which no key stands twice.</summary>
    private const string Weak = "Ijw.Tests.Rules.RulePageTests.The_base_bericht_has_no_findings";

    [Fact]
    public async Task Every_mutant_of_what_three_rules_share_is_noticed_by_the_cases_on_their_pages()
    {
        var report = await Run("*/Overlap.cs", Cases);

        Assert.NotEmpty(report.Mutants);
        Assert.Empty(report.Survivors);
        Assert.Equal(100, report.Score);
    }

    [Fact]
    public async Task A_mutant_that_a_weak_test_passes_over_is_told()
    {
        var report = await Run("*/TR101.cs", Weak);

        // Nothing is found, whether or not it would have been said, and it shows when it is said of a key that is new.
        Assert.Contains(report.Survivors, mutant => mutant is { Original: "!seen.Add(record)", Replacement: "false" });
        Assert.Contains(
            report.Mutants,
            one => one is { Mutant: { Original: "!seen.Add(record)", Replacement: "true" }, Verdict: Verdict.Noticed }
        );
        Assert.True(report.Score < 85, $"{report.Score}");
        Assert.Contains(
            report.Lines(),
            line => line.StartsWith("survived", StringComparison.Ordinal) && line.Contains("TR101.cs", StringComparison.Ordinal)
        );
    }

    private static Task<Report> Run(string file, string tests) =>
        Program.Run(new Options([file], [tests]), TestContext.Current.TestOutputHelper!.WriteLine);
}
