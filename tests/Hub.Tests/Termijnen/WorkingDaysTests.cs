using System.Globalization;
using System.Text;
using Hub.Deelnemers;
using Hub.Termijnen;

namespace Hub.Tests.Termijnen;

public class WorkingDaysTests
{
    private static readonly WorkingDays National = new([]);

    [Theory]
    [InlineData("2026-07-20", 3, "2026-07-23")] // Monday
    [InlineData("2026-07-23", 3, "2026-07-28")] // over a weekend
    [InlineData("2026-07-25", 3, "2026-07-29")] // received on a Saturday
    [InlineData("2026-04-01", 3, "2026-04-08")] // over Easter: Goede Vrijdag and Tweede Paasdag
    [InlineData("2026-04-24", 1, "2026-04-28")] // over Koningsdag
    [InlineData("2026-12-23", 3, "2026-12-29")] // over Christmas
    [InlineData("2026-12-31", 1, "2027-01-04")] // over the new year
    [InlineData("2026-05-13", 5, "2026-05-21")] // over Hemelvaart
    public void The_day_of_receipt_is_day_0(string received, int count, string last) =>
        Assert.Equal(Day(last), National.After(Day(received), count));

    [Fact]
    public void A_free_day_of_one_gemeente_counts_nowhere_else_and_one_of_the_region_everywhere()
    {
        const string json = """
            {"regio":"R","vrijeDagen":["2026-05-15"],
             "gemeenten":[{"code":"0503","naam":"A","retour":"hub","appIds":[],"vrijeDagen":["2026-05-18"]},{"code":"0518","naam":"B",
             "retour":"hub","appIds":[]}],
             "aanbieders":[]}
            """;
        var (list, faults) = DeelnemersFile.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(faults);
        var calendars = new WorkingCalendars(list!);

        Assert.Equal(Day("2026-05-19"), calendars.Of("0503").After(Day("2026-05-13"), 1));
        Assert.Equal(Day("2026-05-18"), calendars.Of("0518").After(Day("2026-05-13"), 1));
        Assert.Equal(Day("2026-05-15"), calendars.Of("9999").After(Day("2026-05-13"), 1));
    }

    [Fact]
    public void Terms_add_up_end_on_a_working_day_and_only_get_longer_by_a_free_day()
    {
        var chance = new Random(2026);
        for (var turn = 0; turn < 2000; turn++)
        {
            var day = new DateOnly(2026, 1, 1).AddDays(chance.Next(365 * 6));
            var (a, b) = (chance.Next(1, 12), chance.Next(1, 12));
            var free = day.AddDays(chance.Next(1, 30));

            var last = National.After(day, a);

            Assert.True(National.Is(last));
            Assert.Equal(a, Enumerable.Range(1, last.DayNumber - day.DayNumber).Count(n => National.Is(day.AddDays(n))));
            Assert.Equal(National.After(day, a + b), National.After(last, b));
            Assert.True(National.After(day.AddDays(1), a) >= last);
            var with = new WorkingDays([free]).After(day, a);
            Assert.Equal(free <= last && National.Is(free) ? National.After(last, 1) : last, with);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
