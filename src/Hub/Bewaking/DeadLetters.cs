using System.Collections.Concurrent;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Verwerking;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Dead letters of one queue with one reason.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Reden">Why, as one of the broker's own words, else <c>Overig</c>.</param>
/// <param name="MessageIds">The berichten, at most as many as are looked at in one run.</param>
public sealed record DeadLetterMelding(string Queue, string Reden, IReadOnlyList<string> MessageIds);

/// <summary>Looks at the dead-letter queues and reports what is in them, by id and count only.</summary>
/// <remarks>
/// It peeks, so nothing is locked or waited for: a queue costs one question. A peek brings the bodies along, so only a few run at once. However many queues there are and however slow the broker is, a run ends
/// within <see cref="Tijdslimiet"/>; what was not looked at then comes first in the next.
/// </remarks>
public sealed partial class DeadLetters(IQueueClient queues, Deelnemerslijst deelnemers, HubMeter meter, TimeProvider tijd, ILogger<DeadLetters> logger)
{
    /// <summary>How long a run may take.</summary>
    public static readonly TimeSpan Tijdslimiet = TimeSpan.FromSeconds(30);

    private const int MaxPerQueue = 32;
    private const int Tegelijk = 4;

    // Deelnemers write their own reasons on what they dead-letter, so only words that are known can be repeated.
    private static readonly HashSet<string> BekendeRedenen = new(StringComparer.Ordinal)
    {
        "MaxDeliveryCountExceeded", "TTLExpiredException", "HeaderSizeExceeded", "Session ID is null.", "MaxTransferHopCountExceeded",
    };

    private readonly string[] _namen = [WerkQueue.Naam, .. deelnemers.Alle.Select(deelnemer => deelnemer.Postbus)];
    private int _begin;

    /// <summary>Reports every queue's dead letters once, and leaves them where they are.</summary>
    public async Task<IReadOnlyList<DeadLetterMelding>> MeldAsync(CancellationToken cancellation)
    {
        var meldingen = new ConcurrentBag<DeadLetterMelding>();
        var bekeken = 0;
        using var limiet = new CancellationTokenSource(Tijdslimiet, tijd);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limiet.Token, cancellation);
        var opties = new ParallelOptions { MaxDegreeOfParallelism = Tegelijk, CancellationToken = stop.Token };
        try
        {
            await Parallel.ForEachAsync([.. _namen[_begin..], .. _namen[.._begin]], opties, async (queue, token) =>
            {
                foreach (var melding in await BekijkAsync(queue, token).ConfigureAwait(false)) meldingen.Add(melding);
                Interlocked.Increment(ref bekeken);
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _begin = (_begin + bekeken) % _namen.Length;
            LogNietAlles(bekeken, _namen.Length, Tijdslimiet.TotalSeconds);
        }

        foreach (var melding in meldingen)
        {
            meter.DeadLetters.Add(melding.MessageIds.Count, new("queue", melding.Queue), new("reden", melding.Reden));
            LogDeadLetters(melding.Queue, melding.Reden, melding.MessageIds.Count, string.Join(", ", melding.MessageIds));
        }

        return [.. meldingen.OrderBy(melding => melding.Queue, StringComparer.Ordinal).ThenBy(melding => melding.Reden, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<DeadLetterMelding>> BekijkAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            var gezien = await queues.PeekDeadLettersAsync(queue, MaxPerQueue, cancellation).ConfigureAwait(false);
            return gezien.GroupBy(brief => Reden(brief.Reason), (reden, brieven) => new DeadLetterMelding(queue, reden, [.. brieven.Select(brief => MessageId(brief.MessageId))]));
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            // Whatever it is, also a letter that can't be read: the other queues are looked at.
            meter.Failed(nameof(DeadLetters), null, fout);
            LogNietBekeken(queue, (fout as QueueException)?.Failure.ToString() ?? fout.GetType().Name);
            return [];
        }
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
    private partial void LogNietBekeken(string queue, string failure);

    [LoggerMessage(3004, LogLevel.Warning, "Van {Aantal} van de {Totaal} queues zijn de dead letters bekeken; na {Seconden:F0} s is gestopt.")]
    private partial void LogNietAlles(int aantal, int totaal, double seconden);
}
