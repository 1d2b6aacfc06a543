using Hub.Berichten;
using Hub.Queues;
using Ijw;

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

    /// <summary><see cref="InhoudBericht"/> or <see cref="InhoudVerwijzing"/>.</summary>
    public const string Inhoud = "inhoud";

    /// <summary>The body is the bericht.</summary>
    public const string InhoudBericht = "bericht";

    /// <summary>The body is empty; the bytes are at <c>GET /berichten/{berichtId}/inhoud</c>.</summary>
    public const string InhoudVerwijzing = "verwijzing";

    /// <summary>The message for <paramref name="bericht"/>.</summary>
    public static QueueMessage Van(BerichtStatus bericht, bool metInhoud, ReadOnlyMemory<byte> inhoud)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return new QueueMessage
        {
            MessageId = bericht.BerichtId,
            Body = inhoud,
            ContentType = "application/xml",
            Subject = bericht.Kop.Soort.Naam,
            Properties = new Dictionary<string, object>
            {
                [Berichtsoort] = bericht.Kop.Soort.Naam,
                [Afzender] = bericht.Kop.Afzender,
                [Ontvanger] = bericht.Kop.Ontvanger,
                [Identificatie] = bericht.Kop.Identificatie,
                [BerichtId] = bericht.BerichtId,
                [Archief] = bericht.Archief.ToString(),
                [Oordeel] = bericht.Oordeel.Naam(),
                [AantalBevindingen] = bericht.AantalBevindingen,
                [Inhoud] = metInhoud ? InhoudBericht : InhoudVerwijzing,
            },
        };
    }
}
