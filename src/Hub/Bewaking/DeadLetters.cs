using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Queues;
using Hub.Verwerking;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Dead letters of one queue with one reason.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Reden">Why, as one of the broker's own words, else <c>Overig</c>.</param>
/// <param name="MessageIds">The berichten, at most as many as are looked at in one run.</param>
public sealed record DeadLetterMelding(string Queue, string Reden, IReadOnlyList<string> MessageIds);

/// <summary>Looks at the dead-letter queues and reports what is in them, by id and count only.</summary>
public sealed partial class DeadLetters(IQueueClient queues, Deelnemerslijst deelnemers, HubMeter meter, ILogger<DeadLetters> logger)
{
    private const int MaxPerQueue = 32;
    private const int Tegelijk = 4;
    private static readonly TimeSpan Wachttijd = TimeSpan.FromSeconds(1);

    // Deelnemers write their own reasons on what they dead-letter, so only words that are known can be repeated.
    private static readonly HashSet<string> BekendeRedenen = new(StringComparer.Ordinal)
    {
        "MaxDeliveryCountExceeded", "TTLExpiredException", "HeaderSizeExceeded", "Session ID is null.", "MaxTransferHopCountExceeded",
    };

    /// <summary>Reports every queue's dead letters once, and leaves them where they are.</summary>
    public async Task<IReadOnlyList<DeadLetterMelding>> MeldAsync(CancellationToken cancellation)
    {
        var namen = deelnemers.Alle.Select(deelnemer => deelnemer.Postbus).Prepend(WerkQueue.Naam);
        var meldingen = new System.Collections.Concurrent.ConcurrentBag<DeadLetterMelding>();
        var opties = new ParallelOptions { MaxDegreeOfParallelism = Tegelijk, CancellationToken = cancellation };
        await Parallel.ForEachAsync(namen, opties, async (queue, stop) =>
        {
            foreach (var melding in await BekijkAsync(queue, stop).ConfigureAwait(false)) meldingen.Add(melding);
        }).ConfigureAwait(false);

        foreach (var melding in meldingen)
        {
            meter.DeadLetters.Add(melding.MessageIds.Count, new("queue", melding.Queue), new("reden", melding.Reden));
            LogDeadLetters(melding.Queue, melding.Reden, melding.MessageIds.Count, string.Join(", ", melding.MessageIds));
        }

        return [.. meldingen.OrderBy(melding => melding.Queue, StringComparer.Ordinal).ThenBy(melding => melding.Reden, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<DeadLetterMelding>> BekijkAsync(string queue, CancellationToken cancellation)
    {
        var gezien = new List<(string Reden, string MessageId)>();
        try
        {
            var ontvanger = await queues.OpenReceiverAsync(queue, deadLetters: true, cancellation).ConfigureAwait(false);
            await using (ontvanger.ConfigureAwait(false))
            {
                while (gezien.Count < MaxPerQueue
                    && await ontvanger.ReceiveAsync(Wachttijd, cancellation).ConfigureAwait(false) is { } bericht)
                {
                    gezien.Add((Reden(bericht.DeadLetterReason), MessageId(bericht.Message.MessageId)));
                }
            }
        }
        catch (QueueException fout)
        {
            LogNietBekeken(queue, fout.Failure);
        }

        return gezien.GroupBy(brief => brief.Reden, (reden, brieven) => new DeadLetterMelding(queue, reden, [.. brieven.Select(b => b.MessageId)]));
    }

    private static string Reden(string? reden) => reden is not null && BekendeRedenen.Contains(reden) ? reden : "Overig";

    private static string MessageId(string id)
    {
        var berichtId = id.Split(WerkQueue.Scheiding)[0];
        return BerichtId.IsGeldig(berichtId) ? berichtId : "(vreemd)";
    }

    [LoggerMessage(3002, LogLevel.Warning, "Dead letters in {Queue}: {Reden}, {Aantal}: {MessageIds}.")]
    private partial void LogDeadLetters(string queue, string reden, int aantal, string messageIds);

    [LoggerMessage(3003, LogLevel.Warning, "De dead letters van {Queue} zijn niet te bekijken: {Failure}.")]
    private partial void LogNietBekeken(string queue, QueueFailure failure);
}
