using System.Globalization;
using Azure.Messaging.ServiceBus;
using Hub.Aflevering;
using Hub.Deelnemers;
using Hub.Local.Opstarten;
using Hub.Queues;

namespace Hub.Local.Voorbeelden;

/// <summary>A bericht as a deelnemer took it out of its postbus.</summary>
/// <param name="Deelnemer">Whose postbus.</param>
/// <param name="BerichtId">The id of the bericht.</param>
/// <param name="Soort">The berichtsoort.</param>
/// <param name="Oordeel">The verdict that the hub sent along.</param>
/// <param name="Inhoud">The bytes, also when the queue held a reference.</param>
/// <param name="AlsVerwijzing">Whether the queue held a reference.</param>
/// <param name="Bericht">The message as it stood on the queue, or what the list of a postbus over HTTP said, as one.</param>
public sealed record PostbusVondst(
    Deelnemer Deelnemer, string BerichtId, string Soort, string Oordeel, byte[] Inhoud, bool AlsVerwijzing, QueueMessage Bericht);

/// <summary>Empties postbussen, as the administratie of a deelnemer does.</summary>
public static class Postbussen
{
    private static readonly TimeSpan Leeg = TimeSpan.FromMilliseconds(500);

    /// <summary>Takes everything out of every postbus, and gives the berichten in the order in which they stood there; reminders and signals are dropped.</summary>
    public static async Task<IReadOnlyList<PostbusVondst>> LeegAsync(HubOmgeving omgeving, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(omgeving);
        var perDeelnemer = await Task.WhenAll(omgeving.Deelnemers.Alle.Select(deelnemer => LeegAsync(omgeving, deelnemer, cancellation))).ConfigureAwait(false);
        return [.. perDeelnemer.SelectMany(vondsten => vondsten)];
    }

    /// <summary>Takes everything out of one postbus; reminders and signals are dropped.</summary>
    /// <param name="omgeving">The hub.</param>
    /// <param name="deelnemer">Whose postbus.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="stilte">After how long without a message a queue counts as empty; half a second when not given.</param>
    public static async Task<IReadOnlyList<PostbusVondst>> LeegAsync(
        HubOmgeving omgeving, Deelnemer deelnemer, CancellationToken cancellation, TimeSpan? stilte = null)
    {
        ArgumentNullException.ThrowIfNull(omgeving);
        ArgumentNullException.ThrowIfNull(deelnemer);
        using var klant = omgeving.Klant(deelnemer);
        return deelnemer.Kanaal == Kanaal.Http
            ? await LeegOverHttpAsync(deelnemer, klant, cancellation).ConfigureAwait(false)
            : await LeegQueueAsync(omgeving, deelnemer, klant, stilte ?? Leeg, cancellation).ConfigureAwait(false);
    }

    /// <summary>What was received, as it was sent.</summary>
    public static QueueMessage From(ServiceBusReceivedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new QueueMessage
        {
            MessageId = message.MessageId,
            Body = message.Body.ToMemory(),
            SessionId = message.SessionId,
            ContentType = message.ContentType,
            Subject = message.Subject,
            Properties = message.ApplicationProperties.ToDictionary(),
        };
    }

    private static async Task<List<PostbusVondst>> LeegOverHttpAsync(Deelnemer deelnemer, Hubklant klant, CancellationToken cancellation)
    {
        var vondsten = new List<PostbusVondst>();
        while (await klant.PostbusAsync(cancellation).ConfigureAwait(false) is { Count: > 0 } stukken)
        {
            foreach (var stuk in stukken)
            {
                string Tekst(string naam) => stuk[naam]!.GetValue<string>();
                var (id, inhoud) = (Tekst("id"), await klant.InhoudAsync(Tekst("berichtId"), cancellation).ConfigureAwait(false));
                var bericht = new QueueMessage
                {
                    MessageId = id,
                    Body = inhoud,
                    Properties = stuk.ToDictionary(veld => veld.Key, veld => (object)veld.Value!.ToString()),
                };
                if (Tekst("soort") == "bericht")
                    vondsten.Add(new PostbusVondst(deelnemer, Tekst("berichtId"), Tekst("berichtsoort"), Tekst("oordeel"), inhoud, AlsVerwijzing: false, bericht));
                await klant.BevestigAsync(id, cancellation).ConfigureAwait(false);
            }
        }

        return vondsten;
    }

    private static async Task<List<PostbusVondst>> LeegQueueAsync(
        HubOmgeving omgeving, Deelnemer deelnemer, Hubklant klant, TimeSpan stilte, CancellationToken cancellation)
    {
        var vondsten = new List<PostbusVondst>();
        var ontvanger = omgeving.Queues.CreateReceiver(deelnemer.Postbus);
        await using (ontvanger.ConfigureAwait(false))
        {
            while (await ontvanger.ReceiveMessageAsync(stilte, cancellation).ConfigureAwait(false) is { } bericht)
            {
                if (bericht.Subject is not (Postbusbericht.InhoudHerinnering or Postbusbericht.InhoudSignaal))
                    vondsten.Add(await LeesAsync(deelnemer, From(bericht), klant, cancellation).ConfigureAwait(false));
                await ontvanger.CompleteMessageAsync(bericht, cancellation).ConfigureAwait(false);
            }
        }

        return vondsten;
    }

    private static async Task<PostbusVondst> LeesAsync(Deelnemer deelnemer, QueueMessage bericht, Hubklant klant, CancellationToken cancellation)
    {
        string Tekst(string naam) => Convert.ToString(bericht.Properties.GetValueOrDefault(naam), CultureInfo.InvariantCulture) ?? "";
        var id = Tekst(Postbusbericht.BerichtId);
        var verwijzing = Tekst(Postbusbericht.Inhoud) == Postbusbericht.InhoudVerwijzing;
        var inhoud = verwijzing ? await klant.InhoudAsync(id, cancellation).ConfigureAwait(false) : bericht.Body.ToArray();
        return new PostbusVondst(deelnemer, id, Tekst(Postbusbericht.Berichtsoort), Tekst(Postbusbericht.Oordeel), inhoud, verwijzing, bericht);
    }
}
