using Hub.Berichten;
using Hub.Verwerking.Steps;
using Hub.Worklist;
using Microsoft.Extensions.Logging;

namespace Hub.Verwerking;

/// <summary>
/// Processes one bericht from the queue by the steps of <c>Steps/</c>, in their order. Doing it again changes nothing: every step leaves
/// something that the next attempt finds.
/// </summary>
/// <param name="berichten">The rows of berichten.</param>
/// <param name="inProgress">What must still be done.</param>
/// <param name="reader">Reads berichten.</param>
/// <param name="worklist">What is not processed yet, among others.</param>
/// <param name="steps">The steps, in order.</param>
/// <param name="logger">Hears of work that is no one's.</param>
public sealed partial class BerichtVerwerking(
    IBerichten berichten,
    IInProgress inProgress,
    StoredBerichtReader reader,
    IWorklistIndex worklist,
    IEnumerable<IStep> steps,
    ILogger<BerichtVerwerking> logger
)
{
    private readonly IStep[] _steps = [.. steps];

    /// <summary>Processes the bericht; when it throws, the same work is to be tried again.</summary>
    /// <exception cref="StorageException">The archive or a table failed, or someone else changed the row.</exception>
    /// <exception cref="Queues.QueueException">A postbus failed.</exception>
    public async Task ProcessAsync(WorkItem command, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        var bericht = await berichten.FindAsync(command.BerichtId, cancellation).ConfigureAwait(false);
        if (bericht is null)
        {
            LogUnknown(command.BerichtId);
            return;
        }

        if (bericht.IsProcessed)
        {
            // Sent once more while it was processed, it may have been noted once more as not processed.
            await worklist.FinishAsync(bericht, cancellation).ConfigureAwait(false);
        }
        else
        {
            var work = new BerichtCase(bericht, new KnownBerichten(berichten, reader));
            foreach (var step in _steps)
            {
                await step.RunAsync(work, cancellation).ConfigureAwait(false);
            }
        }

        await inProgress.RemoveAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
    }

    [LoggerMessage(2002, LogLevel.Warning, "Werk voor bericht {BerichtId}, dat niet is vastgelegd; het is nooit aangenomen.")]
    private partial void LogUnknown(string berichtId);
}
