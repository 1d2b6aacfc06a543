using System.Globalization;

namespace Hub.Tests;

public class KalenderTests
{
    [Theory]
    [InlineData("2026-01-31T22:59:59Z", "2026-01-31")]
    [InlineData("2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("2026-07-19T22:00:00Z", "2026-07-20")]
    public void A_day_begins_at_midnight_in_the_Netherlands(string moment, string dag) =>
        Assert.Equal(DateOnly.Parse(dag, CultureInfo.InvariantCulture), Kalender.Dag(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
}
