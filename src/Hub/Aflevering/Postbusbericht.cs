using Hub.Berichten;
using Hub.Postbus;
using Hub.Queues;

namespace Hub.Aflevering;

/// <summary>The message in a postbus; the names of its properties are what deelnemers depend on.</summary>
public static class Postbusbericht
{
    /// <summary>Name of the berichtsoort, such as <c>JW301</c>.</summary>
    public const string Berichtsoort = "berichtsoort";

    /// <summary>Header.Afzender.</summary>
    public const string Afzender = "afzender";

    /// <summary>Header.Ontvanger.</summary>
    public const string Ontvanger = "ontvanger";

    /// <summary>Header.BerichtIdentificatie.Identificatie.</summary>
    public const string Identificatie = "identificatie";

    /// <summary>The id under which the hub knows it.</summary>
    public const string BerichtId = "berichtId";

    /// <summary>Where the bytes are, as <c>container/blob</c>.</summary>
    public const string Archief = "archief";

    /// <summary>The hub's verdict: <c>goedgekeurd</c>, or <c>afgekeurd</c> as advice to a receiver that makes its own retour.</summary>
    public const string Oordeel = "oordeel";

    /// <summary>How many findings the hub had.</summary>
    public const string AantalBevindingen = "aantalBevindingen";

    /// <summary>The id of the answer that the hub made on it in the name of the receiver; absent when the receiver answers.</summary>
    public const string Antwoord = "antwoord";

    /// <summary><see cref="InhoudBericht"/>, <see cref="InhoudVerwijzing"/>, <see cref="InhoudHerinnering"/> or <see cref="InhoudSignaal"/>.</summary>
    public const string Inhoud = "inhoud";

    /// <summary><c>true</c> on what was delivered before and is delivered again on request; absent on a first delivery.</summary>
    public const string Herhaling = "herhaling";

    /// <summary>The body is the bericht.</summary>
    public const string InhoudBericht = "bericht";

    /// <summary>The body is empty; the bytes are at <c>GET /berichten/{berichtId}/inhoud</c>.</summary>
    public const string InhoudVerwijzing = "verwijzing";

    /// <summary>The body is a <see cref="Termijnen.Herinnering"/> in JSON; the other properties are of the bericht that it is about.</summary>
    public const string InhoudHerinnering = "herinnering";

    /// <summary>The body is a <see cref="Signaal"/> in JSON; the other properties are of the answer that it is about.</summary>
    public const string InhoudSignaal = "signaal";

    /// <summary>The message for <paramref name="stuk"/>, which is about <paramref name="bericht"/>.</summary>
    public static QueueMessage Van(BerichtStatus bericht, Poststuk stuk, bool metInhoud, ReadOnlyMemory<byte> inhoud)
    {
        ArgumentNullException.ThrowIfNull(stuk);
        return Maak(bericht, stuk, metInhoud ? InhoudBericht : InhoudVerwijzing, inhoud, "application/xml", stuk.Berichtsoort);
    }

    /// <summary>The message for a reminder or a signal, which is about <paramref name="bericht"/>.</summary>
    public static QueueMessage VanMelding(BerichtStatus bericht, Poststuk stuk)
    {
        ArgumentNullException.ThrowIfNull(stuk);
        var (inhoud, json) = stuk switch
        {
            { Herinnering: { } herinnering } => (InhoudHerinnering, herinnering.Schrijf()),
            { Signaal: { } signaal } => (InhoudSignaal, signaal.Schrijf()),
            _ => throw new ArgumentException("This is no reminder and no signal.", nameof(stuk)),
        };
        return Maak(bericht, stuk, inhoud, json, "application/json", inhoud);
    }

    private static QueueMessage Maak(BerichtStatus bericht, Poststuk stuk, string soortInhoud, ReadOnlyMemory<byte> inhoud, string mediatype, string onderwerp)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var eigenschappen = new Dictionary<string, object>
        {
            [Berichtsoort] = stuk.Berichtsoort,
            [Afzender] = stuk.Afzender,
            [Ontvanger] = stuk.Ontvanger,
            [Identificatie] = stuk.Identificatie,
            [BerichtId] = stuk.BerichtId,
            [Archief] = bericht.Archief.ToString(),
            [Oordeel] = stuk.Oordeel,
            [AantalBevindingen] = stuk.AantalBevindingen,
            [Inhoud] = soortInhoud,
        };
        if (stuk.Antwoord is { } antwoord) eigenschappen[Antwoord] = antwoord;
        if (stuk.Herhaling) eigenschappen[Herhaling] = true;
        return new QueueMessage
        {
            MessageId = stuk.Id,
            Body = inhoud,
            ContentType = mediatype,
            Subject = onderwerp,
            Properties = eigenschappen,
        };
    }
}
