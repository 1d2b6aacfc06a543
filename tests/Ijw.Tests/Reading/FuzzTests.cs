using Fuzz;
using Ijw.Tests.Rules;

namespace Ijw.Tests.Reading;

/// <summary>A short run of tests/Fuzz, always the same one; the long run is its own command.</summary>
public class FuzzTests
{
    private const int Seeds = 400;

    [Fact]
    public void Hostile_input_never_crashes_hangs_or_is_judged_by_how_it_is_cut()
    {
        var report = new StringWriter();

        Assert.True(
            new Loop(Path.GetDirectoryName(RulePages.BasisPath("JW301"))!, report).Run(TimeSpan.MaxValue, seed: 0, Seeds),
            report.ToString()
        );
        Assert.Contains("400 inputs", report.ToString(), StringComparison.Ordinal);
    }
}
