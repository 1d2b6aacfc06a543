using System.Collections.Frozen;

namespace Hub.Termijnen;

/// <summary>
/// Counts werkdagen: Monday to Friday, without the public holidays and without the days that are free here (process.md 2).
/// </summary>
/// <param name="freeDays">Days that are free besides the public holidays.</param>
public sealed class WorkingDays(IEnumerable<DateOnly> freeDays)
{
    private readonly FrozenSet<DateOnly> _freeDays = freeDays.ToFrozenSet();

    /// <summary>Whether <paramref name="day"/> counts.</summary>
    public bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Is(day) && !_freeDays.Contains(day);

    /// <summary>
    /// The last day of a term of <paramref name="count"/> werkdagen (1 or more) that begins on <paramref name="day"/>, itself day 0.
    /// </summary>
    public DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (Is(day))
            {
                count--;
            }
        }

        return day;
    }
}
