namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>Rounding of hours and amounts (process.md 7.5 and 7.6): always half up.</summary>
internal static class Rounding
{
    private const int MinutesPerHour = 60;

    /// <summary>The amount in eurocent of minutes under a contract per hour: rounded once, over the whole (IV081).</summary>
    public static long Amount(int hourRate, int minutes) => (((long)hourRate * minutes) + (MinutesPerHour / 2)) / MinutesPerHour;

    /// <summary>What ProductTarief shows for minutes under a contract per hour, in eurocent; not to reckon with (IV081).</summary>
    public static int MinuteRate(int hourRate) => (int)Amount(hourRate, 1);

    /// <summary>
    /// Whether an amount can be that of minutes at a tariff rounded from one per hour: half a cent per minute off, and half for the whole.
    /// </summary>
    public static bool FitsMinutes(long amount, int minutes, int minuteRate) =>
        2 * Math.Abs(amount - ((long)minutes * minuteRate)) <= minutes + 1L;
}
