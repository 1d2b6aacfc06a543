using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Register;
using Hub.Retries;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;

namespace Hub.Verwerking.Steps;

/// <summary>
/// Reads the bericht, judges it by what the register knows, and keeps what it comes to with the answer that the hub makes: in the same
/// change that the judgement was made on, so that of two berichten which can't both hold one is seen by the other.
/// </summary>
public sealed class Step1Judge(
    Berichtlezer lezer,
    IRegister register,
    ICompleetheid compleetheid,
    EigenAntwoord antwoorden,
    Deelnemerslijst deelnemers,
    Gemeentecodes gemeentecodes,
    TimeProvider tijd) : IStep
{
    /// <inheritdoc/>
    public async Task RunAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        bericht.Read ??= await lezer.ReadInHandAsync(bericht.Taken, cancellation).ConfigureAwait(false);
        // When another wrote in a document that this was judged on, it is judged again.
        await Retry.OnConflictAsync(attempt => JudgeAsync(bericht, isFirst: attempt == 0, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task JudgeAsync(BerichtCase bericht, bool isFirst, CancellationToken cancellation)
    {
        var (taken, inhoud) = (bericht.Taken, bericht.Inhoud);
        var open = RegisterChange.Of(inhoud, Uitslag.Open, taken.BerichtId, taken.Spoor.Ontvangen);
        var sessie = register.Open();
        string? unmade = null;
        if (taken.Kop.Soort.Antwoord is not null && !bericht.IsAntwoordGiven)
        {
            // A bericht is nearly always new, and the first with its numbers. When it isn't, it has left a trace before it was answered.
            if (isFirst) sessie.ExpectEmpty(open.ExpectedEmpty);
            else if (await IsKnownAsync(sessie, open, cancellation).ConfigureAwait(false) && !await FindAnswerAsync(bericht, cancellation).ConfigureAwait(false))
                unmade = BerichtId.VanAntwoordOp(taken.BerichtId);
        }

        var (judged, fouten, own, isVolledig) = await ToetsAsync(sessie, bericht, cancellation).ConfigureAwait(false);
        var given = bericht.IsAntwoordGiven ? bericht.Antwoord : null;
        bericht.Fouten = fouten;
        bericht.Besluit = given is null
            ? await DecideAsync(taken.Kop, own.Soort, isVolledig).ConfigureAwait(false)
            : Routering.MetAntwoord(given.Uitslag.Soort);
        if (bericht.Besluit == Besluit.Afleveren)
        {
            bericht.Antwoord = null;
            bericht.Bericht = judged;
            bericht.Plaats = await Registratie.TakeUpAsync(sessie, bericht.Known, taken, inhoud, unmade, cancellation).ConfigureAwait(false);
            return;
        }

        var antwoord = given ?? await antwoorden.MaakAsync(judged, bericht.Read, fouten, cancellation).ConfigureAwait(false);
        bericht.Antwoord = antwoord;
        bericht.Bericht = judged with { Retour = antwoord.Bericht.BerichtId };
        bericht.Known.Add(antwoord.Bericht, antwoord.Read.Inhoud);
        await Registratie.TakeUpAnsweredAsync(
            sessie,
            bericht.Known,
            RegisterChange.Of(inhoud, given is null ? own : given.Uitslag, taken.BerichtId, taken.Spoor.Ontvangen),
            RegisterChange.Of(antwoord.Read.Inhoud, Uitslag.Aanvaard, antwoord.Bericht.BerichtId, antwoord.Bericht.Spoor.Ontvangen),
            inhoud,
            cancellation).ConfigureAwait(false);

        async Task<Besluit> DecideAsync(Berichtkop kop, Uitslagsoort uitslag, bool? complete)
        {
            var geadresseerde = deelnemers.Of(kop.Geadresseerde);
            // Only a declaratie that would be granted asks it, and only when the hub answers.
            var isAsked = Routering.Beslis(kop, geadresseerde, uitslag, isVolledig: true) != Routering.Beslis(kop, geadresseerde, uitslag, isVolledig: false);
            var known = complete ?? (!isAsked || await IsCompleteAsync(kop, cancellation).ConfigureAwait(false));
            return Routering.Beslis(kop, geadresseerde, uitslag, known);
        }
    }

    /// <summary>
    /// The bericht with the verdict of all levels, what levels 3 and 4 gave, what it comes to by that, and whether the register is complete
    /// when that was asked.
    /// </summary>
    private async Task<(BerichtStatus Bericht, IReadOnlyList<Bevinding> Fouten, Uitslag Uitslag, bool? IsVolledig)> ToetsAsync(
        IRegistersessie sessie, BerichtCase bericht, CancellationToken cancellation)
    {
        var (taken, inhoud) = (bericht.Taken, bericht.Inhoud);
        if (taken.Oordeel == Oordeel.Afgekeurd) return (taken, [], Uitslag.Afgewezen, null);
        var dossier = await Registratie.LaadAsync(sessie, inhoud, taken.BerichtId, cancellation).ConfigureAwait(false);
        // By the day of receipt: whoever judges it again later must find the same.
        var sources = Bronnen.Op(taken.Spoor.Ontvangen) with { Gemeentecodes = gemeentecodes };
        var resultaat = Dossiercontrole.Controleer(inhoud, dossier, sources);
        bool? isVolledig = null;
        if (resultaat.Oordeel == Oordeel.Afgekeurd)
        {
            // What is not complete only takes weight from what was found: with nothing found there is nothing to ask.
            isVolledig = await IsCompleteAsync(taken.Kop, cancellation).ConfigureAwait(false);
            if (isVolledig == false) resultaat = Dossiercontrole.Controleer(inhoud, dossier, sources, isVolledig: false);
        }

        var aantal = resultaat.Bevindingen.Count(bevinding => !bevinding.Advies) + resultaat.AantalAdviezen;
        var judged = taken with { Oordeel = resultaat.Oordeel, Spoor = taken.Spoor with { Getoetst = tijd.GetUtcNow() } };
        return (Add(judged, resultaat.Bevindingen, aantal), resultaat.Bevindingen, resultaat.Uitslag, isVolledig);
    }

    private static async Task<bool> IsKnownAsync(IRegistersessie sessie, RegisterChange open, CancellationToken cancellation)
    {
        var own = open.Documenten.Where(document => document.Soort == Documentsoort.Identificatie).ToHashSet();
        return (await sessie.LeesAsync(own, cancellation).ConfigureAwait(false)).Any(feit => feit.Herkomst.BerichtId == open.BerichtId);
    }

    private async Task<bool> FindAnswerAsync(BerichtCase bericht, CancellationToken cancellation)
    {
        if (await antwoorden.ZoekAsync(bericht.Taken, cancellation).ConfigureAwait(false) is not { } given) return false;
        (bericht.Antwoord, bericht.IsAntwoordGiven) = (given, true);
        return true;
    }

    private Task<bool> IsCompleteAsync(Berichtkop kop, CancellationToken cancellation) =>
        compleetheid.IsCompleetAsync(Paar.Van(kop), cancellation);

    private static BerichtStatus Add(BerichtStatus bericht, IReadOnlyList<Bevinding> bevindingen, int aantal) => bericht with
    {
        Bevindingen = [.. bericht.Bevindingen, .. bevindingen],
        AantalBevindingen = bericht.AantalBevindingen + aantal,
    };
}
