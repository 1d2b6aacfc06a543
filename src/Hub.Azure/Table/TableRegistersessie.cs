using Azure.Data.Tables;
using Hub.Register;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Table;

/// <summary>Documents as they were read, each with the version that guards it.</summary>
internal sealed class TableRegistersessie(TableRegister register) : IRegistersessie
{
    // The service takes 100 actions and 4 MB in a batch; some is left for what surrounds them.
    private const int MaxActies = 100;
    private const int MaxBytes = 3 * 1024 * 1024;
    private const int BytesPerActie = 1024;

    private readonly Dictionary<Documentplaats, Documentrij> _gelezen = [];
    private readonly HashSet<Documentplaats> _expected = [];
    private readonly HashSet<Documentplaats> _relied = [];
    private readonly Feitenlezer _lezer = new();

    /// <inheritdoc/>
    public void ExpectEmpty(IEnumerable<Documentsleutel> documents)
    {
        foreach (var plaats in documents.Select(Documentplaats.Van))
            if (_gelezen.TryAdd(plaats, Documentrij.Leeg)) _expected.Add(plaats);
    }

    /// <inheritdoc/>
    public async Task<IEnumerable<Feit>> LeesAsync(IReadOnlySet<Documentsleutel> vraag, CancellationToken cancellation)
    {
        var plaatsen = vraag.Select(Documentplaats.Van).ToHashSet();
        _relied.UnionWith(plaatsen.Where(_expected.Contains));
        await HaalAsync(plaatsen, cancellation).ConfigureAwait(false);
        return plaatsen.SelectMany(plaats =>
        {
            var feiten = Feiten(_gelezen[plaats]);
            return plaats.IsConversation ? feiten.Where(feit => feit.Documenten.Any(vraag.Contains)) : feiten;
        });
    }

    /// <inheritdoc/>
    public async Task SchrijfAsync(IReadOnlyCollection<RegisterChange> changes, CancellationToken cancellation)
    {
        var berichten = changes.Select(change => change.BerichtId).ToHashSet(StringComparer.Ordinal);
        var places = new Dictionary<Documentplaats, List<Feit>>();
        foreach (var change in changes)
        {
            var own = change.Documenten.Select(Documentplaats.Van).ToHashSet();
            // Who is the first in its conversation stands nowhere yet, so there is nothing to take out.
            var isNew = own.Any(plaats => plaats.IsConversation && _expected.Contains(plaats));
            foreach (var plaats in isNew ? [] : own) places.TryAdd(plaats, []);
            foreach (var feit in change.Feiten)
            {
                if (feit.Herkomst.BerichtId != change.BerichtId) throw new ArgumentException("A feit of another bericht.", nameof(changes));
                foreach (var plaats in feit.Documenten.Select(Documentplaats.Van).Distinct())
                {
                    if (!places.TryGetValue(plaats, out var there)) places.Add(plaats, there = []);
                    there.Add(feit);
                }
            }
        }

        if (_relied.Any(plaats => !places.TryGetValue(plaats, out var feiten) || feiten.Count == 0))
            throw new OpslagException(OpslagFout.Conflict, "register: a document that was expected to be empty is not claimed.");
        await HaalAsync(places.Keys, cancellation).ConfigureAwait(false);
        var acties = places.ToDictionary(plaats => plaats.Key, plaats => Vervang(plaats.Key, berichten, plaats.Value));
        if (acties.Values.All(lijst => lijst.Count == 0)) return;
        // What a bericht has come to follows from its conversation, so that must still be as it was read, also when nothing changes in it.
        foreach (var plaats in places.Keys.Where(plaats => plaats.IsConversation && acties[plaats].Count == 0)) acties[plaats] = _gelezen[plaats].Touch(plaats);
        foreach (var deel in acties.GroupBy(actie => actie.Key.IsRuim).OrderByDescending(groep => groep.Key))
            await SchrijfAsync(deel.GroupBy(actie => actie.Key.Partitie, actie => actie.Value), cancellation).ConfigureAwait(false);
        // What was written has other versions now.
        foreach (var plaats in places.Keys) _gelezen.Remove(plaats);
        _expected.Clear();
        _relied.Clear();
    }

    private async Task SchrijfAsync(IEnumerable<IGrouping<string, List<TableTransactionAction>>> perPartitie, CancellationToken cancellation)
    {
        var tabel = await register.TabelAsync(cancellation).ConfigureAwait(false);
        var batches = perPartitie.SelectMany(Batches);
        await Parallel.ForEachAsync(batches, Tabel.Tegelijk(cancellation), async (batch, stop) =>
        {
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

    private List<TableTransactionAction> Vervang(Documentplaats plaats, HashSet<string> berichten, List<Feit> feiten)
    {
        var oud = _gelezen[plaats];
        List<Feit> alle = [.. Feiten(oud).Where(feit => !berichten.Contains(feit.Herkomst.BerichtId)), .. feiten];
        var blok = alle.Count == 0 ? [] : Feitenblok.Schrijf(alle);
        return blok.AsSpan().SequenceEqual(oud.Blok) ? [] : oud.Vervang(plaats, blok);
    }

    private IReadOnlyList<Feit> Feiten(Documentrij document) => document.Blok.Length == 0 ? [] : _lezer.Lees(document.Blok);

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
        // A kind stands together, and kinds stand far apart.
        var kinds = plaatsen.Where(plaats => !_gelezen.ContainsKey(plaats)).GroupBy(plaats => (plaats.Partitie, plaats.Sleutel[0]), plaats => plaats.Sleutel);
        var read = await Task.WhenAll(kinds.Select(kind => HaalAsync(tabel, kind.Key.Partitie, [.. kind], cancellation))).ConfigureAwait(false);
        foreach (var (plaats, document) in read.SelectMany(documents => documents)) _gelezen[plaats] = document;
    }

    private static async Task<List<(Documentplaats Plaats, Documentrij Document)>> HaalAsync(
        Tabel tabel, string partitie, string[] sleutels, CancellationToken cancellation)
    {
        var eersten = await tabel.ZoekAsync("register", partitie, sleutels, cancellation).ConfigureAwait(false);
        var rijen = eersten.ToDictionary(rij => rij.RowKey, StringComparer.Ordinal);
        string[] vervolg = [.. eersten.SelectMany(rij => Documentrij.Rijsleutels(rij).Skip(1))];
        foreach (var rij in await tabel.ZoekAsync("register", partitie, vervolg, cancellation).ConfigureAwait(false)) rijen.Add(rij.RowKey, rij);
        return
        [
            .. sleutels.Select(sleutel => (new Documentplaats(partitie, sleutel), rijen.TryGetValue(sleutel, out var eerste)
                ? Documentrij.Lees([.. Documentrij.Rijsleutels(eerste).Select(rijsleutel => rijen[rijsleutel])])
                : Documentrij.Leeg)),
        ];
    }
}
