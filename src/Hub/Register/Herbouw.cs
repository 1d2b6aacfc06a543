using Hub.Berichten;

namespace Hub.Register;

/// <summary>Makes anew what is kept of berichten: every bericht that was processed is taken up again, in a register or in the index for searching.</summary>
/// <param name="berichten">All berichten.</param>
/// <param name="takeUp">Takes one up; doing it again changes nothing.</param>
public sealed class Herbouw(IBerichten berichten, Func<BerichtStatus, CancellationToken, Task> takeUp)
{
    /// <summary>How many berichten are taken up between two reports.</summary>
    public const int Stap = 100;

    private const int Tegelijk = 4;

    /// <summary>Takes up all berichten, in the order of their ids; taking one up twice changes nothing.</summary>
    /// <param name="na">Begins behind this id, as an earlier run reported it; null to begin at the first.</param>
    /// <param name="voortgang">Gets how many were taken up so far and the id up to which all have been, after every <see cref="Stap"/> and at the end.</param>
    /// <param name="cancellation">Stops it; begin again behind the last id that was reported.</param>
    /// <returns>How many berichten were taken up.</returns>
    /// <exception cref="OpslagException">The archive or a table failed.</exception>
    public async Task<long> BouwAsync(string? na, Action<long, string> voortgang, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(voortgang);
        var aantal = 0L;
        var stap = new List<BerichtStatus>(Stap);
        await foreach (var bericht in berichten.AlleAsync(na, cancellation).ConfigureAwait(false))
        {
            stap.Add(bericht);
            if (stap.Count == Stap) await NeemOpAsync().ConfigureAwait(false);
        }

        if (stap.Count > 0) await NeemOpAsync().ConfigureAwait(false);
        return aantal;

        async Task NeemOpAsync()
        {
            // What is still to be processed comes in then.
            var verwerkt = stap.Where(bericht => bericht.IsVerwerkt).ToList();
            var opties = new ParallelOptions { MaxDegreeOfParallelism = Tegelijk, CancellationToken = cancellation };
            await Parallel.ForEachAsync(verwerkt, opties, async (bericht, stop) => await takeUp(bericht, stop).ConfigureAwait(false)).ConfigureAwait(false);
            aantal += verwerkt.Count;
            voortgang(aantal, stap[^1].BerichtId);
            stap.Clear();
        }
    }
}
