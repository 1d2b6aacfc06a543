namespace Hub.Measures;

/// <summary>Calendar months and quarters, each by its first day.</summary>
public static class MonthOf
{
    /// <summary>A sender with fewer zaken in a month is shown by the quarter: a percentage of a few says nothing.</summary>
    public const int FewestZaken = 20;

    /// <summary>The month of a day.</summary>
    public static DateOnly Day(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The quarter of a day.</summary>
    public static DateOnly Quarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    /// <summary>The first and the last day over which a month of a sender is shown.</summary>
    /// <param name="month">Any day of the month.</param>
    /// <param name="zaken">How many zaken the sender began in it.</param>
    public static (DateOnly First, DateOnly Last) Shown(DateOnly month, int zaken)
    {
        var (first, months) = zaken < FewestZaken ? (Quarter(month), 3) : (Day(month), 1);
        return (first, first.AddMonths(months).AddDays(-1));
    }
}
