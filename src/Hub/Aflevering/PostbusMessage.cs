using Hub.Berichten;
using Hub.Postbus;
using Hub.Queues;

namespace Hub.Aflevering;

/// <summary>The message in a postbus; the names of its properties are what deelnemers depend on.</summary>
public static class PostbusMessage
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
    public const string BevindingCount = "aantalBevindingen";

    /// <summary>The id of the answer that the hub made on it in the name of the receiver; absent when the receiver answers.</summary>
    public const string Answer = "antwoord";

    /// <summary>
    /// <see cref="ContentBericht"/>, <see cref="ContentReference"/>, <see cref="ContentReminder"/> or <see cref="ContentSignal"/>.
    /// </summary>
    public const string Content = "inhoud";

    /// <summary><c>true</c> on what was delivered before and is delivered again on request; absent on a first delivery.</summary>
    public const string Repetition = "herhaling";

    /// <summary>The body is the bericht.</summary>
    public const string ContentBericht = "bericht";

    /// <summary>The body is empty; the bytes are at <c>GET /berichten/{berichtId}/inhoud</c>.</summary>
    public const string ContentReference = "verwijzing";

    /// <summary>The body is a <see cref="Termijnen.Reminder"/> in JSON; the other properties are of the bericht that it is about.</summary>
    public const string ContentReminder = "herinnering";

    /// <summary>The body is a <see cref="Signal"/> in JSON; the other properties are of the answer that it is about.</summary>
    public const string ContentSignal = "signaal";

    /// <summary>The message for <paramref name="piece"/>, which is about <paramref name="bericht"/>.</summary>
    public static QueueMessage Of(BerichtStatus bericht, Poststuk piece, bool withContent, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return Make(bericht, piece, withContent ? ContentBericht : ContentReference, content, "application/xml", piece.Berichtsoort);
    }

    /// <summary>The message for a reminder or a signal, which is about <paramref name="bericht"/>.</summary>
    public static QueueMessage OfNotice(BerichtStatus bericht, Poststuk piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var (content, json) = piece switch
        {
            { Reminder: { } reminder } => (ContentReminder, reminder.Write()),
            { Signal: { } signal } => (ContentSignal, signal.Write()),
            _ => throw new ArgumentException("This is no reminder and no signal.", nameof(piece)),
        };
        return Make(bericht, piece, content, json, "application/json", content);
    }

    private static QueueMessage Make(
        BerichtStatus bericht,
        Poststuk piece,
        string kindContent,
        ReadOnlyMemory<byte> content,
        string mediatype,
        string subject
    )
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var properties = new Dictionary<string, object>
        {
            [Berichtsoort] = piece.Berichtsoort,
            [Afzender] = piece.Afzender,
            [Ontvanger] = piece.Ontvanger,
            [Identificatie] = piece.Identificatie,
            [BerichtId] = piece.BerichtId,
            [Archief] = bericht.Archief.ToString(),
            [Oordeel] = piece.Oordeel,
            [BevindingCount] = piece.BevindingCount,
            [Content] = kindContent,
        };
        if (piece.Answer is { } answer)
        {
            properties[Answer] = answer;
        }
        if (piece.Repetition)
        {
            properties[Repetition] = true;
        }
        return new QueueMessage
        {
            MessageId = piece.Id,
            Body = content,
            ContentType = mediatype,
            Subject = subject,
            Properties = properties,
        };
    }
}
