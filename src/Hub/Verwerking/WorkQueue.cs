using System.Globalization;
using Hub.Berichten;
using Hub.Queues;

namespace Hub.Verwerking;

/// <summary>Puts work on queue <c>verwerking</c>: in order per pair of gemeente and aanbieder (D10), each bericht once.</summary>
public sealed class WorkQueue(IQueueClient queues)
{
    /// <summary>The name of the queue.</summary>
    public const string Name = "verwerking";

    /// <summary>Stands between the BerichtId and the round in a MessageId.</summary>
    public const char Separator = '+';

    /// <summary>The outbox row of a bericht that is to be processed.</summary>
    public static InProgress Of(BerichtStatus bericht, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return Of(bericht.BerichtId, bericht.Header, since);
    }

    /// <summary>The same for one that is not recorded yet.</summary>
    public static InProgress Of(string berichtId, BerichtHeader header, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new InProgress(berichtId, Pair.Of(header).Session, since);
    }

    /// <summary>
    /// The berichten of which work is on the queue, also what is being processed now; what came after the call may be among them or not.
    /// </summary>
    public async Task<IReadOnlySet<string>> BerichtenAsync(CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in queues.ListMessageIdsAsync(Name, cancellation).ConfigureAwait(false))
        {
            found.Add(id.Split(Separator)[0]);
        }
        return found;
    }

    /// <summary>
    /// Queues the work of its round; each round counts as another message, whose effect is still that of one. Sending a round again within
    /// the window of duplicate detection has no effect, and nobody is told.
    /// </summary>
    public Task SendAsync(InProgress work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        var bericht = new QueueMessage
        {
            MessageId =
                work.Round == 0 ? work.BerichtId : string.Create(CultureInfo.InvariantCulture, $"{work.BerichtId}{Separator}{work.Round}"),
            SessionId = work.Session,
            ContentType = "application/json",
            Body = new WorkItem(WorkItem.CurrentVersion, work.BerichtId).Write(),
        };
        return DependencyBound.RunAsync("queue verwerking: sturen", stop => queues.SendAsync(Name, bericht, stop), cancellation);
    }
}
