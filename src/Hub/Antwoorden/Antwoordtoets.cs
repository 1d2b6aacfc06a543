using Hub.Berichten;
using Hub.Postbus;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Hub.Antwoorden;

/// <summary>Looks at an answer of a deelnemer for what can't be right (retour.md section 4); a pure function.</summary>
public static class Antwoordtoets
{
    /// <summary>What is odd about an answer, in the order of <see cref="Signaalsoort"/>.</summary>
    /// <param name="antwoord">What the answer says.</param>
    /// <param name="heen">The bericht that it answers, with the hub's verdict on it; null when the hub never saw it.</param>
    /// <param name="isHerhaald">Whether that was answered before.</param>
    public static IReadOnlyList<Signaalsoort> Toets(Berichtinhoud antwoord, BerichtStatus? heen, bool isHerhaald)
    {
        var signalen = new List<Signaalsoort>();
        if (isHerhaald) signalen.Add(Signaalsoort.TweedeAntwoord);
        if (SpreektZichTegen(antwoord)) signalen.Add(Signaalsoort.Tegenspraak);
        if (heen is null || isHerhaald) return signalen;

        var uitslag = Uitslag.Van(antwoord);
        // Of a declaratie that was granted in part it is not said here which part the hub would have granted.
        if (uitslag is { Soort: Uitslagsoort.Aanvaard, AfgewezenPrestaties.Count: 0 } && heen.Oordeel == Oordeel.Afgekeurd)
            signalen.Add(Signaalsoort.AanvaardMetFouten);
        if (Headercodes(antwoord).Contains(Retourcodes.TechnischAfgekeurd) && !heen.IsTechnischAfgekeurd)
            signalen.Add(Signaalsoort.AfgewezenZonderFout);
        return signalen;
    }

    private static IReadOnlyList<string> Headercodes(Berichtinhoud antwoord) => antwoord switch
    {
        Retourbericht retour => retour.Headercodes,
        DeclaratieAntwoordbericht declaratie => declaratie.Headercodes,
        _ => throw new ArgumentException("The bericht is no answer.", nameof(antwoord)),
    };

    /// <summary>The shapes of retour.md 2 and 3.1: 0200 in the Header goes with classes of which one has a code, any other code stands alone.</summary>
    private static bool SpreektZichTegen(Berichtinhoud antwoord)
    {
        var codes = Headercodes(antwoord);
        var isMetInhoud = codes.Contains(Retourcodes.GeenOpmerking);
        if (isMetInhoud && codes.Count > 1) return true;
        return antwoord switch
        {
            Retourbericht { Klassecodes: var inKlassen } =>
                isMetInhoud ? !inKlassen.Any(IsFout) : inKlassen.Count > 0,
            DeclaratieAntwoordbericht { Antwoord: var inhoud } => isMetInhoud != inhoud is not null,
            _ => false,
        };
    }

    private static bool IsFout(string code) => code is not (Retourcodes.GeenOpmerking or Retourcodes.NietBeoordeeld);
}
