using System.Globalization;
using Hub.Termijnen;

namespace Hub.Tests.Termijnen;

public class HolidaysTests
{
    // From printed almanacs, not from a formula; the earliest and latest dates that Easter can have are among them.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2035-03-25")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Easter_is_on_the_day_of_the_almanac(string easter) => Assert.Equal(Day(easter), Holidays.Easter(Day(easter).Year));

    [Fact]
    public void The_holidays_of_2026_are_those_of_the_law()
    {
        string[] expected =
        [
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-04-27",
            "2026-05-05",
            "2026-05-14",
            "2026-05-25",
            "2026-12-25",
            "2026-12-26",
        ];

        Assert.Equal(expected.Select(Day), Year(2026).Where(Holidays.Is));
    }

    [Fact]
    public void Koningsdag_is_the_day_before_when_it_would_be_a_Sunday()
    {
        Assert.True(Holidays.Is(Day("2031-04-26")));
        Assert.False(Holidays.Is(Day("2031-04-27")));
        Assert.False(Holidays.Is(Day("2026-04-26")));
    }

    [Fact]
    public void Every_year_has_nine_and_those_of_Easter_have_their_weekday()
    {
        for (var year = 2014; year < 2200; year++)
        {
            var days = Year(year).Where(Holidays.Is).ToList();
            // When Hemelvaartsdag falls on 5 May, as in 2016, there are eight.
            Assert.Equal(Holidays.Easter(year).AddDays(39) == new DateOnly(year, 5, 5) ? 8 : 9, days.Count);
            Assert.Equal(DayOfWeek.Sunday, Holidays.Easter(year).DayOfWeek);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Year(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
