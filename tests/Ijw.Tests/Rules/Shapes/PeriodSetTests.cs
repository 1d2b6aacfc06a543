using Ijw.Rules.Shapes;

namespace Ijw.Tests.Rules.Shapes;

/// <summary>Days covered by periods, held against a set of the days themselves.</summary>
public class PeriodSetTests
{
    private const int Days = 40;

    [Fact]
    public void A_day_is_covered_when_one_of_the_periods_holds_it()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var (periods, days) = (new PeriodSet(), new HashSet<long>());
            for (var i = 0; i < random.Next(1, 12); i++)
            {
                var period = Period(random);
                periods.Add(period);
                days.UnionWith(Held(period));
                Assert.All(Enumerable.Range(-1, Days + 2), day => Assert.Equal(days.Contains(day), periods.Overlaps((day, day))));
                var asked = Period(random);
                Assert.Equal(days.Overlaps(Held(asked)), periods.Overlaps(asked));
            }
        }
    }

    [Theory]
    [InlineData(5, 9, true)]
    [InlineData(1, 5, true)]
    [InlineData(6, 6, true)]
    [InlineData(10, 12, false)]
    [InlineData(1, 4, false)]
    [InlineData(7, 6, false)]
    public void The_first_and_the_last_day_of_a_period_are_in_it(long begin, long end, bool overlaps)
    {
        var periods = new PeriodSet();
        periods.Add((5, 9));

        Assert.Equal(overlaps, periods.Overlaps((begin, end)));
    }

    [Fact]
    public void A_period_without_an_end_covers_all_that_comes_after()
    {
        var periods = new PeriodSet();
        periods.Add((5, long.MaxValue));
        periods.Add((1, 2));

        Assert.True(periods.Overlaps((4, 5)) && periods.Overlaps((100_000, long.MaxValue)));
        Assert.False(periods.Overlaps((3, 4)));
    }

    /// <summary>Some end before they begin, and hold no day.</summary>
    private static (long Begin, long End) Period(Random random)
    {
        var begin = random.Next(Days);
        return (begin, Math.Min(begin + random.Next(-2, 9), Days - 1));
    }

    private static IEnumerable<long> Held((long Begin, long End) period)
    {
        for (var day = period.Begin; day <= period.End; day++)
        {
            yield return day;
        }
    }
}
