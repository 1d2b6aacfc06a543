namespace Hub.Termijnen;

/// <summary>
/// The public holidays of the Netherlands, as the Algemene termijnenwet names them (artikel 3, first and second paragraph; BWBR0002448).
/// </summary>
/// <remarks>
/// Nieuwjaarsdag, Goede Vrijdag (put on a par with the others), Tweede Paasdag, Koningsdag, 5 mei, Hemelvaartsdag, Tweede Pinksterdag and
/// both Kerstdagen. Easter and Pentecost themselves are Sundays. Days that a royal decree adds for some years are configuration
/// (<c>vrijeDagen</c>).
/// </remarks>
public static class Holidays
{
    /// <summary>Whether <paramref name="day"/> is one.</summary>
    public static bool Is(DateOnly day)
    {
        switch (day)
        {
            case { Month: 1, Day: 1 } or { Month: 5, Day: 5 } or { Month: 12, Day: 25 or 26 }:
                return true;
            case { Month: 4, Day: 26 or 27 } when day == KingsDay(day.Year):
                return true;
        }

        return (day.DayNumber - Easter(day.Year).DayNumber) is -2 or 1 or 39 or 50;
    }

    /// <summary>The first day of Easter in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.</summary>
    public static DateOnly Easter(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var gulden = year % 19;
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epacta = ((19 * gulden) + century - (century / 4) - moonCorrection + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epacta - (yearOfCentury % 4)) % 7;
        var exception = (gulden + (11 * epacta) + (22 * sunday)) / 451;
        var days = epacta + sunday - (7 * exception) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    // 27 April, and the day before when that is a Sunday.
    private static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }
}
