using Hub.Archief;
using Hub.Berichten;

namespace Hub.Destruction;

/// <summary>
/// Destroys what was refused, or left among the refused by a process that died. It is of a gemeente when that sent it, when its Header
/// names it, or when an aanbieder sent it and no Header could be read: then it may be of any gemeente, and nobody has a use for it.
/// </summary>
internal sealed class RefusalDestroyer(IArchief archief, IRefusals refusals, string gemeente, DateOnly before)
{
    private const int CodeOfGemeente = 4;

    /// <summary>Destroys; gives what came of it, and how many versions stand there still.</summary>
    /// <exception cref="StorageException">The archive or a table failed.</exception>
    public async Task<(BlobOutcome Outcome, int Superseded)> DestroyAsync(CancellationToken cancellation)
    {
        var sweep = new BlobSweep(archief, before);
        await foreach (var container in archief.ContainersAsync(ArchiefPlace.Refusals, cancellation).ConfigureAwait(false))
        {
            var sender = container[ArchiefPlace.Refusals.Length..];
            await foreach (var blob in archief.ListAsync(container, cancellation).ConfigureAwait(false))
            {
                if (!blob.IsSuperseded && IsOf(sender, blob.Properties?.Gemeente))
                {
                    await sweep.TakeAsync(blob, cancellation).ConfigureAwait(false);
                }
            }
        }

        await RemoveRowsAsync(sweep.Outcome.Held.ToHashSet(), cancellation).ConfigureAwait(false);
        return (sweep.Outcome, await CountSupersededAsync(sweep, cancellation).ConfigureAwait(false));
    }

    // A row goes when its bytes are gone, whenever and by whatever that was.
    private async Task RemoveRowsAsync(HashSet<ArchiefReference> held, CancellationToken cancellation)
    {
        await foreach (var refusal in refusals.AllAsync(cancellation).ConfigureAwait(false))
        {
            var isOf = IsOf(refusal.Deelnemer, refusal.Gemeente) || refusal.Archief.Container == ArchiefPlace.ContainerOf(gemeente);
            if (isOf && Calendar.Day(refusal.Received) < before && !held.Contains(refusal.Archief))
            {
                await refusals.RemoveAsync(refusal, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task<int> CountSupersededAsync(BlobSweep sweep, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var container in archief.ContainersAsync(ArchiefPlace.Refusals, cancellation).ConfigureAwait(false))
        {
            var sender = container[ArchiefPlace.Refusals.Length..];
            await foreach (var blob in archief.ListAsync(container, cancellation).ConfigureAwait(false))
            {
                if (blob.IsSuperseded && sweep.IsOld(blob) && IsOf(sender, blob.Properties?.Gemeente))
                {
                    count++;
                }
            }
        }

        return count;
    }

    private bool IsOf(string sender, string? named) =>
        sender == gemeente || named == gemeente || (named is null && sender.Length > CodeOfGemeente);
}
