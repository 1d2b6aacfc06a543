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
        return new Onderhanden(bericht.BerichtId, bericht.Kop.Gemeente + bericht.Kop.Aanbieder, sinds);
    }

    /// <summary>Queues the work; sending it again within the window of duplicate detection has no effect.</summary>
    /// <param name="werk">The work.</param>
    /// <param name="ronde">0 for the first time; each number counts as another message, whose effect is still that of one.</param>
    /// <param name="cancellation">Stops the sending.</param>
    public Task StuurAsync(Onderhanden werk, int ronde, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        var bericht = new QueueMessage
        {
            MessageId = ronde == 0 ? werk.BerichtId : string.Create(CultureInfo.InvariantCulture, $"{werk.BerichtId}{Scheiding}{ronde}"),
            SessionId = werk.Sessie,
            ContentType = "application/json",
            Body = new Werkopdracht(Werkopdracht.HuidigeVersie, werk.BerichtId).Schrijf(),
        };
        return DependencyBound.RunAsync("queue verwerking: sturen", stop => queues.SendAsync(Naam, bericht, stop), cancellation);
    }
}
