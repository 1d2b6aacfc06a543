using Ijw.Dossiers.Rules.Declaraties;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>The rounding of process.md 7.5 and 7.6.</summary>
public class RoundingTests
{
    [Theory]
    [InlineData(7500, 95, 125, 11875)]
    [InlineData(7310, 95, 122, 11574)]
    [InlineData(30, 1, 1, 1)]
    [InlineData(29, 1, 0, 0)]
    [InlineData(99_999_999, 99_999_999, 1_666_667, 166_666_663_333_333)]
    public void Minutes_go_by_the_tariff_per_hour_and_are_rounded_once(int hourRate, int minutes, int minuteRate, long amount) =>
        Assert.Equal((minuteRate, amount), (Rounding.MinuteRate(hourRate), Rounding.Amount(hourRate, minutes)));

    [Theory]
    [InlineData(11574, 95, 122, true)]
    [InlineData(11590, 95, 122, true)]
    [InlineData(11542, 95, 122, true)]
    [InlineData(11541, 95, 122, false)]
    [InlineData(11639, 95, 122, false)]
    public void Without_the_tariff_per_hour_rounding_can_take_half_a_cent_per_minute_and_half_for_the_whole(
        long amount,
        int minutes,
        int rate,
        bool past
    ) => Assert.Equal(past, Rounding.FitsMinutes(amount, minutes, rate));

    [Fact]
    public void Every_tariff_per_hour_passes_without_being_known()
    {
        for (var hourRate = 1; hourRate < 20_000; hourRate += 7)
        {
            for (var minutes = 1; minutes < 3_000; minutes += 61)
            {
                Assert.True(Rounding.FitsMinutes(Rounding.Amount(hourRate, minutes), minutes, Rounding.MinuteRate(hourRate)));
            }
        }
    }
}
