using Azure.Data.Tables;
using Hub.Register;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Table;

/// <summary>
/// The register in one table: PartitionKey = a pair, an aanbieder or a gemeente, RowKey = a document (<see cref="Documentplaats"/>). A row tells
/// with which key its clients were made: with another nobody would be found.
/// </summary>
/// <param name="account">The storage account.</param>
/// <param name="naam">The table; a rebuilt register stands in another.</param>
/// <param name="sleutels">The key of clients.</param>
public sealed class TableRegister(Opslagaccount account, string naam, Clientsleutels sleutels) : IRegister
{
    private readonly Tabel _tabel = new(account, naam);
    private readonly Eenmalig _gecontroleerd = new();

    /// <summary>Whether <paramref name="tekst"/> can name a table.</summary>
    public static bool IsTabelnaam(string? tekst) =>
        tekst is { Length: >= 3 and <= 63 } && char.IsAsciiLetter(tekst[0]) && tekst.All(char.IsAsciiLetterOrDigit);

    /// <inheritdoc/>
    public IRegistersessie Open() => new TableRegistersessie(this);

    internal async Task<Tabel> TabelAsync(CancellationToken cancellation)
    {
        await _gecontroleerd.ZorgAsync(naam, () => ControleerAsync(cancellation)).ConfigureAwait(false);
        return _tabel;
    }

    private async Task ControleerAsync(CancellationToken cancellation)
    {
        const string partitie = "sleutel";
        var verwacht = sleutels.Controle;
        if (await _tabel.VoegToeAsync(new TableEntity(partitie, partitie) { ["Controle"] = verwacht }, cancellation).ConfigureAwait(false)) return;
        var rij = await _tabel.DoeAsync("sleutel", (client, stop) => client.GetEntityAsync<TableEntity>(
            partitie, partitie, cancellationToken: stop), cancellation).ConfigureAwait(false);
        if (rij.Value.GetString("Controle") != verwacht)
            throw new InvalidOperationException($"Table {naam} was made with another key of clients (Register__Sleutel, Register__SleutelId).");
    }
}

/// <summary>Documents as they were read, each with the version that guards it.</summary>
internal sealed class TableRegistersessie(TableRegister register) : IRegistersessie
{
    // The service takes 100 actions and 4 MB in a batch; some is left for what surrounds them.
    private const int MaxActies = 100;
    private const int MaxBytes = 3 * 1024 * 1024;
    private const int BytesPerActie = 1024;

    private readonly Dictionary<Documentplaats, Documentrij> _gelezen = [];
    private readonly Feitenlezer _lezer = new();
    private readonly Rondreizen _rondreizen = new();

    /// <inheritdoc/>
    public int Rondreizen => _rondreizen.Aantal;

    /// <inheritdoc/>
    public async Task<IEnumerable<Feit>> LeesAsync(IReadOnlySet<Documentsleutel> vraag, CancellationToken cancellation)
    {
        var plaatsen = vraag.Select(Documentplaats.Van).ToHashSet();
        await HaalAsync(plaatsen, cancellation).ConfigureAwait(false);
        return plaatsen.SelectMany(plaats => _lezer.LeesOfNiets(_gelezen[plaats].Blok)).Where(feit => feit.Documenten.Any(vraag.Contains));
    }

    /// <inheritdoc/>
    public async Task SchrijfAsync(
        string berichtId, IReadOnlySet<Documentsleutel> documenten, IReadOnlyCollection<Feit> feiten, CancellationToken cancellation)
    {
        var perPlaats = documenten.Select(Documentplaats.Van).Distinct().ToDictionary(plaats => plaats, _ => new List<Feit>());
        foreach (var feit in feiten)
        {
            if (feit.Herkomst.BerichtId != berichtId) throw new ArgumentException("A feit of another bericht.", nameof(feiten));
            foreach (var plaats in feit.Documenten.Select(Documentplaats.Van).Distinct()) perPlaats[plaats].Add(feit);
        }

        await HaalAsync(perPlaats.Keys, cancellation).ConfigureAwait(false);
        foreach (var deel in perPlaats.GroupBy(paar => paar.Key.IsRuim).OrderByDescending(groep => groep.Key))
            await SchrijfAsync(deel.GroupBy(paar => paar.Key.Partitie, paar => Vervang(paar.Key, berichtId, paar.Value)), cancellation).ConfigureAwait(false);
        // What was written has other versions now.
        foreach (var plaats in perPlaats.Keys) _gelezen.Remove(plaats);
    }

    private async Task SchrijfAsync(IEnumerable<IGrouping<string, List<TableTransactionAction>>> perPartitie, CancellationToken cancellation)
    {
        var tabel = await register.TabelAsync(cancellation).ConfigureAwait(false);
        var batches = perPartitie.SelectMany(Batches);
        await Parallel.ForEachAsync(batches, Tabel.Tegelijk(cancellation), async (batch, stop) =>
        {
            _rondreizen.Tel();
            try
            {
                await tabel.DoeAsync("register", (client, einde) => client.SubmitTransactionAsync(batch, einde), stop).ConfigureAwait(false);
            }
            catch (OpslagException fout) when (fout.Fout == OpslagFout.NotFound)
            {
                throw new OpslagException(OpslagFout.Conflict, fout.Message);
            }
        }).ConfigureAwait(false);
    }

    private List<TableTransactionAction> Vervang(Documentplaats plaats, string berichtId, List<Feit> feiten)
    {
        var oud = _gelezen[plaats];
        List<Feit> alle = [.. _lezer.LeesOfNiets(oud.Blok).Where(feit => feit.Herkomst.BerichtId != berichtId), .. feiten];
        var blok = alle.Count == 0 ? [] : Feitenblok.Schrijf(alle);
        return blok.AsSpan().SequenceEqual(oud.Blok) ? [] : oud.Vervang(plaats, blok);
    }

    /// <summary>Puts documents together in batches; the rows of one never go apart.</summary>
    private static IEnumerable<List<TableTransactionAction>> Batches(IEnumerable<List<TableTransactionAction>> documenten)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0L;
        foreach (var acties in documenten)
        {
            var grootte = acties.Sum(Grootte);
            if (batch.Count > 0 && (batch.Count + acties.Count > MaxActies || bytes + grootte > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.AddRange(acties);
            bytes += grootte;
        }

        if (batch.Count > 0) yield return batch;
    }

    // Binary travels as base64.
    private static long Grootte(TableTransactionAction actie) =>
        BytesPerActie + ((IDictionary<string, object>)actie.Entity).Values.OfType<byte[]>().Sum(deel => (deel.LongLength + 2) / 3 * 4);

    private async Task HaalAsync(IEnumerable<Documentplaats> plaatsen, CancellationToken cancellation)
    {
        var tabel = await register.TabelAsync(cancellation).ConfigureAwait(false);
        foreach (var partitie in plaatsen.Where(plaats => !_gelezen.ContainsKey(plaats)).GroupBy(plaats => plaats.Partitie, plaats => plaats.Sleutel).ToList())
        {
            // A kind stands together, and kinds stand far apart.
            foreach (var soort in partitie.GroupBy(sleutel => sleutel[0])) await HaalAsync(tabel, partitie.Key, [.. soort], cancellation).ConfigureAwait(false);
        }
    }

    private async Task HaalAsync(Tabel tabel, string partitie, string[] sleutels, CancellationToken cancellation)
    {
        var eersten = await tabel.ZoekAsync("register", partitie, sleutels, cancellation, _rondreizen).ConfigureAwait(false);
        var rijen = eersten.ToDictionary(rij => rij.RowKey, StringComparer.Ordinal);
        string[] vervolg = [.. eersten.SelectMany(rij => Documentrij.Rijsleutels(rij).Skip(1))];
        foreach (var rij in await tabel.ZoekAsync("register", partitie, vervolg, cancellation, _rondreizen).ConfigureAwait(false)) rijen.Add(rij.RowKey, rij);
        foreach (var sleutel in sleutels)
        {
            _gelezen[new Documentplaats(partitie, sleutel)] = rijen.TryGetValue(sleutel, out var eerste)
                ? Documentrij.Lees([.. Documentrij.Rijsleutels(eerste).Select(rijsleutel => rijen[rijsleutel])])
                : Documentrij.Leeg;
        }
    }
}

/// <summary>Reading of documents that may not be there.</summary>
internal static class FeitenlezerUitbreiding
{
    public static IReadOnlyList<Feit> LeesOfNiets(this Feitenlezer lezer, byte[] blok) => blok.Length == 0 ? [] : lezer.Lees(blok);
}
