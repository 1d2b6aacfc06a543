using Ijw.Examples;
using Ijw.Inhoud;
using Ijw.Tests.Dossiers;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests;

/// <summary>Measures what one reading allocates, so nothing else takes its reader meanwhile.</summary>
[CollectionDefinition(nameof(BerichtReadingCostTests), DisableParallelization = true)]
[Collection(nameof(BerichtReadingCostTests))]
public class BerichtReadingCostTests
{
    private static readonly byte[] Large =
        Berichtgenerator.Maak(Standaard.Zoek("JW323")!, 6, new GeneratorOpties { Clienten = 2_000, Producten = 4 });

    [Fact]
    public void Content_and_tree_cost_nothing_to_who_asks_for_neither()
    {
        Assert.InRange(Cost(ReadingParts.Check), 0, Controles.Weinig);
        Assert.InRange(Cost(new ReadingParts()), 0, Controles.Weinig);
        Assert.True(Cost(new ReadingParts { Content = new ContentKeys(Sleutels.Van) }) > Controles.Weinig);
        Assert.True(Cost(new ReadingParts { TreeBytes = Large.Length }) > Controles.Weinig);
    }

    [Fact]
    public void Of_a_bericht_past_the_bound_no_tree_is_made_and_none_is_held()
    {
        var parts = new ReadingParts { TreeBytes = 16 * 1024 };

        Assert.Null(BerichtReading.Read(Large, parts).Boom);
        Assert.InRange(Cost(parts), 0, Controles.Weinig);
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
