using Ijw.Dossiers.Rules.Declaraties;

namespace Ijw.Tests.Rules.Overstijgend;

/// <summary>The rounding of process.md 7.5 and 7.6.</summary>
public class AfrondingTests
{
    [Theory]
    [InlineData(7500, 95, 125, 11875)]
    [InlineData(7310, 95, 122, 11574)]
    [InlineData(30, 1, 1, 1)]
    [InlineData(29, 1, 0, 0)]
    [InlineData(99_999_999, 99_999_999, 1_666_667, 166_666_663_333_333)]
    public void Minutes_go_by_the_tariff_per_hour_and_are_rounded_once(int uurtarief, int minuten, int minuuttarief, long bedrag) =>
        Assert.Equal((minuuttarief, bedrag), (Afronding.Minuuttarief(uurtarief), Afronding.Bedrag(uurtarief, minuten)));

    [Theory]
    [InlineData(11574, 95, 122, true)]
    [InlineData(11590, 95, 122, true)]
    [InlineData(11542, 95, 122, true)]
    [InlineData(11541, 95, 122, false)]
    [InlineData(11639, 95, 122, false)]
    public void Without_the_tariff_per_hour_rounding_can_take_half_a_cent_per_minute_and_half_for_the_whole(long bedrag, int minuten, int tarief, bool past) =>
        Assert.Equal(past, Afronding.PastBijMinuten(bedrag, minuten, tarief));

    [Fact]
    public void Every_tariff_per_hour_passes_without_being_known()
    {
        for (var uurtarief = 1; uurtarief < 20_000; uurtarief += 7)
            for (var minuten = 1; minuten < 3_000; minuten += 61)
                Assert.True(Afronding.PastBijMinuten(Afronding.Bedrag(uurtarief, minuten), minuten, Afronding.Minuuttarief(uurtarief)));
    }
}
