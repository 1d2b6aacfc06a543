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
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private const int LooksInVain = 60;

    /// <summary>Takes everything out of every postbus, and gives the berichten in the order in which they stood there; reminders and signals are dropped.</summary>
    public static Task<IReadOnlyList<PostbusVondst>> LeegAsync(HubOmgeving omgeving, CancellationToken cancellation) => NeemAsync(omgeving, _ => true, cancellation);

    /// <summary>
    /// Takes what <paramref name="isOurs"/> out of every postbus, by its BerichtId, and gives it in the order in which it stood there. The rest stays,
    /// in its order, and no delivery of it is counted.
    /// </summary>
    public static async Task<IReadOnlyList<PostbusVondst>> NeemAsync(HubOmgeving omgeving, Func<string, bool> isOurs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(omgeving);
        var perDeelnemer = await Task.WhenAll(omgeving.Deelnemers.Alle.Select(deelnemer => NeemAsync(omgeving, deelnemer, isOurs, cancellation)))
            .ConfigureAwait(false);
        return [.. perDeelnemer.SelectMany(vondsten => vondsten)];
    }

    /// <summary>Takes everything out of one postbus; reminders and signals are dropped.</summary>
    public static Task<IReadOnlyList<PostbusVondst>> LeegAsync(HubOmgeving omgeving, Deelnemer deelnemer, CancellationToken cancellation) =>
        NeemAsync(omgeving, deelnemer, _ => true, cancellation);

    private static async Task<IReadOnlyList<PostbusVondst>> NeemAsync(
        HubOmgeving omgeving, Deelnemer deelnemer, Func<string, bool> isOurs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(omgeving);
        ArgumentNullException.ThrowIfNull(deelnemer);
        using var klant = omgeving.Klant(deelnemer);
        return deelnemer.Kanaal == Kanaal.Http
            ? await NeemOverHttpAsync(deelnemer, klant, isOurs, cancellation).ConfigureAwait(false)
            : await NeemUitQueueAsync(omgeving, deelnemer, klant, isOurs, cancellation).ConfigureAwait(false);
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

    private static async Task<List<PostbusVondst>> NeemOverHttpAsync(
        Deelnemer deelnemer, Hubklant klant, Func<string, bool> isOurs, CancellationToken cancellation)
    {
        var vondsten = new List<PostbusVondst>();
        for (var (stukken, cursor) = await klant.PostbusAsync(null, cancellation).ConfigureAwait(false);
            stukken.Count > 0;
            (stukken, cursor) = await klant.PostbusAsync(cursor, cancellation).ConfigureAwait(false))
        {
            foreach (var stuk in stukken)
            {
                string Tekst(string naam) => stuk[naam]!.GetValue<string>();
                var (id, berichtId) = (Tekst("id"), Tekst("berichtId"));
                if (!isOurs(berichtId)) continue;
                var inhoud = await klant.InhoudAsync(berichtId, cancellation).ConfigureAwait(false);
                var bericht = new QueueMessage
                {
                    MessageId = id,
                    Body = inhoud,
                    Properties = stuk.ToDictionary(veld => veld.Key, veld => (object)veld.Value!.ToString()),
                };
                if (Tekst("soort") == "bericht")
                    vondsten.Add(new PostbusVondst(deelnemer, berichtId, Tekst("berichtsoort"), Tekst("oordeel"), inhoud, AlsVerwijzing: false, bericht));
                await klant.BevestigAsync(id, cancellation).ConfigureAwait(false);
            }
        }

        return vondsten;
    }

    private static async Task<List<PostbusVondst>> NeemUitQueueAsync(
        HubOmgeving omgeving, Deelnemer deelnemer, Hubklant klant, Func<string, bool> isOurs, CancellationToken cancellation)
    {
        var vondsten = new List<PostbusVondst>();
        var ontvanger = omgeving.Queues.CreateReceiver(deelnemer.Postbus);
        // What is not ours stays locked meanwhile, so that it is not seen again.
        var others = new List<Guid>();
        await using (ontvanger.ConfigureAwait(false))
        {
            // Silence says little on a busy machine: the queue itself knows whether it is empty. What another has locked may stay so.
            for (var vain = 0; vain < LooksInVain && (await omgeving.ServiceBus.CountAsync(deelnemer.Postbus).ConfigureAwait(false)).Live > others.Count;)
            {
                if (await ontvanger.ReceiveMessageAsync(Look, cancellation).ConfigureAwait(false) is not { } bericht)
                {
                    vain++;
                }
                else if (!isOurs(Eigenschap(bericht.ApplicationProperties, Postbusbericht.BerichtId)))
                {
                    others.Add(Guid.Parse(bericht.LockToken));
                }
                else
                {
                    if (bericht.Subject is not (Postbusbericht.InhoudHerinnering or Postbusbericht.InhoudSignaal))
                        vondsten.Add(await LeesAsync(deelnemer, From(bericht), klant, cancellation).ConfigureAwait(false));
                    await ontvanger.CompleteMessageAsync(bericht, cancellation).ConfigureAwait(false);
                }
            }
        }

        foreach (var other in others) await omgeving.ServiceBus.GiveBackAsync(deelnemer.Postbus, other).ConfigureAwait(false);
        return vondsten;
    }

    private static string Eigenschap(IReadOnlyDictionary<string, object> eigenschappen, string naam) =>
        Convert.ToString(eigenschappen.GetValueOrDefault(naam), CultureInfo.InvariantCulture) ?? "";

    private static async Task<PostbusVondst> LeesAsync(Deelnemer deelnemer, QueueMessage bericht, Hubklant klant, CancellationToken cancellation)
    {
        string Tekst(string naam) => Eigenschap(bericht.Properties, naam);
        var id = Tekst(Postbusbericht.BerichtId);
        var verwijzing = Tekst(Postbusbericht.Inhoud) == Postbusbericht.InhoudVerwijzing;
        var inhoud = verwijzing ? await klant.InhoudAsync(id, cancellation).ConfigureAwait(false) : bericht.Body.ToArray();
        return new PostbusVondst(deelnemer, id, Tekst(Postbusbericht.Berichtsoort), Tekst(Postbusbericht.Oordeel), inhoud, verwijzing, bericht);
    }
}
