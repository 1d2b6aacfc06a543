namespace Mutation.Tests;

/// <summary>The figures: what no test reaches lowers the score of all, and not that of what tests reach.</summary>
public sealed class ReportTests
{
    private static readonly Report Report = new(
        [
            (Mutant(1, "Rules/A.cs"), Verdict.Noticed, "test"),
            (Mutant(2, "Rules/A.cs"), Verdict.Endless, ""),
            (Mutant(3, "Rules/A.cs"), Verdict.Survived, ""),
            (Mutant(4, "Dossiers/B.cs"), Verdict.NotReached, ""),
        ],
        LeftOut: 5
    );

    [Fact]
    public void The_score_is_of_what_tests_reach() => Assert.Equal(200.0 / 3, Report.Score);

    [Fact]
    public void Each_folder_has_its_figures() =>
        Assert.Equal(
            ["Rules 3 3 2 66.7% 66.7%", "Dossiers 1 0 0 100.0% 0.0%"],
            Report.Lines().Skip(1).Take(2).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        );

    [Fact]
    public void What_was_not_noticed_is_named_with_its_line()
    {
        Assert.Contains("survived     Rules/A.cs:7  a  =>  b", Report.Lines());
        Assert.Contains("not reached  Dossiers/B.cs:7  a  =>  b", Report.Lines());
    }

    private static Mutant Mutant(int number, string file) => new(number, file, 7, "a", "b");
}
