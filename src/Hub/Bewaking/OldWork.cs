using Hub.Berichten;
using Hub.Ontvangst;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Verwerking;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Finds work that was recorded, is not finished and is not on the queue either, and queues it again.</summary>
/// <remarks>
/// It looks on the queue first, since sending tells nothing: duplicate detection drops a message without a word. So a backlog grows by no
/// message, and whatever took a message away, a receiver, a dead-letter queue or a lost region, its work is queued under the MessageId of
/// its next round.
/// </remarks>
public sealed partial class OldWork(
    IInProgress inProgress,
    IBerichten berichten,
    BerichtOntvangst ontvangst,
    WorkQueue workQueue,
    HubMeter meter,
    TimeProvider time,
    ILogger<OldWork> logger
)
{
    // Longer than any request can last: by then nobody is still busy taking it in.
    private static readonly TimeSpan NeverAccepted = TimeSpan.FromMinutes(15);

    // So many one after the other is no matter of a row: something is down.
    private const int MaxFailuresInARow = 3;

    /// <summary>Goes through what has been waiting for longer than <paramref name="age"/>; gives how many were queued again.</summary>
    public async Task<int> RecoverAsync(TimeSpan age, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (queued, onQueue, later, failures, oldest) = (0, 0, 0, 0, TimeSpan.Zero);
        IReadOnlySet<string>? queuedIds = null;
        await foreach (var work in inProgress.BeforeAsync(now - age, cancellation).ConfigureAwait(false))
        {
            // Before the row is read: what was processed and completed in between is seen to be finished.
            queuedIds ??= await workQueue.BerichtenAsync(cancellation).ConfigureAwait(false);
            var isQueued = queuedIds.Contains(work.BerichtId);
            try
            {
                var bericht = isQueued ? null : await berichten.FindAsync(work.BerichtId, cancellation).ConfigureAwait(false);
                if (isQueued || bericht is { IsProcessed: false })
                {
                    if (now - work.Since > oldest)
                    {
                        oldest = now - work.Since;
                    }
                    if (isQueued)
                    {
                        onQueue++;
                    }
                    else if (now - work.RequeuedAt < RequeueSchedule.PauseAfter(work.Round))
                    {
                        later++;
                    }
                    else if (await SendAgainAsync(work, now, cancellation).ConfigureAwait(false))
                    {
                        queued++;
                    }
                }
                else if (bericht is not null)
                {
                    await inProgress.RemoveAsync(work.BerichtId, cancellation).ConfigureAwait(false);
                }
                else
                {
                    await FinishAsync(work, now, cancellation).ConfigureAwait(false);
                }

                failures = 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                meter.Failed("OudWerk", null, fault);
                LogFailed(work.BerichtId, FaultText.Of(fault));
                if (fault is StorageException or QueueException && ++failures == MaxFailuresInARow)
                {
                    throw;
                }
            }
        }

        meter.OldestWork.Record(oldest.TotalSeconds);
        if (queued + onQueue + later > 0)
        {
            LogWait(age.TotalSeconds, onQueue, queued, later, oldest.TotalSeconds);
        }
        return queued;
    }

    /// <summary>The process that took it in died on the way: what was archived becomes a bericht, the rest was never taken in.</summary>
    private async Task FinishAsync(InProgress work, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await ontvangst.FinishAsync(work, cancellation).ConfigureAwait(false))
        {
            return;
        }
        if (now - work.Since > NeverAccepted)
        {
            await inProgress.RemoveUnchangedAsync(work, cancellation).ConfigureAwait(false);
        }
    }

    // The round is kept before the message goes: died in between, the next round finds nothing on the queue and goes on.
    private async Task<bool> SendAgainAsync(InProgress work, DateTimeOffset now, CancellationToken cancellation)
    {
        var next = work with { Round = work.Round + 1, RequeuedAt = now };
        if (!await inProgress.SetRoundAsync(next, cancellation).ConfigureAwait(false))
        {
            return false;
        }
        await workQueue.SendAsync(next, cancellation).ConfigureAwait(false);
        meter.OldWork.Add(1);
        LogAgain(work.BerichtId, (now - work.Since).TotalSeconds, next.Round, RequeueSchedule.PauseAfter(next.Round).TotalMinutes);
        return true;
    }

    [LoggerMessage(
        3001,
        LogLevel.Warning,
        "Bericht {BerichtId} wacht al {Seconden:F0} s op verwerking en stond niet op de queue; voor de {Ronde}e keer "
            + "opnieuw gestuurd (volgende op zijn vroegst na {Minuten:F0} min)."
    )]
    private partial void LogAgain(string berichtId, double seconden, int ronde, double minuten);

    [LoggerMessage(3013, LogLevel.Error, "Bericht {BerichtId} wacht op verwerking en is niet na te gaan; de andere wel: {Fout}")]
    private partial void LogFailed(string berichtId, string fout);

    [LoggerMessage(
        3005,
        LogLevel.Warning,
        "Langer dan {Seconden:F0} s wachten op verwerking: {OpQueue} staan op de queue, {Opnieuw} zijn opnieuw "
            + "gestuurd, {Later} zijn pas later weer aan de beurt; de oudste {Oudste:F0} s."
    )]
    private partial void LogWait(double seconden, int opQueue, int opnieuw, int later, double oudste);
}
