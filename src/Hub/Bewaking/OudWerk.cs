using Hub.Berichten;
using Hub.Ontvangst;
using Hub.Queues;
using Hub.Telemetry;
using Hub.Verwerking;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Finds work that was recorded, is not finished and is not on the queue either, and queues it again.</summary>
/// <remarks>
/// It looks on the queue first, since sending tells nothing: duplicate detection drops a message without a word. So a backlog grows by no message, and whatever
/// took a message away, a receiver, a dead-letter queue or a lost region, its work is queued under the MessageId of its next round.
/// </remarks>
public sealed partial class OudWerk(
    IOnderhanden onderhanden,
    IBerichten berichten,
    BerichtOntvangst ontvangst,
    WerkQueue werkQueue,
    HubMeter meter,
    TimeProvider tijd,
    ILogger<OudWerk> logger)
{
    // Longer than any request can last: by then nobody is still busy taking it in.
    private static readonly TimeSpan NooitAangenomen = TimeSpan.FromMinutes(15);

    // So many one after the other is no matter of a row: something is down.
    private const int MaxFailuresInARow = 3;

    /// <summary>Goes through what has been waiting for longer than <paramref name="leeftijd"/>; gives how many were queued again.</summary>
    public async Task<int> HerstelAsync(TimeSpan leeftijd, CancellationToken cancellation)
    {
        var nu = tijd.GetUtcNow();
        var (queued, onQueue, later, failures, oudste) = (0, 0, 0, 0, TimeSpan.Zero);
        IReadOnlySet<string>? opQueue = null;
        await foreach (var werk in onderhanden.VoorAsync(nu - leeftijd, cancellation).ConfigureAwait(false))
        {
            // Before the row is read: what was processed and completed in between is seen to be finished.
            opQueue ??= await werkQueue.BerichtenAsync(cancellation).ConfigureAwait(false);
            var staatOpQueue = opQueue.Contains(werk.BerichtId);
            try
            {
                var bericht = staatOpQueue ? null : await berichten.ZoekAsync(werk.BerichtId, cancellation).ConfigureAwait(false);
                if (staatOpQueue || bericht is { IsVerwerkt: false })
                {
                    if (nu - werk.Sinds > oudste) oudste = nu - werk.Sinds;
                    if (staatOpQueue) onQueue++;
                    else if (nu - werk.RequeuedAt < RequeueSchedule.PauseAfter(werk.Round)) later++;
                    else if (await StuurOpnieuwAsync(werk, nu, cancellation).ConfigureAwait(false)) queued++;
                }
                else if (bericht is not null)
                {
                    await onderhanden.VerwijderAsync(werk.BerichtId, cancellation).ConfigureAwait(false);
                }
                else
                {
                    await FinishAsync(werk, nu, cancellation).ConfigureAwait(false);
                }

                failures = 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                meter.Failed(nameof(OudWerk), null, fault);
                LogFailed(werk.BerichtId, Fouttekst.Van(fault));
                if (fault is OpslagException or QueueException && ++failures == MaxFailuresInARow) throw;
            }
        }

        meter.OudsteWerk.Record(oudste.TotalSeconds);
        if (queued + onQueue + later > 0) LogWacht(leeftijd.TotalSeconds, onQueue, queued, later, oudste.TotalSeconds);
        return queued;
    }

    /// <summary>The process that took it in died on the way: what was archived becomes a bericht, the rest was never taken in.</summary>
    private async Task FinishAsync(Onderhanden werk, DateTimeOffset nu, CancellationToken cancellation)
    {
        if (await ontvangst.FinishAsync(werk, cancellation).ConfigureAwait(false)) return;
        if (nu - werk.Sinds > NooitAangenomen) await onderhanden.RemoveUnchangedAsync(werk, cancellation).ConfigureAwait(false);
    }

    // The round is kept before the message goes: died in between, the next round finds nothing on the queue and goes on.
    private async Task<bool> StuurOpnieuwAsync(Onderhanden werk, DateTimeOffset nu, CancellationToken cancellation)
    {
        var next = werk with { Round = werk.Round + 1, RequeuedAt = nu };
        if (!await onderhanden.SetRoundAsync(next, cancellation).ConfigureAwait(false)) return false;
        await werkQueue.StuurAsync(next, cancellation).ConfigureAwait(false);
        meter.OudWerk.Add(1);
        LogOpnieuw(werk.BerichtId, (nu - werk.Sinds).TotalSeconds, next.Round, RequeueSchedule.PauseAfter(next.Round).TotalMinutes);
        return true;
    }

    [LoggerMessage(3001, LogLevel.Warning,
        "Bericht {BerichtId} wacht al {Seconden:F0} s op verwerking en stond niet op de queue; voor de {Ronde}e keer opnieuw gestuurd (volgende op zijn vroegst na {Minuten:F0} min).")]
    private partial void LogOpnieuw(string berichtId, double seconden, int ronde, double minuten);

    [LoggerMessage(3013, LogLevel.Error, "Bericht {BerichtId} wacht op verwerking en is niet na te gaan; de andere wel: {Fout}")]
    private partial void LogFailed(string berichtId, string fout);

    [LoggerMessage(3005, LogLevel.Warning,
        "Langer dan {Seconden:F0} s wachten op verwerking: {OpQueue} staan op de queue, {Opnieuw} zijn opnieuw gestuurd, {Later} zijn pas later weer aan de beurt; de oudste {Oudste:F0} s.")]
    private partial void LogWacht(double seconden, int opQueue, int opnieuw, int later, double oudste);
}
