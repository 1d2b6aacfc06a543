using Hub.Berichten;
using Hub.Ontvangst;
using Hub.Verwerking;
using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>Finds work that was recorded but not finished, and queues it again.</summary>
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

    /// <summary>Goes through what has been waiting for longer than <paramref name="leeftijd"/>; gives how many were queued again.</summary>
    public async Task<int> HerstelAsync(TimeSpan leeftijd, CancellationToken cancellation)
    {
        var nu = tijd.GetUtcNow();
        var (aantal, oudste) = (0, TimeSpan.Zero);
        await foreach (var werk in onderhanden.VoorAsync(nu - leeftijd, cancellation).ConfigureAwait(false))
        {
            var bericht = await berichten.ZoekAsync(werk.BerichtId, cancellation).ConfigureAwait(false);
            if (bericht is { IsVerwerkt: false })
            {
                if (nu - werk.Sinds > oudste) oudste = nu - werk.Sinds;
                await werkQueue.StuurAsync(werk, Ronde(nu - werk.Sinds), cancellation).ConfigureAwait(false);
                meter.OudWerk.Add(1);
                LogOpnieuw(werk.BerichtId, (nu - werk.Sinds).TotalSeconds);
                aantal++;
            }
            else if (bericht is not null)
            {
                await onderhanden.VerwijderAsync(werk.BerichtId, cancellation).ConfigureAwait(false);
            }
            else
            {
                await FinishAsync(werk, nu, cancellation).ConfigureAwait(false);
            }
        }

        meter.OudsteWerk.Record(oudste.TotalSeconds);
        return aantal;
    }

    /// <summary>The process that took it in died on the way: what was archived becomes a bericht, the rest was never taken in.</summary>
    private async Task FinishAsync(Onderhanden werk, DateTimeOffset nu, CancellationToken cancellation)
    {
        if (await ontvangst.FinishAsync(werk, cancellation).ConfigureAwait(false)) return;
        if (nu - werk.Sinds > NooitAangenomen) await onderhanden.RemoveUnchangedAsync(werk, cancellation).ConfigureAwait(false);
    }

    // What ended in the dead letters comes back only as another message: every hour, and past a day once a day.
    private static int Ronde(TimeSpan leeftijd) => (int)Math.Clamp(leeftijd.TotalHours, 0, 24);

    [LoggerMessage(3001, LogLevel.Warning, "Bericht {BerichtId} wacht al {Seconden:F0} s op verwerking; opnieuw op de queue gezet.")]
    private partial void LogOpnieuw(string berichtId, double seconden);
}
