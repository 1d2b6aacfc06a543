using Ijw.Tests.Examples;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Reading;

/// <summary>A bericht with more faults than anyone wants to read; run alone, since what the process holds is measured.</summary>
[Collection(nameof(GrootteTests))]
public class BevindingenvloedTests
{
    private const int Mega = 1024 * 1024;

    private static readonly (string Voor, string Na) InClient = Voorbeeld.Rond("<b:Client>");

    [Theory]
    [InlineData("<x/>", 3)]
    [InlineData("<b:Product/>", 3)]
    [InlineData("<b:Geslacht>9</b:Geslacht>", 24)]
    [InlineData("<b:StartProducten/>", 3)]
    [InlineData("x<b:Bsn/>", 3)]
    public void Findings_by_the_megabyte_are_counted_and_a_hundred_kept(string fout, int megabytes)
    {
        var aantal = megabytes * Mega / fout.Length;
        var resultaat = Gehouden(InClient.Voor + string.Concat(Enumerable.Repeat(fout, aantal)) + InClient.Na, out var gehouden);

        Assert.Equal(100, resultaat.Bevindingen.Count);
        Assert.True(resultaat.AantalBevindingen >= aantal);
        Assert.InRange(gehouden, long.MinValue, Mega);
    }

    private static ControleResultaat Gehouden(string bericht, out long gehouden)
    {
        var bytes = bericht.Utf8();
        var controle = new BerichtControle();
        controle.Feed(bytes.AsSpan(0, 4096));
        var voor = GC.GetTotalMemory(forceFullCollection: true);
        for (var at = 4096; at < bytes.Length; at += 16_384) controle.Feed(bytes.AsSpan(at, Math.Min(16_384, bytes.Length - at)));
        gehouden = GC.GetTotalMemory(forceFullCollection: true) - voor;
        GC.KeepAlive(bytes);
        return controle.Complete();
    }
}
