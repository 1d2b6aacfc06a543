using Ijw.Reading;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;

namespace Ijw.Inhoud.Lezen;

/// <summary>Values of a record as the typed content has them.</summary>
internal static class Recordwaarden
{
    /// <summary>A whole number; the datatype keeps it within an int.</summary>
    public static int Int(this Record record, Veld veld) => (int)record.Getal(veld);

    /// <summary>A whole number; null when absent.</summary>
    public static int? IntOfNull(this Record record, Veld veld) => record.Heeft(veld) ? record.Int(veld) : null;

    /// <summary>A text; null when absent or only white space.</summary>
    public static string? TekstOfNull(this Record record, Veld veld) => record.IsFilled(veld) ? record.Tekst(veld) : null;

    /// <summary>A date; outside the years 0001-9999 the nearest day within them.</summary>
    public static DateOnly Datum(this Record record, Veld veld)
    {
        var dag = record.Getal(veld);
        return Datums.Datum(dag) ?? (dag < 0 ? DateOnly.MinValue : DateOnly.MaxValue);
    }

    /// <summary>A date; null when absent.</summary>
    public static DateOnly? DatumOfNull(this Record record, Veld veld) => record.Heeft(veld) ? record.Datum(veld) : null;

    /// <summary>A time of day with fractions of a second, up to 24:00:00; what is finer than a tick (100 ns) doesn't count.</summary>
    public static TimeSpan Tijd(this Record record, Veld veld)
    {
        var tekst = record.Bytes(veld);
        long ticks = (Twee(tekst) * TimeSpan.TicksPerHour) + (Twee(tekst[3..]) * TimeSpan.TicksPerMinute) + (Twee(tekst[6..]) * TimeSpan.TicksPerSecond);
        var waarde = TimeSpan.TicksPerSecond / 10;
        for (var at = 9; at < tekst.Length && waarde > 0; at++, waarde /= 10) ticks += (tekst[at] - '0') * waarde;
        return new TimeSpan(ticks);

        static int Twee(ReadOnlySpan<byte> cijfers) => ((cijfers[0] - '0') * 10) + (cijfers[1] - '0');
    }
}
