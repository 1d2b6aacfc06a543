using Ijw.Catalogue;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Findings;
using Ijw.Inhoud;

namespace Ijw.Dossiers.Rules;

/// <summary>What checking a bericht against its dossier and other sources gave.</summary>
/// <param name="Oordeel">Afgekeurd when some finding is more than advice; a JW323 of which only prestaties are refused is afgekeurd too.</param>
/// <param name="Uitslag">What the bericht comes to when this verdict is the answer: which of its feiten hold.</param>
/// <param name="Bevindingen">The findings in document order: all that reject, and at most <see cref="Dossiercontrole.MaxAdviezen"/> that advise.</param>
/// <param name="AantalAdviezen">How many advise, also those past the bound.</param>
/// <param name="NietGecontroleerd">Codes of the rules that weren't checked because their source isn't there.</param>
public sealed record Dossierresultaat(
    Oordeel Oordeel, Uitslag Uitslag, IReadOnlyList<Bevinding> Bevindingen, int AantalAdviezen, IReadOnlyList<string> NietGecontroleerd);

/// <summary>Checks a bericht against what is known from outside it: levels 3 and 4. The bericht is clean at levels 1 and 2.</summary>
/// <remarks>
/// The steps and their order are those of retour.md 3.4. What is not answered yet (<see cref="Feitstaat.Open"/>) never makes the difference
/// between accepting and rejecting: a finding rejects when it stands with and without it, and advises when it stands only with it.
/// </remarks>
public static class Dossiercontrole
{
    /// <summary>The most advice that is kept; the rest is counted.</summary>
    public const int MaxAdviezen = 100;

    private const string HangtAfVanOpen = " Let op: dit hangt af van een bericht dat nog niet is beantwoord.";

    private const string IsOnvolledig = " Let op: de gegevens van vóór de aansluiting op de hub zijn nog niet compleet.";

    /// <summary>Checks a bericht. A pure function of what it is given.</summary>
    /// <param name="inhoud">The bericht.</param>
    /// <param name="dossier">What is known of before, filled with all that <see cref="Dossiervraag"/> asks for.</param>
    /// <param name="bronnen">The other sources.</param>
    /// <param name="isVolledig">False while the register of the pair lacks what came before the hub: then level 3 only advises.</param>
    public static Dossierresultaat Controleer(Berichtinhoud inhoud, Dossier dossier, Bronnen bronnen, bool isVolledig = true)
    {
        ArgumentNullException.ThrowIfNull(inhoud);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bronnen);
        var gebroken = new HashSet<IKlasse>(ReferenceEqualityComparer.Instance);
        var afgewezen = new HashSet<IKlasse>(ReferenceEqualityComparer.Instance);
        var ruim = new Toetsing(inhoud, dossier, bronnen, gebroken);
        var zeker = dossier.HeeftOpen ? new Toetsing(inhoud, dossier.ZonderOpen(), bronnen, gebroken) : null;
        var gewogen = new List<Gewogen>();
        foreach (var toetsen in Dossierregels.PerStap)
        {
            var stap = Weeg(ruim.Voer(toetsen), zeker?.Voer(toetsen), isVolledig);
            gewogen.AddRange(stap);
            gebroken.UnionWith(stap.Where(een => een.IsGebroken).Select(een => een.Melding.Klasse));
            afgewezen.UnionWith(stap.Where(een => een.IsFout).Select(een => een.Melding.Klasse));
            if (afgewezen.Contains(inhoud.Header) || (inhoud is Declaratiebericht { Declaratie: { } declaratie } && afgewezen.Contains(declaratie))) break;
        }

        return Maak(inhoud, gewogen, afgewezen, bronnen);
    }

    /// <summary>A finding with its weight.</summary>
    /// <param name="Melding">The finding.</param>
    /// <param name="IsGebroken">The rule is surely broken by what is known, so that later steps pass over the class.</param>
    /// <param name="IsFout">It rejects.</param>
    /// <param name="Kanttekening">Why it only advises although the rule is broken; empty otherwise.</param>
    private sealed record Gewogen(Melding Melding, bool IsGebroken, bool IsFout, string Kanttekening = "");

    private static List<Gewogen> Weeg(IReadOnlyList<Melding> ruim, IReadOnlyList<Melding>? zeker, bool isVolledig)
    {
        if (ruim.Count == 0) return [];
        var staande = zeker?.Select(Identity).ToHashSet();
        return [.. ruim.Select(melding => melding switch
        {
            { IsAdvice: true } => new Gewogen(melding, IsGebroken: false, IsFout: false),
            _ when staande?.Contains(Identity(melding)) == false => new Gewogen(melding, IsGebroken: false, IsFout: false, HangtAfVanOpen),
            _ when !isVolledig && Regelcatalogus.Zoek(melding.Regel)!.Niveau == 3 => new Gewogen(melding, IsGebroken: true, IsFout: false, IsOnvolledig),
            _ => new Gewogen(melding, IsGebroken: true, IsFout: true),
        })];
    }

    /// <summary>What is said of it may differ between the two views.</summary>
    private static (string, IKlasse, string?, bool) Identity(Melding melding) => (melding.Regel, melding.Klasse, melding.Veld, melding.IsAdvice);

    private static Dossierresultaat Maak(Berichtinhoud inhoud, List<Gewogen> gewogen, HashSet<IKlasse> afgewezen, Bronnen bronnen)
    {
        var adviezen = gewogen.Count(een => !een.IsFout);
        var bewaard = 0;
        var bevindingen = gewogen
            .Where(een => een.IsFout || bewaard++ < MaxAdviezen)
            .Select(Bevinding)
            .OrderBy(bevinding => bevinding.Regelnummer)
            .ThenBy(bevinding => bevinding.Kolom)
            .ToList();
        var oordeel = gewogen.Count > adviezen ? Oordeel.Afgekeurd : Oordeel.Goedgekeurd;
        return new Dossierresultaat(oordeel, Uitslag(inhoud, afgewezen), bevindingen, adviezen, NietGecontroleerd(inhoud, bronnen));
    }

    private static Bevinding Bevinding(Gewogen een)
    {
        var regel = Regelcatalogus.Zoek(een.Melding.Regel)!;
        var (pad, regelnummer, kolom) = een.Melding.Klasse.Plaats.Van(een.Melding.Veld);
        return new Bevinding(regel.Niveau ?? 3, regel.Code, regel.Retourcode, pad, regelnummer, kolom, een.Melding.Text.Text + een.Kanttekening) { Advies = !een.IsFout };
    }

    private static Uitslag Uitslag(Berichtinhoud inhoud, HashSet<IKlasse> afgewezen)
    {
        if (afgewezen.Count == 0) return Facts.Uitslag.Aanvaard;
        if (inhoud is not Declaratiebericht bericht || afgewezen.Contains(bericht.Header) || afgewezen.Contains(bericht.Declaratie))
            return Facts.Uitslag.Afgewezen;
        var prestaties = bericht.Clienten.SelectMany(client =>
            client.Waarde.Prestaties.Where(prestatie => afgewezen.Contains(client) || afgewezen.Contains(prestatie)));
        return Facts.Uitslag.DeelsAfgewezen(prestaties.Select(prestatie => Prestatiesleutel.Van(prestatie.Waarde)));
    }

    private static IReadOnlyList<string> NietGecontroleerd(Berichtinhoud inhoud, Bronnen bronnen) => bronnen.Productcodes is not null
        ? []
        : [.. Dossierregels.MetProductcodes.Where(code => Regelcatalogus.Zoek(code)!.Berichten.Contains(inhoud.Kop.Soort.Naam))];
}
