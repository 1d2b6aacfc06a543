using Hub.Archief;
using Hub.Berichten;
using Hub.Inspection;
using Hub.Register;
using Hub.Search;

namespace Hub.Destruction;

/// <summary>
/// Destroys the berichten of a gemeente that were received before a day, on its instruction (docs/retention.md): content, what the register
/// has of them, who looked at them, and their row. What is left is a proof without content. Then it looks in the containers themselves:
/// bytes that no bericht points to, and bytes that were refused, go too. Stopped halfway, doing it again ends it.
/// </summary>
public sealed class Destroyer(
    IArchief archief,
    IBerichten berichten,
    IInProgress inProgress,
    IRefusals refusals,
    Registration registration,
    ISearchIndex search,
    IInspectionLog inspection,
    IDestroyed proofs,
    TimeProvider time
)
{
    /// <summary>What a proof says of bytes that no bericht pointed to.</summary>
    public const string Unrecorded = "zonder-bericht";

    /// <summary>Destroys.</summary>
    /// <param name="gemeente">CBS code, 4 digits.</param>
    /// <param name="before">The first day of which berichten stay; the day of receipt counts.</param>
    /// <param name="ground">On whose instruction; stands in every proof.</param>
    /// <param name="cancellation">Stops it between two berichten.</param>
    /// <exception cref="StorageException">The archive or a table failed: do it again.</exception>
    public async Task<DestructionOutcome> DestroyAsync(string gemeente, DateOnly before, string ground, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gemeente);
        ArgumentException.ThrowIfNullOrWhiteSpace(ground);
        var counts = new Dictionary<BerichtOutcome, int>();
        var recorded = new HashSet<ArchiefReference>();
        // Just before the first id that a bericht of this gemeente can have.
        await foreach (var bericht in berichten.AllAsync(gemeente + "-", cancellation).ConfigureAwait(false))
        {
            if (bericht.Header.Gemeente != gemeente)
            {
                break;
            }
            var outcome =
                bericht.Ontvangstdatum >= before ? BerichtOutcome.Younger
                : !bericht.IsProcessed ? BerichtOutcome.Busy
                : await DestroyAsync(bericht, ground, cancellation).ConfigureAwait(false);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome != BerichtOutcome.Destroyed)
            {
                recorded.Add(bericht.Archief);
            }
        }

        var (unrecorded, unfinished, superseded) = await DestroyUnrecordedAsync(gemeente, before, ground, recorded, cancellation)
            .ConfigureAwait(false);
        var refused = await new RefusalDestroyer(archief, refusals, gemeente, before).DestroyAsync(cancellation).ConfigureAwait(false);
        return new DestructionOutcome(Count(BerichtOutcome.Destroyed), Count(BerichtOutcome.Held), Count(BerichtOutcome.Busy) + unfinished)
        {
            Unrecorded = unrecorded,
            Refused = refused.Outcome,
            Superseded = superseded + refused.Superseded,
        };

        int Count(BerichtOutcome outcome) => counts.GetValueOrDefault(outcome);
    }

    private enum BerichtOutcome
    {
        Destroyed,
        Held,
        Busy,
        Younger,
    }

    private async Task<BerichtOutcome> DestroyAsync(BerichtStatus bericht, string ground, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // The content tells what the register has of it, so it goes last of the two; when it is gone, the register has nothing any more.
        await ForgetAsync(bericht, cancellation).ConfigureAwait(false);
        try
        {
            await archief.RemoveAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.Conflict)
        {
            // The archive holds on to it, so the register must know it too.
            await registration.IncludeAsync(bericht, cancellation).ConfigureAwait(false);
            return BerichtOutcome.Held;
        }

        await inspection.RemoveAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
        var proof = new Destroyed(
            bericht.BerichtId,
            bericht.Header.Kind.Name,
            bericht.Sha256,
            bericht.Ontvangstdatum,
            ground,
            time.GetUtcNow()
        );
        await proofs.AddAsync(proof, cancellation).ConfigureAwait(false);
        await search.RemoveAsync(bericht, cancellation).ConfigureAwait(false);
        await berichten.RemoveAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
        return BerichtOutcome.Destroyed;
    }

    /// <summary>
    /// What stands in the container of the gemeente and is none of its berichten: a process died, or loading stopped halfway.
    /// </summary>
    private async Task<(BlobOutcome Outcome, int Unfinished, int Superseded)> DestroyUnrecordedAsync(
        string gemeente,
        DateOnly before,
        string ground,
        HashSet<ArchiefReference> recorded,
        CancellationToken cancellation
    )
    {
        var sweep = new BlobSweep(archief, before);
        var (unfinished, superseded) = (0, 0);
        await foreach (var blob in archief.ListAsync(ArchiefPlace.ContainerOf(gemeente), cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            var id = blob.Properties?.BerichtId;
            if (blob.IsSuperseded)
            {
                if (sweep.IsOld(blob) && !recorded.Contains(blob.Place))
                {
                    superseded++;
                }
                continue;
            }

            if (recorded.Contains(blob.Place))
            {
                continue;
            }
            // What is being taken in, or what the Bewaking is still to take in, is a bericht; so is what came in since the rows were read.
            // In this order: the row in onderhanden is there before the bytes, and goes after the row in berichten came.
            var isBericht = BerichtId.IsValid(id);
            if (isBericht && await inProgress.HasAsync(id!, cancellation).ConfigureAwait(false))
            {
                if (sweep.IsOld(blob))
                {
                    unfinished++;
                }
                continue;
            }

            if (isBericht && (await berichten.FindAsync(id!, cancellation).ConfigureAwait(false))?.Archief == blob.Place)
            {
                continue;
            }
            if (!await sweep.TakeAsync(blob, cancellation).ConfigureAwait(false) || !isBericht)
            {
                continue;
            }
            var now = time.GetUtcNow();
            var proof = new Destroyed(id!, Unrecorded, blob.Properties!.Sha256, Calendar.Day(blob.Created ?? now), ground, now);
            await proofs.AddAsync(proof, cancellation).ConfigureAwait(false);
        }

        return (sweep.Outcome, unfinished, superseded);
    }

    private async Task ForgetAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        try
        {
            await registration.ForgetAsync(bericht, cancellation).ConfigureAwait(false);
        }
        catch (StorageException fault) when (fault.Fault == StorageFault.NotFound)
        {
            // An earlier attempt got as far as the archive.
        }
    }
}
