namespace Hub;

/// <summary>The day on which something happens, as the standard's terms count it: in the Netherlands.</summary>
public static class Calendar
{
    private static readonly TimeZoneInfo Nederland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The date in Europe/Amsterdam at <paramref name="moment"/>.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Nederland).DateTime);

    /// <summary>The moment (UTC) at which <paramref name="day"/> begins in Europe/Amsterdam.</summary>
    public static DateTimeOffset Begin(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Nederland.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
