using Hub.Search;
using Hub.Worklist;

namespace Hub.Verwerking.Steps;

/// <summary>
/// Lets the parties find the bericht by the numbers in it, and the answer; and shows in their worklists what will be due, was refused or
/// was repaired by it, in the same calls.
/// </summary>
public sealed class Step3Index(IWorklistIndex index, WorklistWork work) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        bericht.Plan = await work.PlanAsync(bericht, isFirst: true, cancellation).ConfigureAwait(false);
        var change = await work.ChangeAsync(bericht, cancellation).ConfigureAwait(false);
        SearchEntry own = new(bericht.Bericht, bericht.Content);
        await index
            .WriteAsync(
                bericht.Answer is { } answer ? [own, new SearchEntry(answer.Bericht, answer.Read.Content)] : [own],
                change,
                cancellation
            )
            .ConfigureAwait(false);
    }
}
