using System.Globalization;
using Hub.Berichten;

namespace Hub.Search;

/// <summary>The place of a bericht among those of a deelnemer, the same by whatever term it is found; newer stands before older.</summary>
/// <param name="Received">When it came in (UTC).</param>
/// <param name="BerichtId">The bericht.</param>
public readonly record struct SearchPlace(DateTimeOffset Received, string BerichtId)
{
    private const int Digits = 19;

    /// <summary>The place of a bericht.</summary>
    public static SearchPlace Of(BerichtStatus bericht)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        // Whole milliseconds, which every table keeps.
        var ticks = bericht.Trail.Received.UtcTicks;
        return new SearchPlace(new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero), bericht.BerichtId);
    }

    /// <summary>A moment as 19 digits that are less the later it is.</summary>
    public static string Descending(DateTimeOffset moment) =>
        (long.MaxValue - moment.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static SearchPlace? Read(string? text)
    {
        if (text is not { Length: > Digits + 1 } || text[Digits] != '~' || !Hub.Berichten.BerichtId.IsValid(text[(Digits + 1)..]))
        {
            return null;
        }
        if (!long.TryParse(text.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var descending))
        {
            return null;
        }
        var ticks = long.MaxValue - descending;
        return ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new SearchPlace(new DateTimeOffset(ticks, TimeSpan.Zero), text[(Digits + 1)..])
            : null;
    }

    /// <summary><c>{19 digits}~{BerichtId}</c>.</summary>
    public override string ToString() => $"{Descending(Received)}~{BerichtId}";
}
