using System.Collections.Immutable;
using Hub.Berichten;
using Hub.Register;
using Hub.Retries;
using Ijw.Inhoud;

namespace Hub.Termijnen;

/// <summary>
/// Keeps the clocks of the terms of process.md section 2: what is delivered sets some and stops others. Doing it again changes nothing.
/// </summary>
public sealed class Termijnbewaking(IKlokken klokken, Werkkalenders kalenders, TimeProvider tijd)
{
    /// <summary>Notes what a bericht that is delivered does to the clocks of its pair.</summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="inhoud">What it says.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same clocks: try again.</exception>
    public async Task NoteerAsync(KnownBerichten known, BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        var werk = Klokwerk.Van(bericht, inhoud, kalenders.Van(bericht.Kop.Gemeente));
        var klokken = await WijzigAsync(Paar.Van(bericht.Kop), Wijzigingen(bericht, werk), cancellation).ConfigureAwait(false);
        await ZetOnderzoekAsync(known, klokken, bericht, inhoud, cancellation).ConfigureAwait(false);
        if (inhoud is Retourbericht retour)
            await VolgRetourAsync(known, bericht, retour, klokken.GetValueOrDefault(werk.Stopt[0]), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Notes what a bericht does that the hub accepted in the name of its receiver: no answer is due on it, and a JW301 lets starts and
    /// stops be due at once.
    /// </summary>
    /// <param name="known">What was read.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="inhoud">What it says.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="OpslagException">A table failed, or others kept changing the same clocks: try again.</exception>
    public async Task NoteerBeantwoordAsync(KnownBerichten known, BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        var kalender = kalenders.Van(bericht.Kop.Gemeente);
        var wijzigingen = Wijzigingen(bericht, Klokwerk.Van(bericht, inhoud, kalender).ZonderAntwoordOp(bericht));
        if (inhoud is Toewijzingsbericht toewijzing) wijzigingen.AddRange(Wijzigingen(bericht, Klokwerk.VanToewijzing(bericht, toewijzing, kalender)));
        var klokken = await WijzigAsync(Paar.Van(bericht.Kop), wijzigingen, cancellation, IsExpectedNew(inhoud)).ConfigureAwait(false);
        await ZetOnderzoekAsync(known, klokken, bericht, inhoud, cancellation).ConfigureAwait(false);
    }

    /// <summary>The clocks on a bericht, as its trail shows them: those that were set, in the order of their last days.</summary>
    public async Task<IReadOnlyList<Klok>> VanBerichtAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var alle = await klokken.VanBerichtAsync(Paar.Van(bericht.Kop), bericht.BerichtId, cancellation).ConfigureAwait(false);
        return [.. alle.OrderBy(klok => klok.Zetting!.Uiterlijk).ThenBy(klok => klok.Sleutel, StringComparer.Ordinal)];
    }

    private static List<Klokwijziging> Wijzigingen(BerichtStatus bericht, Klokwerk werk)
    {
        var (ontvangen, id) = (bericht.Spoor.Ontvangen, bericht.BerichtId);
        return
        [
            .. werk.Heropent.Select(sleutel => new Klokwijziging(sleutel, AlsGezet: true, klok => klok.Heropen(ontvangen))),
            .. werk.Stopt.Select(sleutel => new Klokwijziging(sleutel, AlsGezet: false, klok => klok.Stop(ontvangen, id, vervalt: false))),
            .. werk.StoptAlsGezet.Select(sleutel => new Klokwijziging(sleutel, AlsGezet: true, klok => klok.Stop(ontvangen, id, vervalt: false))),
            .. werk.Vervalt.Select(wat => new Klokwijziging(wat.Sleutel, AlsGezet: true, klok =>
                string.CompareOrdinal(wat.Rang, klok.Zetting!.Rang) < 0 ? klok : klok.Stop(ontvangen, id, vervalt: true))),
            .. werk.Zet.Select(wat => new Klokwijziging(wat.Sleutel, AlsGezet: false, klok => klok.Zet(wat.Zetting))),
        ];
    }

    private async Task ZetOnderzoekAsync(
        KnownBerichten known, IReadOnlyDictionary<string, Klok> klokken, BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        if (inhoud is not Antwoordbericht { Antwoord.Waarde: { IsInOnderzoek: true, ReferentieAanbieder: var referentie } }) return;
        var klok = klokken.GetValueOrDefault(Kloksleutel.Verzoek(referentie));
        // A request that this hub never saw, or that got its final answer before: nothing is due.
        if (klok?.Zetting is not { } zetting || klok.GestoptDoor != bericht.BerichtId) return;
        if (await known.FindRowAsync(zetting.BerichtId, cancellation).ConfigureAwait(false) is not { } verzoek) return;
        var werk = Klokwerk.VanOnderzoek(verzoek, zetting, bericht, referentie);
        await WijzigAsync(Paar.Van(bericht.Kop), Wijzigingen(bericht, werk), cancellation).ConfigureAwait(false);
    }

    private async Task VolgRetourAsync(KnownBerichten known, BerichtStatus bericht, Retourbericht retour, Klok? klok, CancellationToken cancellation)
    {
        if (klok?.Zetting is not { } zetting || klok.GestoptDoor != bericht.BerichtId) return;
        if (await known.FindRowAsync(zetting.BerichtId, cancellation).ConfigureAwait(false) is not { } heen) return;
        if (!retour.WijstAf && heen.Kop.Soort.Naam != "JW301") return;
        var inhoud = await known.ReadAsync(heen, cancellation).ConfigureAwait(false);
        if (retour.WijstAf)
        {
            await HerroepAsync(heen, inhoud, bericht, cancellation).ConfigureAwait(false);
        }
        else if (inhoud is Toewijzingsbericht toewijzing)
        {
            var werk = Klokwerk.VanToewijzing(heen, toewijzing, kalenders.Van(heen.Kop.Gemeente));
            await WijzigAsync(Paar.Van(heen.Kop), Wijzigingen(heen, werk), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A rejected heenbericht counts as never sent (OP286): what it stopped runs again, what it set lapses.</summary>
    private async Task HerroepAsync(BerichtStatus heen, Berichtinhoud inhoud, BerichtStatus retour, CancellationToken cancellation)
    {
        var ontvangen = retour.Spoor.Ontvangen;
        var werk = Klokwerk.Van(heen, inhoud, kalenders.Van(heen.Kop.Gemeente));
        var eigen = await klokken.VanBerichtAsync(Paar.Van(heen.Kop), heen.BerichtId, cancellation).ConfigureAwait(false);
        Klokwijziging[] wijzigingen =
        [
            .. werk.Stopt.Concat(werk.StoptAlsGezet).Select(sleutel => new Klokwijziging(sleutel, AlsGezet: false, klok =>
                klok.GestoptDoor == heen.BerichtId ? klok.Heropen(ontvangen) : klok)),
            .. eigen.Select(klok => klok.Sleutel).Concat(GezetOpVerzoek(inhoud)).Select(sleutel => new Klokwijziging(sleutel, AlsGezet: true, klok =>
                klok.Zetting!.GezetDoor == heen.BerichtId ? klok.Stop(ontvangen, retour.BerichtId, vervalt: true) : klok)),
        ];
        await WijzigAsync(Paar.Van(heen.Kop), wijzigingen, cancellation).ConfigureAwait(false);
    }

    private static string[] GezetOpVerzoek(Berichtinhoud inhoud) => inhoud is Antwoordbericht { Antwoord.Waarde: { IsInOnderzoek: true } antwoord }
        ? [Kloksleutel.Onderzoek(antwoord.ReferentieAanbieder), Kloksleutel.Woonplaats(antwoord.ReferentieAanbieder)]
        : [];

    // What is asked for or assigned for the first time has no clocks yet.
    private static bool IsExpectedNew(Berichtinhoud inhoud) => inhoud switch
    {
        VerzoekOmToewijzing => true,
        Toewijzingsbericht toewijzing => toewijzing.Producten.All(
            product => product.Waarde.ReferentieAanbieder is null && RegisterChange.IsExpectedNew(product.Waarde, toewijzing.Dagtekening)),
        _ => false,
    };

    /// <summary>Changes clocks; gives those that it touched, as they are afterwards.</summary>
    /// <param name="paar">The pair.</param>
    /// <param name="wijzigingen">What changes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="isExpectedNew">Whether none is expected to be there: then they are added without looking, and looked for when one
    /// was.</param>
    private async Task<IReadOnlyDictionary<string, Klok>> WijzigAsync(
        Paar paar, IReadOnlyCollection<Klokwijziging> wijzigingen, CancellationToken cancellation, bool isExpectedNew = false)
    {
        if (wijzigingen.Count == 0) return ImmutableDictionary<string, Klok>.Empty;
        var sleutels = wijzigingen.Select(wijziging => wijziging.Sleutel).ToHashSet(StringComparer.Ordinal);
        // What is added tells whether it was there, and the others of one toewijzing or request never are there without it.
        var isBlind = isExpectedNew && wijzigingen.Any(wijziging => !wijziging.AlsGezet);
        var (oud, nieuw) = await Retry.OnConflictAsync(async attempt =>
        {
            var before = isBlind && attempt == 0
                ? ImmutableDictionary<string, Klok>.Empty
                : await klokken.ZoekAsync(paar, sleutels, cancellation).ConfigureAwait(false);
            var after = Pas(paar, before, wijzigingen);
            await klokken.SchrijfAsync(
                [.. after.Values.Where(klok => !ReferenceEquals(klok, before.GetValueOrDefault(klok.Sleutel)))], cancellation).ConfigureAwait(false);
            return (before, after);
        }, cancellation).ConfigureAwait(false);
        await WerkLijstenBijAsync(oud, nieuw, cancellation).ConfigureAwait(false);
        return nieuw;
    }

    /// <summary>The clocks that are touched, as they are afterwards; one that nothing changed is itself.</summary>
    private static Dictionary<string, Klok> Pas(Paar paar, IReadOnlyDictionary<string, Klok> oud, IEnumerable<Klokwijziging> wijzigingen)
    {
        var nieuw = new Dictionary<string, Klok>(StringComparer.Ordinal);
        foreach (var wijziging in wijzigingen)
        {
            var klok = nieuw.GetValueOrDefault(wijziging.Sleutel) ?? oud.GetValueOrDefault(wijziging.Sleutel);
            if (wijziging.AlsGezet && klok?.Zetting is null) continue;
            var basis = klok ?? new Klok { Paar = paar, Sleutel = wijziging.Sleutel };
            var na = wijziging.Wijzig(basis);
            if (klok is not null || !ReferenceEquals(na, basis)) nieuw[wijziging.Sleutel] = na;
        }

        return nieuw;
    }

    // Also for what did not change: an earlier attempt may have died between the clocks and the lists.
    private async Task WerkLijstenBijAsync(IReadOnlyDictionary<string, Klok> oud, Dictionary<string, Klok> nieuw, CancellationToken cancellation)
    {
        var verplaatst = nieuw.Values
            .Where(klok => oud.GetValueOrDefault(klok.Sleutel)?.Zetting is { } was && was.Uiterlijk != klok.Zetting!.Uiterlijk)
            .Select(klok => oud[klok.Sleutel]);
        Klok[] eraf = [.. verplaatst, .. nieuw.Values.Where(klok => klok is { Zetting: not null, Gestopt: not null })];
        await klokken.HaalVanAgendaAsync(eraf, cancellation).ConfigureAwait(false);
        var vandaag = Kalender.Dag(tijd.GetUtcNow());
        await klokken.NietMeerTeLaatAsync([.. eraf.Where(klok => vandaag > klok.Zetting!.Uiterlijk)], cancellation).ConfigureAwait(false);
        await klokken.ZetOpAgendaAsync([.. nieuw.Values.Where(klok => klok.Loopt)], cancellation).ConfigureAwait(false);
    }

    private sealed record Klokwijziging(string Sleutel, bool AlsGezet, Func<Klok, Klok> Wijzig);
}
