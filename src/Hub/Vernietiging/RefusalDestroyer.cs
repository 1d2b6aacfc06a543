using Hub.Archief;
using Hub.Berichten;

namespace Hub.Vernietiging;

/// <summary>
/// Destroys what was refused, or left among the refused by a process that died. It is of a gemeente when that sent it, when its Header names
/// it, or when an aanbieder sent it and no Header could be read: then it may be of any gemeente, and nobody has a use for it.
/// </summary>
internal sealed class RefusalDestroyer(IArchief archief, IWeigeringen weigeringen, string gemeente, DateOnly before)
{
    private const int CodeOfGemeente = 4;

    /// <summary>Destroys; gives what came of it, and how many versions stand there still.</summary>
    /// <exception cref="OpslagException">The archive or a table failed.</exception>
    public async Task<(BlobOutcome Outcome, int Superseded)> DestroyAsync(CancellationToken cancellation)
    {
        var sweep = new BlobSweep(archief, before);
        await foreach (var container in archief.ContainersAsync(Archiefplaats.Weigeringen, cancellation).ConfigureAwait(false))
        {
            var sender = container[Archiefplaats.Weigeringen.Length..];
            await foreach (var blob in archief.ListAsync(container, cancellation).ConfigureAwait(false))
            {
                if (!blob.IsSuperseded && IsOf(sender, blob.Kenmerken?.Gemeente))
                    await sweep.TakeAsync(blob, cancellation).ConfigureAwait(false);
            }
        }

        await RemoveRowsAsync(sweep.Outcome.Held.ToHashSet(), cancellation).ConfigureAwait(false);
        return (sweep.Outcome, await CountSupersededAsync(sweep, cancellation).ConfigureAwait(false));
    }

    // A row goes when its bytes are gone, whenever and by whatever that was.
    private async Task RemoveRowsAsync(HashSet<ArchiefVerwijzing> held, CancellationToken cancellation)
    {
        await foreach (var weigering in weigeringen.AllAsync(cancellation).ConfigureAwait(false))
        {
            var isOf = IsOf(weigering.Deelnemer, weigering.Gemeente) || weigering.Archief.Container == Archiefplaats.ContainerVan(gemeente);
            if (isOf && Kalender.Dag(weigering.Ontvangen) < before && !held.Contains(weigering.Archief))
                await weigeringen.RemoveAsync(weigering, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<int> CountSupersededAsync(BlobSweep sweep, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var container in archief.ContainersAsync(Archiefplaats.Weigeringen, cancellation).ConfigureAwait(false))
        {
            var sender = container[Archiefplaats.Weigeringen.Length..];
            await foreach (var blob in archief.ListAsync(container, cancellation).ConfigureAwait(false))
                if (blob.IsSuperseded && sweep.IsOld(blob) && IsOf(sender, blob.Kenmerken?.Gemeente)) count++;
        }

        return count;
    }

    private bool IsOf(string sender, string? named) =>
        sender == gemeente || named == gemeente || (named is null && sender.Length > CodeOfGemeente);
}
