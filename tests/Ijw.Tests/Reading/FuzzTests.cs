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
        var verslag = new StringWriter();

        Assert.True(new Loop(Path.GetDirectoryName(RegelPaginas.BasisPad("JW301"))!, verslag).Draai(TimeSpan.MaxValue, seed: 0, Seeds), verslag.ToString());
        Assert.Contains("400 inputs", verslag.ToString(), StringComparison.Ordinal);
    }
}
