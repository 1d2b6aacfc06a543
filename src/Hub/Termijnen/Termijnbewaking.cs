using Hub.Berichten;
using Ijw.Inhoud;

namespace Hub.Termijnen;

/// <summary>Keeps the clocks of the terms of process.md section 2: what is delivered sets some and stops others. Doing it again changes nothing.</summary>
public sealed class Termijnbewaking(IKlokken klokken, IBerichten berichten, Berichtlezer lezer, Werkkalenders kalenders, TimeProvider tijd)
{
    private const int MaxPogingen = 10;

    /// <summary>Notes what a bericht that is delivered does to the clocks of its pair.</summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same clocks: try again.</exception>
    public async Task NoteerAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        // Of a JW323, the largest of all, the Header says enough.
        var inhoud = bericht.Kop.Soort.Naam == "JW323" ? null : await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        await NoteerAsync(bericht, inhoud, cancellation).ConfigureAwait(false);
    }

    /// <summary>The same when it has been read already; of a JW323 nothing but its Header is needed.</summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same clocks: try again.</exception>
    public async Task NoteerAsync(BerichtStatus bericht, Berichtinhoud? inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var werk = Klokwerk.Van(bericht, inhoud, kalenders.Van(bericht.Kop.Gemeente));
        await WijzigAsync(Paar(bericht), Wijzigingen(bericht, werk), cancellation).ConfigureAwait(false);
        if (inhoud is Antwoordbericht { Antwoord.Waarde: { IsInOnderzoek: true } antwoord })
            await ZetOnderzoekAsync(bericht, antwoord.ReferentieAanbieder, cancellation).ConfigureAwait(false);
        if (inhoud is Retourbericht retour) await VolgRetourAsync(bericht, retour, werk.Stopt[0], cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Notes what a bericht does that the hub accepted in the name of its receiver: no answer is due on it, and a JW301 lets starts and stops be due at once.
    /// </summary>
    /// <exception cref="OpslagException">A table failed, or others kept changing the same clocks: try again.</exception>
    public async Task NoteerBeantwoordAsync(BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var kalender = kalenders.Van(bericht.Kop.Gemeente);
        var werk = Klokwerk.Van(bericht, inhoud, kalender).ZonderAntwoordOp(bericht);
        await WijzigAsync(Paar(bericht), Wijzigingen(bericht, werk), cancellation).ConfigureAwait(false);
        if (inhoud is Antwoordbericht { Antwoord.Waarde: { IsInOnderzoek: true } antwoord })
            await ZetOnderzoekAsync(bericht, antwoord.ReferentieAanbieder, cancellation).ConfigureAwait(false);
        if (inhoud is Toewijzingsbericht toewijzing)
            await WijzigAsync(Paar(bericht), Wijzigingen(bericht, Klokwerk.VanToewijzing(bericht, toewijzing, kalender)), cancellation).ConfigureAwait(false);
    }

    /// <summary>The clocks on a bericht, as its trail shows them: those that were set, in the order of their last days.</summary>
    public async Task<IReadOnlyList<Klok>> VanBerichtAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var alle = await klokken.VanBerichtAsync(Paar(bericht), bericht.BerichtId, cancellation).ConfigureAwait(false);
        return [.. alle.OrderBy(klok => klok.Zetting!.Uiterlijk).ThenBy(klok => klok.Sleutel, StringComparer.Ordinal)];
    }

    private static string Paar(BerichtStatus bericht) => $"{bericht.Kop.Gemeente}-{bericht.Kop.Aanbieder}";

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

    private async Task ZetOnderzoekAsync(BerichtStatus antwoord, string referentie, CancellationToken cancellation)
    {
        var klok = await ZoekAsync(antwoord, Kloksleutel.Verzoek(referentie), cancellation).ConfigureAwait(false);
        // A request that this hub never saw, or that got its final answer before: nothing is due.
        if (klok?.Zetting is not { } zetting || klok.GestoptDoor != antwoord.BerichtId) return;
        if (await berichten.ZoekAsync(zetting.BerichtId, cancellation).ConfigureAwait(false) is not { } verzoek) return;
        var werk = Klokwerk.VanOnderzoek(verzoek, zetting, antwoord, referentie);
        await WijzigAsync(Paar(antwoord), Wijzigingen(antwoord, werk), cancellation).ConfigureAwait(false);
    }

    private async Task VolgRetourAsync(BerichtStatus bericht, Retourbericht retour, string sleutel, CancellationToken cancellation)
    {
        var klok = await ZoekAsync(bericht, sleutel, cancellation).ConfigureAwait(false);
        if (klok?.Zetting is not { } zetting || klok.GestoptDoor != bericht.BerichtId) return;
        if (await berichten.ZoekAsync(zetting.BerichtId, cancellation).ConfigureAwait(false) is not { } heen) return;
        if (!retour.WijstAf && heen.Kop.Soort.Naam != "JW301") return;
        var inhoud = await lezer.LeesAsync(heen, cancellation).ConfigureAwait(false);
        if (retour.WijstAf)
        {
            await HerroepAsync(heen, inhoud, bericht, cancellation).ConfigureAwait(false);
        }
        else if (inhoud is Toewijzingsbericht toewijzing)
        {
            var werk = Klokwerk.VanToewijzing(heen, toewijzing, kalenders.Van(heen.Kop.Gemeente));
            await WijzigAsync(Paar(heen), Wijzigingen(heen, werk), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A rejected heenbericht counts as never sent (OP286): what it stopped runs again, what it set lapses.</summary>
    private async Task HerroepAsync(BerichtStatus heen, Berichtinhoud inhoud, BerichtStatus retour, CancellationToken cancellation)
    {
        var ontvangen = retour.Spoor.Ontvangen;
        var werk = Klokwerk.Van(heen, inhoud, kalenders.Van(heen.Kop.Gemeente));
        var eigen = await klokken.VanBerichtAsync(Paar(heen), heen.BerichtId, cancellation).ConfigureAwait(false);
        Klokwijziging[] wijzigingen =
        [
            .. werk.Stopt.Concat(werk.StoptAlsGezet).Select(sleutel => new Klokwijziging(sleutel, AlsGezet: false, klok =>
                klok.GestoptDoor == heen.BerichtId ? klok.Heropen(ontvangen) : klok)),
            .. eigen.Select(klok => klok.Sleutel).Concat(GezetOpVerzoek(inhoud)).Select(sleutel => new Klokwijziging(sleutel, AlsGezet: true, klok =>
                klok.Zetting!.GezetDoor == heen.BerichtId ? klok.Stop(ontvangen, retour.BerichtId, vervalt: true) : klok)),
        ];
        await WijzigAsync(Paar(heen), wijzigingen, cancellation).ConfigureAwait(false);
    }

    private static string[] GezetOpVerzoek(Berichtinhoud inhoud) => inhoud is Antwoordbericht { Antwoord.Waarde: { IsInOnderzoek: true } antwoord }
        ? [Kloksleutel.Onderzoek(antwoord.ReferentieAanbieder), Kloksleutel.Woonplaats(antwoord.ReferentieAanbieder)]
        : [];

    private async Task<Klok?> ZoekAsync(BerichtStatus bericht, string sleutel, CancellationToken cancellation) =>
        (await klokken.ZoekAsync(Paar(bericht), [sleutel], cancellation).ConfigureAwait(false)).GetValueOrDefault(sleutel);

    private async Task WijzigAsync(string paar, IReadOnlyCollection<Klokwijziging> wijzigingen, CancellationToken cancellation)
    {
        if (wijzigingen.Count == 0) return;
        for (var poging = 1; ; poging++)
        {
            var oud = await klokken.ZoekAsync(paar, [.. wijzigingen.Select(wijziging => wijziging.Sleutel).Distinct()], cancellation).ConfigureAwait(false);
            var nieuw = Pas(paar, oud, wijzigingen);
            try
            {
                var gewijzigd = nieuw.Values.Where(klok => !ReferenceEquals(klok, oud.GetValueOrDefault(klok.Sleutel)));
                await klokken.SchrijfAsync([.. gewijzigd], cancellation).ConfigureAwait(false);
            }
            catch (OpslagException fout) when (fout.Fout == OpslagFout.Conflict && poging < MaxPogingen)
            {
                continue;
            }

            await WerkLijstenBijAsync(oud, nieuw, cancellation).ConfigureAwait(false);
            return;
        }
    }

    /// <summary>The clocks that are touched, as they are afterwards; one that nothing changed is itself.</summary>
    private static Dictionary<string, Klok> Pas(string paar, IReadOnlyDictionary<string, Klok> oud, IEnumerable<Klokwijziging> wijzigingen)
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
