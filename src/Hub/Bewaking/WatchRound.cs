using Microsoft.Extensions.Logging;

namespace Hub.Bewaking;

/// <summary>One round of the Bewaking: all of it is done, also when a part fails.</summary>
public sealed partial class WatchRound(OldWork oldWork, Overdue overdue, DeadLetters deadLetters, ILogger<WatchRound> logger)
{
    /// <summary>Queues again what was left lying, sees which terms have passed, and reports dead letters.</summary>
    /// <param name="age">How long work waits before it counts as left lying.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AggregateException">Parts failed; the others were done.</exception>
    public async Task RunAsync(TimeSpan age, CancellationToken cancellation)
    {
        (string Name, Func<Task> Do)[] parts =
        [
            ("oud werk", () => oldWork.RecoverAsync(age, cancellation)),
            ("termijnen", () => overdue.ReportAsync(cancellation)),
            ("dead letters", () => deadLetters.ReportAsync(cancellation)),
        ];
        var faults = new List<Exception>();
        foreach (var (name, part) in parts)
        {
            try
            {
                await part().ConfigureAwait(false);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                LogFailed(name, FaultText.Of(fault));
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    [LoggerMessage(3012, LogLevel.Error, "De Bewaking is met {Deel} niet klaar gekomen: {Fout}")]
    private partial void LogFailed(string deel, string fout);
}
