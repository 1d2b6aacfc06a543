using Hub.Berichten;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Hub.Register;

/// <summary>
/// Keeps the register: what a bericht leaves in it given what it has come to, and what an answer changes of the bericht it answers. The register
/// is a function of the set of berichten and their verdicts: in what order they come, and how often, makes no difference.
/// </summary>
public sealed class Registratie(IRegister register, IBerichten berichten, Berichtlezer lezer)
{
    private const int MaxPogingen = 20;

    /// <summary>What the register knows that a check of a bericht needs; the bericht's own feiten don't count.</summary>
    public static async Task<Dossier> LaadAsync(IRegistersessie sessie, Berichtinhoud inhoud, string berichtId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sessie);
        ArgumentNullException.ThrowIfNull(inhoud);
        var dossier = new Dossier(inhoud.Kop.Gemeente, inhoud.Kop.Aanbieder, berichtId);
        for (var vraag = Dossiervraag.Van(inhoud); vraag.Count > 0; vraag = Dossiervraag.Vervolg(inhoud, dossier))
            dossier.Voeg(vraag, await sessie.LeesAsync(vraag, cancellation).ConfigureAwait(false));
        return dossier;
    }

    /// <summary>Writes what a bericht leaves, given what it has come to; what it left before goes.</summary>
    /// <exception cref="OpslagException">A table failed; <see cref="OpslagFout.Conflict"/> when the register changed under it: look again.</exception>
    public static Task SchrijfAsync(
        IRegistersessie sessie, Berichtinhoud inhoud, Uitslag uitslag, string berichtId, DateTimeOffset moment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sessie);
        var feiten = Feiten.Van(inhoud, uitslag, berichtId, moment);
        var documenten = Documenten(inhoud, berichtId, moment);
        documenten.UnionWith(feiten.SelectMany(feit => feit.Documenten));
        return sessie.SchrijfAsync(berichtId, documenten, feiten, cancellation);
    }

    /// <summary>
    /// Takes a bericht up in the register without judging it: with what it has come to by the answers that are there, and when it is an answer
    /// itself, with what that makes of the bericht that it answers. Doing it again changes nothing.
    /// </summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task NeemOpAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        var inhoud = await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        await NeemOpAsync(bericht, inhoud, cancellation).ConfigureAwait(false);
    }

    /// <summary>The same when it has been read already.</summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task NeemOpAsync(BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(inhoud);
        var beantwoordt = Antwoordsleutel.Van(inhoud);
        if (beantwoordt is null)
            await NeemHeenOpAsync(bericht, inhoud, cancellation).ConfigureAwait(false);
        else
            await NeemAntwoordOpAsync(bericht, inhoud, cancellation).ConfigureAwait(false);
        await HerzieAsync(beantwoordt ?? Antwoordsleutel.Op(inhoud.Kop), bericht.BerichtId, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes up an answer of the hub, on a heenbericht that stands in the register as that answer says already.</summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task NeemAntwoordOpAsync(BerichtStatus antwoord, Berichtinhoud inhoud, string heenbericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(antwoord);
        var sleutel = Antwoordsleutel.Van(inhoud) ?? throw new ArgumentException("The bericht is no answer.", nameof(antwoord));
        await NeemAntwoordOpAsync(antwoord, inhoud, cancellation).ConfigureAwait(false);
        await HerzieAsync(sleutel, heenbericht, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes out of the register all that a bericht left in it, whatever it has come to. A bericht that stays while its answer goes is open again, as
    /// it would be in a register that is made anew.
    /// </summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task VergeetAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var inhoud = await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        var documenten = Documenten(inhoud, bericht.BerichtId, bericht.Spoor.Ontvangen);
        await register.ProbeerAsync(sessie => sessie.SchrijfAsync(bericht.BerichtId, documenten, [], cancellation)).ConfigureAwait(false);
        if (Antwoordsleutel.Van(inhoud) is { } sleutel) await HerzieAsync(sleutel, bericht.BerichtId, cancellation).ConfigureAwait(false);
    }

    /// <summary>Which bericht an answer answers; known once it was taken up.</summary>
    /// <exception cref="ArgumentException">The bericht is no answer.</exception>
    public async Task<Antwoordplaats> PlaatsAsync(BerichtStatus antwoord, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(antwoord);
        var sleutel = Antwoordsleutel.Van(inhoud) ?? throw new ArgumentException("The bericht is no answer.", nameof(antwoord));
        return sleutel.Plaats(antwoord.BerichtId, await register.Open().LeesAsync(sleutel.Documenten, cancellation).ConfigureAwait(false));
    }

    private Task NeemAntwoordOpAsync(BerichtStatus antwoord, Berichtinhoud inhoud, CancellationToken cancellation) =>
        register.ProbeerAsync(sessie => SchrijfAsync(sessie, inhoud, Uitslag.Aanvaard, antwoord.BerichtId, antwoord.Spoor.Ontvangen, cancellation));

    /// <summary>Where a bericht can stand: whatever it came to, it stood nowhere else than where it stands unanswered.</summary>
    private static HashSet<Documentsleutel> Documenten(Berichtinhoud inhoud, string berichtId, DateTimeOffset moment) =>
        Feiten.Van(inhoud, Uitslag.Open, berichtId, moment).SelectMany(feit => feit.Documenten).ToHashSet();

    /// <summary>Looks again at what the berichten with a key have come to; seldom is there another than the one that was taken up.</summary>
    private async Task HerzieAsync(Antwoordsleutel sleutel, string behalve, CancellationToken cancellation)
    {
        // First was written, then is looked: who comes in at the same time sees it, or is seen.
        var heenberichten = sleutel.Heenberichten(await register.Open().LeesAsync(sleutel.Documenten, cancellation).ConfigureAwait(false));
        foreach (var id in heenberichten.Where(id => id != behalve))
        {
            if (await berichten.ZoekAsync(id, cancellation).ConfigureAwait(false) is not { } heen) continue;
            var inhoud = await lezer.LeesAsync(heen, cancellation).ConfigureAwait(false);
            await NeemHeenOpAsync(heen, inhoud, cancellation).ConfigureAwait(false);
        }
    }

    private async Task NeemHeenOpAsync(BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        var sleutel = Antwoordsleutel.Op(inhoud.Kop);
        var antwoord = await AntwoordAsync(sleutel, bericht.BerichtId, cancellation).ConfigureAwait(false);
        for (var poging = 0; ; poging++)
        {
            var uitslag = await UitslagAsync(bericht, antwoord, cancellation).ConfigureAwait(false);
            await register.ProbeerAsync(sessie => SchrijfAsync(sessie, inhoud, uitslag, bericht.BerichtId, bericht.Spoor.Ontvangen, cancellation)).ConfigureAwait(false);
            // An answer that came in since has perhaps not seen this.
            var nu = await AntwoordAsync(sleutel, bericht.BerichtId, cancellation).ConfigureAwait(false);
            if (nu == antwoord) return;
            if (poging == MaxPogingen) throw new OpslagException(OpslagFout.Conflict, "register: answers kept coming in.");
            antwoord = nu;
        }
    }

    private async Task<Retourmelding?> AntwoordAsync(Antwoordsleutel sleutel, string berichtId, CancellationToken cancellation) =>
        sleutel.AntwoordOp(berichtId, await register.Open().LeesAsync(sleutel.Documenten, cancellation).ConfigureAwait(false));

    private async Task<Uitslag> UitslagAsync(BerichtStatus bericht, Retourmelding? antwoord, CancellationToken cancellation)
    {
        if (antwoord is null) return bericht.IsHistorieZonderRetour ? Uitslag.Aanvaard : Uitslag.Open;
        if (!antwoord.IsAanvaard) return Uitslag.Afgewezen;
        if (bericht.Kop.Soort.Naam != "JW323") return Uitslag.Aanvaard;
        // Which prestaties were refused only the JW325 itself says.
        var status = await berichten.ZoekAsync(antwoord.Herkomst.BerichtId, cancellation).ConfigureAwait(false)
            ?? throw new OpslagException(OpslagFout.Retry, "register: an answer that was taken up is not there.");
        return Uitslag.Van(await lezer.LeesAsync(status, cancellation).ConfigureAwait(false));
    }
}
