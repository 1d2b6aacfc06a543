using Hub.Archief;
using Hub.Berichten;
using Hub.Inzage;
using Hub.Register;
using Hub.Search;

namespace Hub.Vernietiging;

/// <summary>What came of destroying.</summary>
/// <param name="Vernietigd">How many berichten were destroyed now.</param>
/// <param name="Onveranderbaar">How many the archive does not let go of yet: they are immutable for some time more.</param>
/// <param name="NietVerwerkt">How many were left because they are still to be processed.</param>
public sealed record Vernietigingsuitslag(int Vernietigd, int Onveranderbaar, int NietVerwerkt);

/// <summary>
/// Destroys the berichten of a gemeente that were received before a day, on its instruction (docs/retention.md): content, what the register has of them,
/// who looked at them, and their row. What is left is a proof without content. Stopped halfway, doing it again ends it.
/// </summary>
public sealed class Vernietiger(
    IArchief archief, IBerichten berichten, Registratie registratie, ISearchIndex search, IInzagelog inzage, IVernietigd bewijzen, TimeProvider tijd)
{
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
        var (vernietigd, vast, bezig) = (0, 0, 0);
        // Just before the first id that a bericht of this gemeente can have.
        await foreach (var bericht in berichten.AlleAsync(gemeente + "-", cancellation).ConfigureAwait(false))
        {
            if (bericht.Kop.Gemeente != gemeente) break;
            if (bericht.Ontvangstdatum >= voor) continue;
            if (!bericht.IsVerwerkt) bezig++;
            else if (await VernietigAsync(bericht, grond, cancellation).ConfigureAwait(false)) vernietigd++;
            else vast++;
        }

        return new Vernietigingsuitslag(vernietigd, vast, bezig);
    }

    private async Task<bool> VernietigAsync(BerichtStatus bericht, string grond, CancellationToken cancellation)
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
            return false;
        }

        await inzage.VerwijderAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
        var bewijs = new Vernietigd(bericht.BerichtId, bericht.Kop.Soort.Naam, bericht.Sha256, bericht.Ontvangstdatum, grond, tijd.GetUtcNow());
        await bewijzen.VoegToeAsync(bewijs, cancellation).ConfigureAwait(false);
        await search.RemoveAsync(bericht, cancellation).ConfigureAwait(false);
        await berichten.VerwijderAsync(bericht.BerichtId, cancellation).ConfigureAwait(false);
        return true;
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
