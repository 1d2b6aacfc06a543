using Ijw.Content;

namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>How much of a toewijzing may be delivered, in a period and in all (process.md 7.1 and 7.2).</summary>
/// <remarks>
/// In units of the Eenheid of the toewijzing, but in minutes when that is 04 (uur), because hours may be declared in minutes:
/// <see cref="Measure"/> brings a delivered volume to the same measure. Amounts of Eenheid 83 are in eurocent.
/// </remarks>
internal static class VolumeMaximum
{
    private const string Minute = "01";
    private const string Hour = "04";
    private const int MinutesPerHour = 60;

    /// <summary>The most in one ProductPeriode; it lies within <paramref name="toewijzing"/> and within a calendar month.</summary>
    public static long InPeriod(Omvang omvang, Period toewijzing, Period period) =>
        Volume(omvang)
        * (
            omvang.Frequentie switch
            {
                "1" => Days(period),
                "2" => IsOutput(omvang) ? Sundays(toewijzing, period) : IsoWeeks(period),
                _ => 1,
            }
        );

    /// <summary>The most over the whole toewijzing; null when it has no end and the volume isn't a total.</summary>
    public static long? Total(Omvang omvang, Period toewijzing)
    {
        if (omvang.Frequentie == "6")
        {
            return Volume(omvang);
        }
        if (toewijzing.End == DateOnly.MaxValue)
        {
            return null;
        }
        return Volume(omvang)
            * (
                omvang.Frequentie switch
                {
                    "1" => Days(toewijzing),
                    // For output the Sundays count and the broken last week (IV076): of the whole that is as many.
                    "2" => IsoWeeks(toewijzing),
                    _ => Months(toewijzing),
                }
            );
    }

    /// <summary>A delivered volume in the measure of the toewijzing; null when its Eenheid doesn't fit (TR341).</summary>
    public static long? Measure(Omvang omvang, string eenheid, int volume)
    {
        if (omvang.Eenheid == Hour)
        {
            return eenheid == Minute ? volume
                : eenheid == Hour ? (long)volume * MinutesPerHour
                : null;
        }
        return omvang.Eenheid == eenheid ? volume : null;
    }

    /// <summary>The ISO weeks that a period touches; never by week number, which goes wrong across a year end.</summary>
    public static int IsoWeeks(Period period) => (Monday(period.End) - Monday(period.Begin)) / 7 + 1;

    /// <summary>The Sundays in a period.</summary>
    public static int Sundays(Period period) => (int)(((period.End.DayNumber + 1L) / 7) - ((long)period.Begin.DayNumber / 7));

    /// <summary>
    /// The Sundays that count in a period of a toewijzing: those in it, and one more when the toewijzing doesn't end on a Sunday and its
    /// last one is in the period (IV076). A toewijzing without any Sunday counts as one week, in the period of its end.
    /// </summary>
    public static int Sundays(Period toewijzing, Period period)
    {
        var sundays = Sundays(period);
        if (toewijzing.End == DateOnly.MaxValue || toewijzing.End.DayOfWeek == DayOfWeek.Sunday)
        {
            return sundays;
        }
        var last = toewijzing.End.DayNumber - (int)toewijzing.End.DayOfWeek;
        if (last < toewijzing.Begin.DayNumber)
        {
            last = toewijzing.End.DayNumber;
        }
        return period.Begin.DayNumber <= last && last <= period.End.DayNumber ? sundays + 1 : sundays;
    }

    private static long Volume(Omvang omvang) => omvang.Eenheid == Hour ? (long)omvang.Volume * MinutesPerHour : omvang.Volume;

    private static bool IsOutput(Omvang omvang) => omvang.Eenheid is "82" or "83";

    private static int Days(Period period) => period.End.DayNumber - period.Begin.DayNumber + 1;

    private static int Months(Period period) => ((period.End.Year - period.Begin.Year) * 12) + period.End.Month - period.Begin.Month + 1;

    /// <summary>Day 0 is a Monday: 1 January of the year 1.</summary>
    private static int Monday(DateOnly day) => day.DayNumber - (day.DayNumber % 7);
}
