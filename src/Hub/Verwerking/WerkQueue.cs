using System.Globalization;
using Hub.Berichten;
using Hub.Queues;

namespace Hub.Verwerking;

/// <summary>Puts work on queue <c>verwerking</c>: in order per pair of gemeente and aanbieder (D10), each bericht once.</summary>
public sealed class WerkQueue(IQueueClient queues)
{
    /// <summary>The name of the queue.</summary>
    public const string Naam = "verwerking";

    /// <summary>Stands between the BerichtId and the round in a MessageId.</summary>
    public const char Scheiding = '+';

    /// <summary>The outbox row of a bericht that is to be processed.</summary>
    public static Onderhanden Van(BerichtStatus bericht, DateTimeOffset sinds)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return Van(bericht.BerichtId, bericht.Kop, sinds);
    }

    /// <summary>The same for one that is not recorded yet.</summary>
    public static Onderhanden Van(string berichtId, Berichtkop kop, DateTimeOffset sinds)
    {
        ArgumentNullException.ThrowIfNull(kop);
        return new Onderhanden(berichtId, Paar.Van(kop).Sessie, sinds);
    }

    /// <summary>
    /// The berichten of which work is on the queue, also what is being processed now; what came after the call may be among them or not.
    /// </summary>
    public async Task<IReadOnlySet<string>> BerichtenAsync(CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in queues.ListMessageIdsAsync(Naam, cancellation).ConfigureAwait(false)) found.Add(id.Split(Scheiding)[0]);
        return found;
    }

    /// <summary>
    /// Queues the work of its round; each round counts as another message, whose effect is still that of one. Sending a round again within
    /// the window of duplicate detection has no effect, and nobody is told.
    /// </summary>
    public Task StuurAsync(Onderhanden werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        var bericht = new QueueMessage
        {
            MessageId = werk.Round == 0 ? werk.BerichtId : string.Create(CultureInfo.InvariantCulture, $"{werk.BerichtId}{Scheiding}{werk.Round}"),
            SessionId = werk.Sessie,
            ContentType = "application/json",
            Body = new Werkopdracht(Werkopdracht.HuidigeVersie, werk.BerichtId).Schrijf(),
        };
        return DependencyBound.RunAsync("queue verwerking: sturen", stop => queues.SendAsync(Naam, bericht, stop), cancellation);
    }
}
