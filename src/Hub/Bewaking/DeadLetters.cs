using System.Collections.Concurrent;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Verwerking;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Looks at the dead-letter queues and reports what is in them, by id and count only.</summary>
/// <remarks>
/// It peeks, so nothing is locked or waited for: a queue costs one question. A peek brings the bodies along, so only a few run at once.
/// However many queues there are and however slow the broker is, a run ends within <see cref="TimeLimit"/>; what was not looked at then
/// comes first in the next.
/// </remarks>
public sealed partial class DeadLetters(
    IQueueClient queues,
    DeelnemerList deelnemers,
    HubMeter meter,
    TimeProvider time,
    ILogger<DeadLetters> logger
)
{
    /// <summary>How long a run may take.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private const int MaxPerQueue = 32;
    private const int AtOnce = 4;

    // Deelnemers write their own reasons on what they dead-letter, so only words that are known can be repeated.
    private static readonly HashSet<string> KnownReasons = new(StringComparer.Ordinal)
    {
        "MaxDeliveryCountExceeded",
        "TTLExpiredException",
        "HeaderSizeExceeded",
        "Session ID is null.",
        "MaxTransferHopCountExceeded",
    };

    private readonly string[] _names = [WorkQueue.Name, .. deelnemers.All.Select(deelnemer => deelnemer.Postbus)];
    private int _begin;

    /// <summary>Reports every queue's dead letters once, and leaves them where they are.</summary>
    public async Task<IReadOnlyList<DeadLetterNotice>> ReportAsync(CancellationToken cancellation)
    {
        var notices = new ConcurrentBag<DeadLetterNotice>();
        var viewed = 0;
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token };
        try
        {
            await Parallel
                .ForEachAsync(
                    [.. _names[_begin..], .. _names[.._begin]],
                    options,
                    async (queue, token) =>
                    {
                        foreach (var notice in await InspectAsync(queue, token).ConfigureAwait(false))
                        {
                            notices.Add(notice);
                        }
                        Interlocked.Increment(ref viewed);
                    }
                )
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _begin = (_begin + viewed) % _names.Length;
            LogNotAll(viewed, _names.Length, TimeLimit.TotalSeconds);
        }

        foreach (var notice in notices)
        {
            meter.DeadLetters.Add(notice.MessageIds.Count, new("queue", notice.Queue), new("reden", notice.Reason));
            LogDeadLetters(notice.Queue, notice.Reason, notice.MessageIds.Count, string.Join(", ", notice.MessageIds));
        }

        return [.. notices.OrderBy(notice => notice.Queue, StringComparer.Ordinal).ThenBy(notice => notice.Reason, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<DeadLetterNotice>> InspectAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            var seen = await queues.PeekDeadLettersAsync(queue, MaxPerQueue, cancellation).ConfigureAwait(false);
            return seen.GroupBy(
                message => Reason(message.Reason),
                (reason, messages) => new DeadLetterNotice(queue, reason, [.. messages.Select(message => MessageId(message.MessageId))])
            );
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever it is, also a letter that can't be read: the other queues are looked at.
            meter.Failed(nameof(DeadLetters), null, fault);
            LogNotViewed(queue, (fault as QueueException)?.Failure.ToString() ?? fault.GetType().Name);
            return [];
        }
    }

    private static string Reason(string? reason) => reason is not null && KnownReasons.Contains(reason) ? reason : "Overig";

    private static string MessageId(string id)
    {
        var berichtId = id.Split(WorkQueue.Separator)[0];
        return BerichtId.IsValid(berichtId) ? berichtId : "(vreemd)";
    }

    [LoggerMessage(3002, LogLevel.Warning, "Dead letters in {Queue}: {Reden}, {Aantal}: {MessageIds}.")]
    private partial void LogDeadLetters(string queue, string reden, int aantal, string messageIds);

    [LoggerMessage(3003, LogLevel.Warning, "De dead letters van {Queue} zijn niet te bekijken: {Failure}.")]
    private partial void LogNotViewed(string queue, string failure);

    [LoggerMessage(
        3004,
        LogLevel.Warning,
        "Van {Aantal} van de {Totaal} queues zijn de dead letters bekeken; na {Seconden:F0} s is gestopt."
    )]
    private partial void LogNotAll(int aantal, int totaal, double seconden);
}
