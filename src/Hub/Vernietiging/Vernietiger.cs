using Hub.Archief;
using Hub.Berichten;
using Hub.Inzage;
using Hub.Register;
using Hub.Search;

namespace Hub.Vernietiging;

/// <summary>
/// Destroys the berichten of a gemeente that were received before a day, on its instruction (docs/retention.md): content, what the register has
/// of them, who looked at them, and their row. What is left is a proof without content. Then it looks in the containers themselves: bytes that no
/// bericht points to, and bytes that were refused, go too. Stopped halfway, doing it again ends it.
/// </summary>
public sealed class Vernietiger(
    IArchief archief,
    IBerichten berichten,
    IOnderhanden onderhanden,
    IWeigeringen weigeringen,
    Registratie registratie,
    ISearchIndex search,
    IInzagelog inzage,
    IVernietigd bewijzen,
    TimeProvider tijd)
{
    /// <summary>What a proof says of bytes that no bericht pointed to.</summary>
    public const string Unrecorded = "zonder-bericht";

    /// <summary>Destroys.</summary>
    /// <param name="gemeente">CBS code, 4 digits.</param>
    /// <param name="voor">The first day of which berichten stay; the day of receipt counts.</param>
    /// <param name="grond">On whose instruction; stands in every proof.</param>
    /// <param name="cancellation">Stops it between two berichten.</param>
    /// <exception cref="OpslagException">The archive or a table failed: do it again.</exception>
    public async Task<Vernietigingsuitslag> VernietigAsync(string gemeente, DateOnly voor, string grond, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gemeente);
        ArgumentException.ThrowIfNullOrWhiteSpace(grond);
        var counts = new Dictionary<BerichtOutcome, int>();
        var recorded = new HashSet<ArchiefVerwijzing>();
        // Just before the first id that a bericht of this gemeente can have.
        await foreach (var bericht in berichten.AlleAsync(gemeente + "-", cancellation).ConfigureAwait(false))
        {
            if (bericht.Kop.Gemeente != gemeente) break;
            var outcome = bericht.Ontvangstdatum >= voor ? BerichtOutcome.Younger
                : !bericht.IsVerwerkt ? BerichtOutcome.Busy
                : await VernietigAsync(bericht, grond, cancellation).ConfigureAwait(false);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome != BerichtOutcome.Destroyed) recorded.Add(bericht.Archief);
        }

        var (unrecorded, unfinished, superseded) =
            await DestroyUnrecordedAsync(gemeente, voor, grond, recorded, cancellation).ConfigureAwait(false);
        var refused = await new RefusalDestroyer(archief, weigeringen, gemeente, voor).DestroyAsync(cancellation).ConfigureAwait(false);
        return new Vernietigingsuitslag(Count(BerichtOutcome.Destroyed), Count(BerichtOutcome.Held), Count(BerichtOutcome.Busy) + unfinished)
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

    private async Task<BerichtOutcome> VernietigAsync(BerichtStatus bericht, string grond, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // The content tells what the register has of it, so it goes last of the two; when it is gone, the register has nothing any more.
        await VergeetAsync(bericht, cancellation).ConfigureAwait(false);
        try
        {
            await archief.VerwijderAsync(bericht.Archief, cancellation).ConfigureAwait(false);
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict)
        {
            // The archive holds on to it, so the register must know it too.
            await registratie.NeemOpAsync(bericht, cancellation).ConfigureAwait(false);
            return BerichtOutcome.Held;
        }

        await inzage.VerwijderAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
        var bewijs = new Vernietigd(bericht.BerichtId, bericht.Kop.Soort.Naam, bericht.Sha256, bericht.Ontvangstdatum, grond, tijd.GetUtcNow());
        await bewijzen.VoegToeAsync(bewijs, cancellation).ConfigureAwait(false);
        await search.RemoveAsync(bericht, cancellation).ConfigureAwait(false);
        await berichten.VerwijderAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
        return BerichtOutcome.Destroyed;
    }

    /// <summary>What stands in the container of the gemeente and is none of its berichten: a process died, or loading stopped halfway.</summary>
    private async Task<(BlobOutcome Outcome, int Unfinished, int Superseded)> DestroyUnrecordedAsync(
        string gemeente, DateOnly voor, string grond, HashSet<ArchiefVerwijzing> recorded, CancellationToken cancellation)
    {
        var sweep = new BlobSweep(archief, voor);
        var (unfinished, superseded) = (0, 0);
        await foreach (var blob in archief.ListAsync(Archiefplaats.ContainerVan(gemeente), cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            var id = blob.Kenmerken?.BerichtId;
            if (blob.IsSuperseded)
            {
                if (sweep.IsOld(blob) && !recorded.Contains(blob.Plaats)) superseded++;
                continue;
            }

            if (recorded.Contains(blob.Plaats)) continue;
            // What is being taken in, or what the Bewaking is still to take in, is a bericht; so is what came in since the rows were read. In this
            // order: the row in onderhanden is there before the bytes, and goes after the row in berichten came.
            var isBericht = BerichtId.IsGeldig(id);
            if (isBericht && await onderhanden.HasAsync(id!, cancellation).ConfigureAwait(false))
            {
                if (sweep.IsOld(blob)) unfinished++;
                continue;
            }

            if (isBericht && (await berichten.ZoekAsync(id!, cancellation).ConfigureAwait(false))?.Archief == blob.Plaats) continue;
            if (!await sweep.TakeAsync(blob, cancellation).ConfigureAwait(false) || !isBericht) continue;
            var nu = tijd.GetUtcNow();
            var bewijs = new Vernietigd(id!, Unrecorded, blob.Kenmerken!.Sha256, Kalender.Dag(blob.Created ?? nu), grond, nu);
            await bewijzen.VoegToeAsync(bewijs, cancellation).ConfigureAwait(false);
        }

        return (sweep.Outcome, unfinished, superseded);
    }

    private async Task VergeetAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        try
        {
            await registratie.VergeetAsync(bericht, cancellation).ConfigureAwait(false);
        }
        catch (OpslagException fout) when (fout.Fout == OpslagFout.NotFound)
        {
            // An earlier attempt got as far as the archive.
        }
    }
}
