using Hub.Berichten;
using Hub.Retries;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Hub.Register;

/// <summary>
/// Keeps the register: what a bericht leaves in it given what it has come to, and what an answer changes of the bericht it answers. The
/// register is a function of the set of berichten and their verdicts: in what order they come, and how often, makes no difference.
/// </summary>
public sealed class Registratie(IRegister register, IBerichten berichten, Berichtlezer lezer)
{
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

    /// <summary>
    /// Takes a bericht up in the register without judging it: with what it has come to by the answers that are there, and when it is an
    /// answer itself, with what that makes of the bericht that it answers. Doing it again changes nothing.
    /// </summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task NeemOpAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        var inhoud = await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        await NeemOpAsync(new KnownBerichten(berichten, lezer), bericht, inhoud, cancellation).ConfigureAwait(false);
    }

    /// <summary>The same when it has been read already; gives where it belongs when it is an answer.</summary>
    /// <param name="known">What else was read, and will be.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="inhoud">What it says.</param>
    /// <param name="cancellation">Stops it; doing it again ends it.</param>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public Task<Antwoordplaats?> NeemOpAsync(KnownBerichten known, BerichtStatus bericht, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(bericht);
        ArgumentNullException.ThrowIfNull(inhoud);
        return Retry.OnConflictAsync(_ => TakeUpAsync(register.Open(), known, bericht, inhoud, null, cancellation), cancellation);
    }

    /// <summary>The same in a session that may have read what the bericht was judged by.</summary>
    /// <param name="sessie">The session.</param>
    /// <param name="known">What else was read, and will be.</param>
    /// <param name="bericht">The bericht.</param>
    /// <param name="inhoud">What it says.</param>
    /// <param name="without">An answer that an attempt meant to make and never did: what the register has of it goes; null when there was
    /// no attempt.</param>
    /// <param name="cancellation">Stops it; some of it may have been written.</param>
    /// <exception cref="OpslagException">A table or the archive failed; <see cref="OpslagFout.Conflict"/> when the register changed under
    /// it: look again.</exception>
    internal static async Task<Antwoordplaats?> TakeUpAsync(
        IRegistersessie sessie, KnownBerichten known, BerichtStatus bericht, Berichtinhoud inhoud, string? without, CancellationToken cancellation)
    {
        known.Add(bericht, inhoud);
        // As an answer, whatever it says of itself does not count; as a heenbericht, its answer says what it comes to.
        var own = RegisterChange.Of(inhoud, Uitslag.Open, bericht.BerichtId, bericht.Spoor.Ontvangen);
        if (Antwoordsleutel.Van(inhoud) is { } antwoordt)
        {
            var feiten = await antwoordt.ReadAsync(sessie, [own], cancellation).ConfigureAwait(false);
            await WriteAsync(sessie, known, antwoordt, [own], feiten, cancellation).ConfigureAwait(false);
            return antwoordt.Plaats(bericht.BerichtId, feiten);
        }

        var key = Antwoordsleutel.Op(inhoud.Kop);
        RegisterChange[] gone = without is null ? [] : [new RegisterChange(without, key.Documenten, [])];
        var conversation = await key.ReadAsync(sessie, [own, .. gone], cancellation).ConfigureAwait(false);
        await WriteAsync(sessie, known, key, gone, conversation, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>
    /// Takes up a heenbericht with the answer that the hub makes on it, in the session by which it was judged: who reads one sees the
    /// other.
    /// </summary>
    /// <param name="sessie">The session.</param>
    /// <param name="known">What else was read, and will be.</param>
    /// <param name="heen">What the heenbericht leaves by that answer.</param>
    /// <param name="antwoord">What the answer leaves.</param>
    /// <param name="inhoud">What the heenbericht says.</param>
    /// <param name="cancellation">Stops it; some of it may have been written.</param>
    /// <exception cref="OpslagException">A table or the archive failed; <see cref="OpslagFout.Conflict"/> when the register changed under
    /// it: look again.</exception>
    internal static async Task TakeUpAnsweredAsync(
        IRegistersessie sessie, KnownBerichten known, RegisterChange heen, RegisterChange antwoord, Berichtinhoud inhoud, CancellationToken cancellation)
    {
        var key = Antwoordsleutel.Op(inhoud.Kop);
        var feiten = await key.ReadAsync(sessie, [heen, antwoord], cancellation).ConfigureAwait(false);
        await WriteAsync(sessie, known, key, [heen, antwoord], feiten, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes out of the register all that a bericht left in it, whatever it has come to. A bericht that stays while its answer goes is open
    /// again, as it would be in a register that is made anew.
    /// </summary>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task VergeetAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var inhoud = await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        var gone = RegisterChange.Gone(inhoud, bericht.BerichtId, bericht.Spoor.Ontvangen);
        await Retry.OnConflictAsync(_ => register.Open().SchrijfAsync([gone], cancellation), cancellation).ConfigureAwait(false);
        if (Antwoordsleutel.Van(inhoud) is not { } key) return;
        var known = new KnownBerichten(berichten, lezer);
        await Retry.OnConflictAsync(async _ =>
        {
            var sessie = register.Open();
            var feiten = await key.ReadAsync(sessie, [gone], cancellation).ConfigureAwait(false);
            await WriteAsync(sessie, known, key, [], feiten, cancellation).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes changes, and what the other berichten with the same key have come to now; seldom is there another than one heenbericht and
    /// its answer. All rests on one reading of their conversation, which is guarded: who came between is seen, or sees this.
    /// </summary>
    private static async Task WriteAsync(
        IRegistersessie sessie, KnownBerichten known, Antwoordsleutel key, IReadOnlyList<RegisterChange> changes, IReadOnlyList<Feit> conversation, CancellationToken cancellation)
    {
        var all = changes.ToList();
        foreach (var id in key.Heenberichten(conversation).Where(id => changes.All(change => change.BerichtId != id)))
        {
            if (await known.FindAsync(id, cancellation).ConfigureAwait(false) is not var (heen, inhoud)) continue;
            var uitslag = await UitslagAsync(known, heen, key.AntwoordOp(id, conversation), cancellation).ConfigureAwait(false);
            all.Add(RegisterChange.Of(inhoud, uitslag, id, heen.Spoor.Ontvangen));
        }

        await sessie.SchrijfAsync(all, cancellation).ConfigureAwait(false);
    }

    private static async Task<Uitslag> UitslagAsync(KnownBerichten known, BerichtStatus bericht, Retourmelding? antwoord, CancellationToken cancellation)
    {
        if (antwoord is null) return bericht.IsHistorieZonderRetour ? Uitslag.Aanvaard : Uitslag.Open;
        if (!antwoord.IsAanvaard) return Uitslag.Afgewezen;
        if (!bericht.Kop.Soort.IsDeclaratie) return Uitslag.Aanvaard;
        // Which prestaties were refused only the JW325 itself says.
        var (_, inhoud) = await known.FindAsync(antwoord.Herkomst.BerichtId, cancellation).ConfigureAwait(false)
            ?? throw new OpslagException(OpslagFout.Retry, "register: an answer that was taken up is not there.");
        return Uitslag.Van(inhoud);
    }
}
