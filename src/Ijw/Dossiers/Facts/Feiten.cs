using Ijw.Inhoud;
using Ijw.Model;

namespace Ijw.Dossiers.Facts;

/// <summary>Makes the feiten of a bericht.</summary>
public static class Feiten
{
    /// <summary>
    /// All feiten of a bericht, given what it has come to. A pure function: the same input gives the same feiten. A rejected bericht has only its
    /// <see cref="Identificatiegebruik"/>; an answer (retour, JW325) is nobody's to reject, and <paramref name="uitslag"/> says nothing on it.
    /// </summary>
    /// <param name="inhoud">The bericht.</param>
    /// <param name="uitslag">What it has come to; for a JW323 with the prestaties that were refused.</param>
    /// <param name="berichtId">The identity of the bericht, in printable ASCII.</param>
    /// <param name="moment">When it was received, in UTC.</param>
    public static IReadOnlyList<Feit> Van(Berichtinhoud inhoud, Uitslag uitslag, string berichtId, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(inhoud);
        ArgumentNullException.ThrowIfNull(uitslag);
        ArgumentException.ThrowIfNullOrEmpty(berichtId);
        var kop = inhoud.Kop;
        var isAntwoord = inhoud is Retourbericht or DeclaratieAntwoordbericht;
        var staat = isAntwoord || uitslag.Soort == Uitslagsoort.Aanvaard ? Feitstaat.Aanvaard : Feitstaat.Open;
        var herkomst = new Herkomst(berichtId, kop.Soort.Naam, kop.Gemeente, kop.Aanbieder, moment.ToUniversalTime(), inhoud.Dagtekening, staat);
        var feiten = new List<Feit>();
        if (!kop.Soort.IsRetour) feiten.Add(new Identificatiegebruik(herkomst, 0, kop.Afzender, kop.Identificatie));
        if (isAntwoord || uitslag.Soort != Uitslagsoort.Afgewezen) Voeg(feiten, inhoud, uitslag, herkomst);
        return feiten;
    }

    private static void Voeg(List<Feit> feiten, Berichtinhoud inhoud, Uitslag uitslag, Herkomst herkomst)
    {
        switch (inhoud)
        {
            case Toewijzingsbericht { Client.Waarde.Sleutel: var client } bericht:
                feiten.AddRange(bericht.Producten.Select((product, plaats) => new Toewijzingsversie(herkomst, plaats, client, product.Waarde)));
                break;
            case Startbericht { Client.Waarde.Sleutel: var client } bericht:
                feiten.AddRange(bericht.Producten.Select((product, plaats) => new Startmelding(herkomst, plaats, client, product.Waarde)));
                break;
            case Stopbericht { Client.Waarde.Sleutel: var client } bericht:
                feiten.AddRange(bericht.Producten.Select((product, plaats) => new Stopmelding(herkomst, plaats, client, product.Waarde)));
                break;
            case VerzoekOmToewijzing { Client.Waarde.Sleutel: var client } bericht:
                feiten.AddRange(bericht.Producten.Select((product, plaats) => Verzoek(herkomst, plaats, client, product.Waarde)));
                break;
            case VerzoekOmWijziging { Client.Waarde.Sleutel: var client } bericht:
                feiten.Add(new Verzoekmelding(herkomst, 0, client, bericht.Verzoek.Waarde.ReferentieAanbieder, null, null));
                break;
            case Antwoordbericht bericht:
                feiten.Add(new Verzoekantwoord(herkomst, 0, bericht.Antwoord.Waarde));
                break;
            case Declaratiebericht bericht:
                Voeg(feiten, bericht, uitslag, herkomst);
                break;
            case DeclaratieAntwoordbericht bericht:
                var aanvaard = Uitslag.Van(bericht).Soort == Uitslagsoort.Aanvaard;
                feiten.Add(new Retourmelding(herkomst, 0, JW323.Soort.Naam, bericht.Kop.Ontvanger, bericht.Verwijzing.Identificatie, aanvaard));
                break;
            case Retourbericht bericht:
                var kop = bericht.Kop;
                feiten.Add(new Retourmelding(herkomst, 0, kop.Soort.Heenbericht!.Naam, kop.Afzender, kop.Identificatie, !bericht.WijstAf));
                break;
        }
    }

    private static Verzoekmelding Verzoek(Herkomst herkomst, int plaats, Clientsleutel client, AangevraagdProduct product) =>
        new(herkomst, plaats, client, product.ReferentieAanbieder, product.Product, product.Periode);

    private static void Voeg(List<Feit> feiten, Declaratiebericht bericht, Uitslag uitslag, Herkomst herkomst)
    {
        var kop = bericht.Kop;
        feiten.Add(new Declaratiemelding(herkomst, 0, kop.Identificatie, kop.BasisschemaXsdVersie, kop.BerichtXsdVersie, bericht.Declaratie.Waarde));
        var plaats = 0;
        foreach (var klasse in bericht.Clienten.SelectMany(client => client.Waarde.Prestaties))
        {
            var prestatie = klasse.Waarde;
            feiten.Add(new Prestatiemelding(herkomst, plaats, Uitkomst(prestatie, uitslag), prestatie));
            feiten.Add(new Referentiegebruik(herkomst, plaats++, prestatie.ReferentieNummer, prestatie.ToewijzingNummer));
        }
    }

    private static Prestatieuitslag Uitkomst(Prestatie prestatie, Uitslag uitslag) => uitslag.Soort == Uitslagsoort.Open
        ? Prestatieuitslag.Open
        : uitslag.AfgewezenPrestaties.Contains(Prestatiesleutel.Van(prestatie)) ? Prestatieuitslag.Afgewezen : Prestatieuitslag.Toegekend;
}
