using Hub.Berichten;

namespace Hub.Register;

/// <summary>
/// Makes anew what is kept of berichten: every bericht that was processed is taken up again, in a register or in the index for searching.
/// </summary>
/// <param name="berichten">All berichten.</param>
/// <param name="takeUp">Takes one up; doing it again changes nothing.</param>
public sealed class Rebuild(IBerichten berichten, Func<BerichtStatus, CancellationToken, Task> takeUp)
{
    /// <summary>How many berichten are taken up between two reports.</summary>
    public const int Step = 100;

    private const int AtOnce = 4;

    /// <summary>Takes up all berichten, in the order of their ids; taking one up twice changes nothing.</summary>
    /// <param name="after">Begins behind this id, as an earlier run reported it; null to begin at the first.</param>
    /// <param name="progress">Gets how many were taken up so far and the id up to which all have been, after every <see cref="Step"/> and
    /// at the end.</param>
    /// <param name="cancellation">Stops it; begin again behind the last id that was reported.</param>
    /// <returns>How many berichten were taken up.</returns>
    /// <exception cref="StorageException">The archive or a table failed.</exception>
    public async Task<long> BuildAsync(string? after, Action<long, string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var count = 0L;
        var step = new List<BerichtStatus>(Step);
        await foreach (var bericht in berichten.AllAsync(after, cancellation).ConfigureAwait(false))
        {
            step.Add(bericht);
            if (step.Count == Step)
            {
                await IncludeAsync().ConfigureAwait(false);
            }
        }

        if (step.Count > 0)
        {
            await IncludeAsync().ConfigureAwait(false);
        }
        return count;

        async Task IncludeAsync()
        {
            // What is still to be processed comes in then.
            var processed = step.Where(bericht => bericht.IsProcessed).ToList();
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
            await Parallel
                .ForEachAsync(processed, options, async (bericht, stop) => await takeUp(bericht, stop).ConfigureAwait(false))
                .ConfigureAwait(false);
            count += processed.Count;
            progress(count, step[^1].BerichtId);
            step.Clear();
        }
    }
}
