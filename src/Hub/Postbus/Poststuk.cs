using System.Buffers;
using System.Globalization;
using Hub.Berichten;
using Hub.Termijnen;

namespace Hub.Postbus;

/// <summary>What lies in a postbus: which bericht, and what the hub says of it; never the content.</summary>
public sealed record Poststuk
{
    /// <summary>Stands between the BerichtId and the rest in the id of a poststuk.</summary>
    public const char Scheiding = '+';

    private const int MaxLengteVanId = 120;
    private static readonly SearchValues<char> InId = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-+");

    /// <summary>By what it is known in the postbus, and confirmed; also the MessageId on a queue.</summary>
    public required string Id { get; init; }

    /// <summary>The bericht.</summary>
    public required string BerichtId { get; init; }

    /// <summary>Name of the berichtsoort, such as <c>JW301</c>.</summary>
    public required string Berichtsoort { get; init; }

    /// <summary>Header.Afzender.</summary>
    public required string Afzender { get; init; }

    /// <summary>Header.Ontvanger.</summary>
    public required string Ontvanger { get; init; }

    /// <summary>Header.BerichtIdentificatie.Identificatie.</summary>
    public required string Identificatie { get; init; }

    /// <summary>The hub's verdict, as written in JSON: an afgekeurd one is advice to a receiver that makes its own retour.</summary>
    public required string Oordeel { get; init; }

    /// <summary>How many findings the hub had.</summary>
    public required int AantalBevindingen { get; init; }

    /// <summary>How many bytes of XML.</summary>
    public required long Lengte { get; init; }

    /// <summary>True when it was delivered before, and was asked for again.</summary>
    public bool Herhaling { get; init; }

    /// <summary>The id of the answer that the hub made on it in the name of the receiver; null when it made none.</summary>
    public string? Antwoord { get; init; }

    /// <summary>What a reminder says; null on the bericht itself.</summary>
    public Herinnering? Herinnering { get; init; }

    /// <summary>What a signal about an answer says; null on the bericht itself.</summary>
    public Signaal? Signaal { get; init; }

    /// <summary>The delivery of <paramref name="bericht"/>: one poststuk however often it is made.</summary>
    public static Poststuk Van(BerichtStatus bericht)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return new Poststuk
        {
            Id = bericht.BerichtId,
            BerichtId = bericht.BerichtId,
            Berichtsoort = bericht.Kop.Soort.Naam,
            Afzender = bericht.Kop.Afzender,
            Ontvanger = bericht.Kop.Ontvanger,
            Identificatie = bericht.Kop.Identificatie,
            Oordeel = bericht.Oordeel.Naam(),
            AantalBevindingen = bericht.AantalBevindingen,
            Lengte = bericht.Lengte,
            Antwoord = bericht.Retour,
        };
    }

    /// <summary>Whether <paramref name="tekst"/> can be the id of a poststuk; says nothing about whether it exists.</summary>
    public static bool IsId(string? tekst) =>
        tekst is { Length: <= MaxLengteVanId } && Berichten.BerichtId.IsGeldig(tekst.Split(Scheiding)[0]) && tekst.AsSpan().IndexOfAnyExcept(InId) < 0;

    /// <summary>
    /// A delivery more of <paramref name="bericht"/>, asked for at <paramref name="nu"/> (UTC). It is never the one that was asked for before: a postbus drops
    /// what it had, and who asked would get nothing.
    /// </summary>
    public static Poststuk HerhalingVan(BerichtStatus bericht, DateTimeOffset nu) => Van(bericht) with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{bericht.BerichtId}{Scheiding}herhaling{Scheiding}{Guid.CreateVersion7(nu):N}"),
        Herhaling = true,
    };

    /// <summary>A reminder of what should have come on <paramref name="bericht"/>; <paramref name="kenmerk"/> tells it from others on the same bericht.</summary>
    public static Poststuk HerinneringOp(BerichtStatus bericht, string kenmerk, Herinnering herinnering) => Van(bericht) with
    {
        Id = $"{bericht.BerichtId}{Scheiding}herinnering{Scheiding}{kenmerk}",
        Herinnering = herinnering,
    };

    /// <summary>A signal about <paramref name="antwoord"/>: one of a kind, however often it is made.</summary>
    public static Poststuk SignaalOver(BerichtStatus antwoord, Signaal signaal)
    {
        ArgumentNullException.ThrowIfNull(signaal);
        var stuk = Van(antwoord);
        return stuk with { Id = $"{stuk.BerichtId}{Scheiding}signaal{Scheiding}{signaal.Soort}", Signaal = signaal };
    }
}
