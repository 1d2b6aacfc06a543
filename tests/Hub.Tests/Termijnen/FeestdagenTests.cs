using System.Globalization;
using Hub.Termijnen;

namespace Hub.Tests.Termijnen;

public class FeestdagenTests
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
    public void Easter_is_on_the_day_of_the_almanac(string pasen) =>
        Assert.Equal(Dag(pasen), Feestdagen.Pasen(Dag(pasen).Year));

    [Fact]
    public void The_holidays_of_2026_are_those_of_the_law()
    {
        string[] verwacht =
        [
            "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26",
        ];

        Assert.Equal(verwacht.Select(Dag), Jaar(2026).Where(Feestdagen.Is));
    }

    [Fact]
    public void Koningsdag_is_the_day_before_when_it_would_be_a_Sunday()
    {
        Assert.True(Feestdagen.Is(Dag("2031-04-26")));
        Assert.False(Feestdagen.Is(Dag("2031-04-27")));
        Assert.False(Feestdagen.Is(Dag("2026-04-26")));
    }

    [Fact]
    public void Every_year_has_nine_and_those_of_Easter_have_their_weekday()
    {
        for (var jaar = 2014; jaar < 2200; jaar++)
        {
            var dagen = Jaar(jaar).Where(Feestdagen.Is).ToList();
            // When Hemelvaartsdag falls on 5 May, as in 2016, there are eight.
            Assert.Equal(Feestdagen.Pasen(jaar).AddDays(39) == new DateOnly(jaar, 5, 5) ? 8 : 9, dagen.Count);
            Assert.Equal(DayOfWeek.Sunday, Feestdagen.Pasen(jaar).DayOfWeek);
        }
    }

    private static DateOnly Dag(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Jaar(int jaar)
    {
        for (var dag = new DateOnly(jaar, 1, 1); dag.Year == jaar; dag = dag.AddDays(1)) yield return dag;
    }
}
