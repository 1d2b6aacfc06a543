using Hub.Retries;
using Hub.Termijnen;
using Hub.Worklist;

namespace Hub.Verwerking.Steps;

/// <summary>
/// Notes which terms begin and end by what was delivered. When a clock turns out to be another than was planned with, all is planned again,
/// and the worklists are told.
/// </summary>
public sealed class Step5Terms(TermijnWatch termijnen, IWorklistIndex index, WorklistWork work) : IStep
{
    /// <inheritdoc/>
    public Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return Retry.OnConflictAsync(
            async attempt =>
            {
                if (attempt > 0)
                {
                    bericht.Plan = await work.PlanAsync(bericht, isFirst: false, cancellation).ConfigureAwait(false);
                    await index.WriteAsync([], WorklistWork.OfTermijnen(bericht), cancellation).ConfigureAwait(false);
                }
                if (bericht.Plan is { } plan)
                {
                    await termijnen.WriteAsync(plan, cancellation).ConfigureAwait(false);
                }
            },
            cancellation
        );
    }
}
