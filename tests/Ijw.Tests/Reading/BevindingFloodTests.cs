using Ijw.Tests.Examples;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Reading;

/// <summary>A bericht with more faults than anyone wants to read; run alone, since what the process holds is measured.</summary>
[Collection(nameof(SizeTests))]
public class BevindingFloodTests
{
    private const int Mega = 1024 * 1024;

    private static readonly (string Before, string After) InClient = TestBericht.Round("<b:Client>");

    [Theory]
    [InlineData("<x/>", 3)]
    [InlineData("<b:Product/>", 3)]
    [InlineData("<b:Geslacht>9</b:Geslacht>", 24)]
    [InlineData("<b:StartProducten/>", 3)]
    [InlineData("x<b:Bsn/>", 3)]
    public void Findings_by_the_megabyte_are_counted_and_a_hundred_kept(string fault, int megabytes)
    {
        var count = megabytes * Mega / fault.Length;
        var outcome = Held(InClient.Before + string.Concat(Enumerable.Repeat(fault, count)) + InClient.After, out var held);

        Assert.Equal(100, outcome.Bevindingen.Count);
        Assert.True(outcome.BevindingCount >= count);
        Assert.InRange(held, long.MinValue, Mega);
    }

    private static CheckOutcome Held(string bericht, out long held)
    {
        var bytes = bericht.Utf8();
        var check = new BerichtCheck();
        check.Feed(bytes.AsSpan(0, 4096));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var at = 4096; at < bytes.Length; at += 16_384)
        {
            check.Feed(bytes.AsSpan(at, Math.Min(16_384, bytes.Length - at)));
        }
        held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(bytes);
        return check.Complete();
    }
}
