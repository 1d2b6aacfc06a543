using Ijw.Reading;
using Ijw.Reading.Schemas;
using Ijw.Reading.Values;

namespace Ijw.Content.Building;

/// <summary>Values of a record as the typed content has them.</summary>
internal static class RecordValues
{
    /// <summary>A whole number; the datatype keeps it within an int.</summary>
    public static int Int(this Record record, Field field) => (int)record.Number(field);

    /// <summary>A whole number; null when absent.</summary>
    public static int? IntOfNull(this Record record, Field field) => record.Has(field) ? record.Int(field) : null;

    /// <summary>A text; null when absent or only white space.</summary>
    public static string? TextOrNull(this Record record, Field field) => record.IsFilled(field) ? record.Text(field) : null;

    /// <summary>A date; outside the years 0001-9999 the nearest day within them.</summary>
    public static DateOnly Date(this Record record, Field field)
    {
        var day = record.Number(field);
        return Dates.Date(day) ?? (day < 0 ? DateOnly.MinValue : DateOnly.MaxValue);
    }

    /// <summary>A date; null when absent.</summary>
    public static DateOnly? DateOrNull(this Record record, Field field) => record.Has(field) ? record.Date(field) : null;

    /// <summary>A time of day with fractions of a second, up to 24:00:00; what is finer than a tick (100 ns) doesn't count.</summary>
    public static TimeSpan Time(this Record record, Field field)
    {
        var text = record.Bytes(field);
        long ticks =
            (Two(text) * TimeSpan.TicksPerHour) + (Two(text[3..]) * TimeSpan.TicksPerMinute) + (Two(text[6..]) * TimeSpan.TicksPerSecond);
        var value = TimeSpan.TicksPerSecond / 10;
        for (var at = 9; at < text.Length && value > 0; at++, value /= 10)
        {
            ticks += (text[at] - '0') * value;
        }
        return new TimeSpan(ticks);

        static int Two(ReadOnlySpan<byte> digits) => ((digits[0] - '0') * 10) + (digits[1] - '0');
    }
}
