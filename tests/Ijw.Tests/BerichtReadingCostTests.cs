using Ijw.Content;
using Ijw.Examples;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Shared;

namespace Ijw.Tests;

/// <summary>Measures what one reading allocates, so nothing else takes its reader meanwhile.</summary>
[CollectionDefinition(nameof(BerichtReadingCostTests), DisableParallelization = true)]
[Collection(nameof(BerichtReadingCostTests))]
public class BerichtReadingCostTests
{
    private static readonly byte[] Large = BerichtGenerator.Make(
        Standard.Find("JW323")!,
        6,
        new GeneratorOptions { Clienten = 2_000, Products = 4 }
    );

    [Fact]
    public void Content_and_tree_cost_nothing_to_who_asks_for_neither()
    {
        Assert.InRange(Cost(ReadingParts.Check), 0, Checks.Few);
        Assert.InRange(Cost(new ReadingParts()), 0, Checks.Few);
        Assert.True(Cost(new ReadingParts { Content = new ContentKeys(Keys.Of) }) > Checks.Few);
        Assert.True(Cost(new ReadingParts { TreeBytes = Large.Length }) > Checks.Few);
    }

    [Fact]
    public void Of_a_bericht_past_the_bound_no_tree_is_made_and_none_is_held()
    {
        var parts = new ReadingParts { TreeBytes = 16 * 1024 };

        Assert.Null(BerichtReading.Read(Large, parts).Tree);
        Assert.InRange(Cost(parts), 0, Checks.Few);
    }

    private static long Cost(ReadingParts parts)
    {
        // A reader is made, and knows the berichtsoort, before anything is measured.
        Assert.True(BerichtReading.Read(Large, parts).IsBericht);
        var before = GC.GetAllocatedBytesForCurrentThread();
        BerichtReading.Read(Large, parts);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
