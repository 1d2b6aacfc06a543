namespace Ijw.Dossiers.Rules.Declaraties;

/// <summary>Rounding of hours and amounts (process.md 7.5 and 7.6): always half up.</summary>
internal static class Afronding
{
    private const int MinutenPerUur = 60;

    /// <summary>The amount in eurocent of minutes under a contract per hour: rounded once, over the whole (IV081).</summary>
    public static long Bedrag(int uurtarief, int minuten) => (((long)uurtarief * minuten) + (MinutenPerUur / 2)) / MinutenPerUur;

    /// <summary>What ProductTarief shows for minutes under a contract per hour, in eurocent; not to reckon with (IV081).</summary>
    public static int Minuuttarief(int uurtarief) => (int)Bedrag(uurtarief, 1);

    /// <summary>Whether an amount can be that of minutes at a tariff rounded from one per hour: half a cent per minute off, and half for the whole.</summary>
    public static bool PastBijMinuten(long bedrag, int minuten, int minuuttarief) => 2 * Math.Abs(bedrag - ((long)minuten * minuuttarief)) <= minuten + 1L;
}
