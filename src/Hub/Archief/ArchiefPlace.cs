using System.Globalization;

namespace Hub.Archief;

/// <summary>Names places in the archive: a container per gemeente for its berichten (D11), one per sender for what is no bericht.</summary>
public static class ArchiefPlace
{
    /// <summary>What the name of every container of refusals begins with; the code of the sender follows.</summary>
    public const string Refusals = "geweigerd-";

    private const string Archief = "archief-";
    private const string DayFormat = "yyyy/MM/dd";

    /// <summary>
    /// The place of a bericht, that came in or that the hub made: it follows from the id alone, so that the same bericht finds its own
    /// place taken, whenever and however often it comes (docs/adr/0011).
    /// </summary>
    /// <param name="berichtId">See <see cref="Berichten.BerichtId"/>; it begins with the gemeentecode.</param>
    public static ArchiefReference OfBericht(string berichtId)
    {
        ArgumentNullException.ThrowIfNull(berichtId);
        return new ArchiefReference(ContainerOf(berichtId[..4]), berichtId + ".xml");
    }

    /// <summary>The container with the berichten of a gemeente.</summary>
    public static string ContainerOf(string gemeentecode) => Archief + gemeentecode;

    /// <summary>The place of bytes that are no bericht, or not yet known to be one, by who sent them.</summary>
    /// <param name="deelnemerCode">Code of the sender.</param>
    /// <param name="day">The day on which they began to come in.</param>
    /// <param name="uploadId">Tells them from all others.</param>
    public static ArchiefReference OfRefusal(string deelnemerCode, DateOnly day, string uploadId) =>
        new(Refusals + deelnemerCode, day.ToString(DayFormat, CultureInfo.InvariantCulture) + "/" + uploadId + ".xml");

    /// <summary>The day in the name of a place; null when it has none.</summary>
    public static DateOnly? DayOf(ArchiefReference place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var text = place.Blob.AsSpan(0, Math.Min(DayFormat.Length, place.Blob.Length));
        return DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
