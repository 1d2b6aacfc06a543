using Ijw.Model;

namespace Ijw.Dossiers;

/// <summary>What rules ask of the world outside the berichten (level 4).</summary>
public sealed record Sources
{
    private static readonly TimeZoneInfo Nederland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day of receipt in the Netherlands: the clock of the receiver (TR135).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>
    /// The products that the gemeente and the aanbieder use; null when no list is known, and what needs one isn't checked.
    /// </summary>
    public ProductCodeList? Productcodes { get; init; }

    /// <summary>The gemeentecodes (TR378).</summary>
    public Gemeentecodes Gemeentecodes { get; init; } = Gemeentecodes.BuiltIn;

    /// <summary>The sources on the day that it was in the Netherlands at a moment.</summary>
    public static Sources On(DateTimeOffset moment) => new() { Today = Day(moment) };

    /// <summary>The day that it was in the Netherlands at a moment.</summary>
    internal static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Nederland).DateTime);
}
