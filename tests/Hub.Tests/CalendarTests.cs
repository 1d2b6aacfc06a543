using System.Globalization;

namespace Hub.Tests;

public class CalendarTests
{
    [Theory]
    [InlineData("2026-01-31T22:59:59Z", "2026-01-31")]
    [InlineData("2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("2026-07-19T22:00:00Z", "2026-07-20")]
    public void A_day_begins_at_midnight_in_the_Netherlands(string moment, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, CultureInfo.InvariantCulture),
            Calendar.Day(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("2026-01-31", "2026-01-30T23:00:00Z")]
    [InlineData("2026-07-20", "2026-07-19T22:00:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")] // summer time begins in the night
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")] // and has ended the day before
    public void The_beginning_of_a_day_is_the_first_moment_of_it(string day, string moment)
    {
        var begin = Calendar.Begin(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), begin);
        Assert.Equal(Calendar.Day(begin), Calendar.Day(begin.AddTicks(-1)).AddDays(1));
    }
}
