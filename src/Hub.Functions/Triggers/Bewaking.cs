using Hub.Bewaking;
using Hub.Functions.Telemetry;
using Hub.Queues;
using Hub.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Triggers;

/// <summary>Every minute: queues again what was left lying, sees which terms have passed, and reports dead letters.</summary>
/// <param name="round">Does the work.</param>
/// <param name="meter">Counts what failed.</param>
/// <param name="options">After how long work counts as left lying.</param>
/// <param name="logger">Hears what failed.</param>
public sealed partial class Bewaking(WatchRound round, HubMeter meter, BewakingOptions options, ILogger<Bewaking> logger)
{
    /// <summary>Does all of it once.</summary>
    /// <param name="timer">The tick; what it tells is not needed.</param>
    /// <param name="context">The invocation.</param>
    /// <exception cref="FunctionFailedException">A part failed; the next minute tries again.</exception>
    [Function(nameof(Bewaking))]
    public Task RunAsync([TimerTrigger("0 */1 * * * *")] TimerInfo timer, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RunAsync(context.TraceContext.TraceParent, context.CancellationToken);
    }

    internal async Task RunAsync(string? caller, CancellationToken cancellation)
    {
        using var span = TimerSpan.Start(nameof(Bewaking), QueueTrace.ContextOf(caller));
        try
        {
            await round.RunAsync(options.OldWork, cancellation);
        }
        catch (Exception fault)
        {
            meter.Failed(nameof(Bewaking), span, fault);
            LogFailed(nameof(Bewaking), FaultText.Of(fault));
            throw new FunctionFailedException(nameof(Bewaking));
        }
    }

    [LoggerMessage(4001, LogLevel.Error, "{Functie} is mislukt en wordt opnieuw geprobeerd: {Fout}")]
    private partial void LogFailed(string functie, string fout);
}
