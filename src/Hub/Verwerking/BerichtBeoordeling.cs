using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Register;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Inhoud;

namespace Hub.Verwerking;

/// <summary>What the hub finds of a bericht at all levels, and what happens with it.</summary>
/// <param name="Bericht">The bericht, with the verdict and the findings of all levels.</param>
/// <param name="Inhoud">What it says.</param>
/// <param name="Fouten">What levels 3 and 4 gave, for the answer: the findings that are kept on a row may be fewer.</param>
/// <param name="Besluit">What happens with it.</param>
public sealed record Beoordeling(BerichtStatus Bericht, Berichtinhoud Inhoud, IReadOnlyList<Bevinding> Fouten, Besluit Besluit);

/// <summary>
/// Judges a bericht by what the register knows, and keeps what it comes to: when the hub answers, in the same change that the judgement was made
/// on, so that of two berichten which can't both hold one is seen by the other.
/// </summary>
public sealed class BerichtBeoordeling(
    IRegister register, Registratie registratie, Berichtlezer lezer, ICompleetheid compleetheid, Gemeentecodes gemeentecodes, TimeProvider tijd)
{
    /// <summary>Judges; doing it again gives the same, unless the register learnt more.</summary>
    /// <param name="bericht">The bericht, clean at level 1.</param>
    /// <param name="geadresseerde">Its receiver.</param>
    /// <param name="gegeven">What an answer that the hub made before says of it: that stands; null when there is none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OpslagException">A table or the archive failed, or others kept changing the same documents: try again.</exception>
    public async Task<Beoordeling> BeoordeelAsync(BerichtStatus bericht, Deelnemer geadresseerde, Uitslag? gegeven, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var inhoud = await lezer.LeesAsync(bericht, cancellation).ConfigureAwait(false);
        var isVolledig = await compleetheid.IsCompleetAsync(bericht.Kop.Gemeente, bericht.Kop.Aanbieder, cancellation).ConfigureAwait(false);
        // When another pair wrote in a document that this was judged on, it is judged again.
        var beoordeling = await register.ProbeerAsync(async sessie =>
        {
            var (geoordeeld, fouten, eigen) = await ToetsAsync(sessie, bericht, inhoud, isVolledig, cancellation).ConfigureAwait(false);
            var uitslag = gegeven ?? eigen;
            var besluit = gegeven is null ? Routering.Beslis(bericht.Kop, geadresseerde, uitslag.Soort, isVolledig) : Routering.MetAntwoord(uitslag.Soort);
            if (besluit != Besluit.Afleveren)
                await Registratie.SchrijfAsync(sessie, inhoud, uitslag, bericht.BerichtId, bericht.Spoor.Ontvangen, cancellation).ConfigureAwait(false);
            return new Beoordeling(geoordeeld, inhoud, fouten, besluit);
        }).ConfigureAwait(false);
        if (beoordeling.Besluit == Besluit.Afleveren) await registratie.NeemOpAsync(bericht, inhoud, cancellation).ConfigureAwait(false);
        return beoordeling;
    }

    /// <summary>The bericht with the verdict of all levels, what levels 3 and 4 gave, and what it comes to by that.</summary>
    private async Task<(BerichtStatus Bericht, IReadOnlyList<Bevinding> Fouten, Uitslag Uitslag)> ToetsAsync(
        IRegistersessie sessie, BerichtStatus bericht, Berichtinhoud inhoud, bool isVolledig, CancellationToken cancellation)
    {
        if (bericht.Oordeel == Oordeel.Afgekeurd) return (bericht, [], Uitslag.Afgewezen);
        var dossier = await Registratie.LaadAsync(sessie, inhoud, bericht.BerichtId, cancellation).ConfigureAwait(false);
        // By the day of receipt: whoever judges it again later must find the same.
        var sources = Bronnen.Op(bericht.Spoor.Ontvangen) with { Gemeentecodes = gemeentecodes };
        var resultaat = Dossiercontrole.Controleer(inhoud, dossier, sources, isVolledig);
        var aantal = resultaat.Bevindingen.Count(bevinding => !bevinding.Advies) + resultaat.AantalAdviezen;
        var geoordeeld = bericht with { Oordeel = resultaat.Oordeel, Spoor = bericht.Spoor with { Getoetst = tijd.GetUtcNow() } };
        geoordeeld = geoordeeld with
        {
            Bevindingen = [.. bericht.Bevindingen, .. resultaat.Bevindingen],
            AantalBevindingen = bericht.AantalBevindingen + aantal,
        };
        return (geoordeeld, resultaat.Bevindingen, resultaat.Uitslag);
    }
}
