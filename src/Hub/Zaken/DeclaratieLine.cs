using Ijw.Dossiers.Facts;

namespace Hub.Zaken;

/// <summary>A line (prestatie) of a declaratie that was not refused as a whole, with what became of it.</summary>
/// <param name="Notice">What the register has of it.</param>
/// <param name="Answered">When the JW325 came in (UTC); null while there is none.</param>
public sealed record DeclaratieLine(PrestatieNotice Notice, DateTimeOffset? Answered)
{
    /// <summary>What can be declared once.</summary>
    public DeclaratiePlace Place => DeclaratiePlace.Of(Notice.Prestatie);

    /// <summary>When its declaratie came in (UTC).</summary>
    public DateTimeOffset Received => Notice.Origin.Moment;

    /// <summary>What became of it.</summary>
    public Verdict Verdict =>
        Notice.Outcome switch
        {
            PrestatieOutcome.Granted => Verdict.Accepted,
            PrestatieOutcome.Refused => Verdict.Refused,
            _ => Verdict.Open,
        };

    /// <summary>Names it among all lines: its declaratie, and its place in that.</summary>
    public string Id => IdOf(Notice);

    /// <summary>
    /// Names a line among all: <c>{BerichtId}/{place, 5 digits}</c>, so that the lines of a declaratie stand in their order.
    /// </summary>
    public static string IdOf(PrestatieNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{notice.Origin.BerichtId}/{notice.Place:D5}");
    }

    /// <summary>As a try at getting its place granted.</summary>
    public Attempt Attempt => new(Id, Received, Verdict, Answered, Notice.Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
