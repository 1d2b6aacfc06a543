using System.Globalization;
using Ijw.Content;
using Ijw.Dossiers.Rules.Declaraties;

namespace Ijw.Tests.Rules.Overarching;

/// <summary>The calendar numbers of process.md 7.7, and the formulas of 7.1 and 7.2.</summary>
public class VolumeMaximumTests
{
    private static readonly Period WholeYear = Period("2026-01-01", "2026-12-31");

    [Theory]
    [InlineData("2025-07-07", "2025-07-31", 4, 3)]
    [InlineData("2025-08-01", "2025-08-31", 5, 5)]
    [InlineData("2025-09-01", "2025-09-07", 1, 1)]
    [InlineData("2025-07-07", "2025-09-07", 9, 9)]
    [InlineData("2025-07-07", "2025-09-06", 9, 8)]
    [InlineData("2025-10-07", "2025-10-31", 4, 3)]
    [InlineData("2025-11-01", "2025-11-30", 5, 5)]
    [InlineData("2025-12-01", "2025-12-30", 5, 4)]
    [InlineData("2025-10-07", "2025-12-30", 13, 12)]
    [InlineData("2025-12-15", "2026-01-18", 5, 5)]
    [InlineData("2026-11-12", "2026-11-30", 4, 3)]
    [InlineData("2026-03-01", "2026-03-31", 6, 5)]
    [InlineData("2026-08-01", "2026-08-31", 6, 5)]
    [InlineData("2026-11-01", "2026-11-30", 6, 5)]
    [InlineData("2027-02-01", "2027-02-28", 4, 4)]
    [InlineData("2026-01-01", "2026-12-31", 53, 52)]
    public void A_period_touches_ISO_weeks_and_holds_Sundays(string begin, string end, int weeks, int sundays) =>
        Assert.Equal((weeks, sundays), (VolumeMaximum.IsoWeeks(Period(begin, end)), VolumeMaximum.Sundays(Period(begin, end))));

    [Theory]
    [InlineData("2025-07-07", "2025-09-07", "2025-07-07", "2025-09-07", 9)]
    [InlineData("2025-07-07", "2025-09-06", "2025-07-07", "2025-09-06", 9)]
    [InlineData("2025-07-07", "2025-09-06", "2025-08-01", "2025-08-31", 6)]
    [InlineData("2025-07-07", "2025-09-06", "2025-09-01", "2025-09-06", 0)]
    [InlineData("2025-10-07", "2025-12-30", "2025-10-07", "2025-10-31", 3)]
    [InlineData("2025-10-07", "2025-12-30", "2025-11-01", "2025-11-30", 5)]
    [InlineData("2025-10-07", "2025-12-30", "2025-12-01", "2025-12-30", 5)]
    [InlineData("2025-10-07", "2025-12-30", "2025-10-07", "2025-12-30", 13)]
    [InlineData("2026-06-01", "2026-06-04", "2026-06-01", "2026-06-04", 1)]
    [InlineData("2026-04-29", "2026-05-02", "2026-04-29", "2026-04-30", 0)]
    [InlineData("2026-04-29", "2026-05-02", "2026-05-01", "2026-05-02", 1)]
    [InlineData("2026-05-31", "2026-06-03", "2026-05-31", "2026-05-31", 2)]
    [InlineData("2026-05-31", "2026-06-03", "2026-06-01", "2026-06-03", 0)]
    public void Output_counts_Sundays_and_one_more_where_the_last_one_is_when_the_toewijzing_ends_on_another_day(
        string start,
        string end,
        string begin,
        string last,
        int sundays
    ) => Assert.Equal(sundays, VolumeMaximum.Sundays(Period(start, end), Period(begin, last)));

    [Theory]
    [InlineData("14", "1", 3 * 31)]
    [InlineData("14", "2", 3 * 6)]
    [InlineData("82", "2", 3 * 5)]
    [InlineData("83", "1", 3 * 31)]
    [InlineData("16", "4", 3)]
    [InlineData("84", "6", 3)]
    [InlineData("01", "2", 3 * 6)]
    [InlineData("04", "2", 3 * 6 * 60)]
    public void In_March_2026_at_most_the_volume_per_day_week_month_or_in_all(string eenheid, string frequentie, long highest) =>
        Assert.Equal(highest, VolumeMaximum.InPeriod(new Omvang(3, eenheid, frequentie), WholeYear, Period("2026-03-01", "2026-03-31")));

    [Theory]
    [InlineData("01", "1", 3 * 365)]
    [InlineData("14", "2", 3 * 53)]
    [InlineData("82", "2", 3 * 53)]
    [InlineData("83", "4", 3 * 12)]
    [InlineData("84", "6", 3)]
    [InlineData("04", "4", 3 * 12 * 60)]
    public void Over_2026_at_most_the_volume_for_every_day_week_or_month(string eenheid, string frequentie, long highest) =>
        Assert.Equal(highest, VolumeMaximum.Total(new Omvang(3, eenheid, frequentie), WholeYear));

    [Theory]
    [InlineData("2026-11-10", "2027-02-05", 4)]
    [InlineData("2026-12-31", "2027-01-01", 2)]
    [InlineData("2025-03-01", "2027-02-28", 24)]
    public void Months_are_counted_over_the_end_of_a_year(string begin, string end, int months) =>
        Assert.Equal(3 * months, VolumeMaximum.Total(new Omvang(3, "16", "4"), Period(begin, end)));

    /// <summary>Process.md 7.2 gives output and other units a formula of their own; over a whole toewijzing both count its weeks.</summary>
    [Fact]
    public void Over_a_whole_toewijzing_output_counts_as_many_weeks_as_any_other_unit()
    {
        var first = new DateOnly(2026, 5, 25);
        for (var from = 0; from < 14; from++)
        {
            for (var days = 0; days < 30; days++)
            {
                var toewijzing = new Period(first.AddDays(from), first.AddDays(from + days));

                Assert.Equal(VolumeMaximum.IsoWeeks(toewijzing), VolumeMaximum.Sundays(toewijzing, toewijzing));
            }
        }
    }

    [Fact]
    public void Without_an_end_only_a_total_has_a_maximum()
    {
        var open = Ijw.Content.Period.Of(new DateOnly(2026, 1, 1), null);

        Assert.Null(VolumeMaximum.Total(new Omvang(3, "14", "4"), open));
        Assert.Null(VolumeMaximum.Total(new Omvang(3, "01", "1"), open));
        Assert.Equal(3, VolumeMaximum.Total(new Omvang(3, "84", "6"), open));
    }

    [Fact]
    public void A_broken_month_gives_the_whole_volume_per_month_and_counts_as_one()
    {
        var toewijzing = Period("2026-01-20", "2026-03-10");

        Assert.Equal(8, VolumeMaximum.InPeriod(new Omvang(8, "16", "4"), toewijzing, Period("2026-01-20", "2026-01-31")));
        Assert.Equal(24, VolumeMaximum.Total(new Omvang(8, "16", "4"), toewijzing));
    }

    [Theory]
    [InlineData("04", "04", 2, 120)]
    [InlineData("04", "01", 95, 95)]
    [InlineData("01", "01", 95, 95)]
    [InlineData("01", "04", 2, null)]
    [InlineData("14", "16", 2, null)]
    [InlineData("83", "83", 2, 2)]
    public void A_volume_is_brought_to_the_measure_of_the_toewijzing(string toegewezen, string geleverd, int volume, int? measure) =>
        Assert.Equal(measure, VolumeMaximum.Measure(new Omvang(1, toegewezen, "6"), geleverd, volume));

    [Fact]
    public void The_largest_numbers_fit()
    {
        var endless = Period("0001-01-01", "9999-12-30");

        Assert.Equal(99_999_999L * 60 * 3_652_058, VolumeMaximum.Total(new Omvang(99_999_999, "04", "1"), endless));
    }

    private static Period Period(string begin, string end) => new(Date(begin), Date(end));

    private static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
