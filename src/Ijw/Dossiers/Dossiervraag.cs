using Ijw.Dossiers.Facts;
using Ijw.Inhoud;
using Ijw.Model;

namespace Ijw.Dossiers;

/// <summary>Says which documents of the register a check of a bericht needs.</summary>
/// <example><code>
/// var dossier = new Dossier(kop.Gemeente, kop.Aanbieder, berichtId);
/// var lezer = new Feitenlezer();
/// for (var vraag = Dossiervraag.Van(inhoud); vraag.Count > 0; vraag = Dossiervraag.Vervolg(inhoud, dossier))
///     dossier.Voeg(vraag, (await Load(vraag)).SelectMany(blok => lezer.Lees(blok)));
/// </code></example>
public static class Dossiervraag
{
    /// <summary>The documents to begin with.</summary>
    public static IReadOnlySet<Documentsleutel> Van(Berichtinhoud inhoud)
    {
        ArgumentNullException.ThrowIfNull(inhoud);
        var kop = inhoud.Kop;
        var vraag = new HashSet<Documentsleutel>();
        if (!kop.Soort.IsRetour) vraag.Add(Documentsleutel.Identificatie(kop.Afzender, kop.Soort.Naam, kop.Identificatie));
        vraag.UnionWith(VanSoort(inhoud, Paar(kop), kop));
        return vraag;
    }

    /// <summary>The documents that turn out to be needed by what was loaded; none when the dossier is complete.</summary>
    public static IReadOnlySet<Documentsleutel> Vervolg(Berichtinhoud inhoud, Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(inhoud);
        ArgumentNullException.ThrowIfNull(dossier);
        var paar = Paar(inhoud.Kop);
        IEnumerable<Documentsleutel> vraag = inhoud switch
        {
            Toewijzingsbericht bericht => Verzoeken(bericht.Client, dossier),
            VerzoekOmToewijzing bericht => Verzoeken(bericht.Client, dossier),
            VerzoekOmWijziging bericht => Verzoeken(bericht.Client, dossier),
            Declaratiebericht bericht => Onbekend(bericht.Clienten, dossier).Select(client => Documentsleutel.Client(paar, client)),
            DeclaratieAntwoordbericht bericht => Vervolg(bericht, paar, dossier),
            _ => [],
        };
        return vraag.Where(sleutel => !dossier.Gevraagd.Contains(sleutel)).ToHashSet();
    }

    private static string Paar(Berichtkop kop) => $"{kop.Gemeente}-{kop.Aanbieder}";

    private static IEnumerable<Documentsleutel> VanSoort(Berichtinhoud inhoud, string paar, Berichtkop kop) => inhoud switch
    {
        Toewijzingsbericht bericht => [Client(paar, bericht.Client), .. bericht.Producten.SelectMany(product => Van(product.Waarde, paar, kop))],
        Startbericht bericht => bericht.Producten.Select(product => Van(product.Waarde, paar, bericht.Client)),
        Stopbericht bericht => bericht.Producten.Select(product => Van(product.Waarde, paar, bericht.Client)),
        VerzoekOmToewijzing bericht =>
            [Client(paar, bericht.Client), .. bericht.Producten.Select(product => Documentsleutel.Verzoek(kop.Aanbieder, product.Waarde.ReferentieAanbieder))],
        VerzoekOmWijziging bericht => [Client(paar, bericht.Client), Documentsleutel.Verzoek(kop.Aanbieder, bericht.Verzoek.Waarde.ReferentieAanbieder)],
        Antwoordbericht bericht => [Documentsleutel.Verzoek(kop.Aanbieder, bericht.Antwoord.Waarde.ReferentieAanbieder)],
        Declaratiebericht bericht =>
        [
            Documentsleutel.Declaraties(paar),
            Documentsleutel.Declaratienummer(kop.Aanbieder, bericht.Declaratie.Waarde.DeclaratieNummer),
            .. Prestaties(bericht.Clienten, paar, kop),
        ],
        DeclaratieAntwoordbericht bericht =>
        [
            Documentsleutel.Declaraties(paar),
            Documentsleutel.Antwoorden(paar, JW323.Soort.Naam, kop.Ontvanger, bericht.Verwijzing.Identificatie),
            .. Prestaties(bericht.Clienten, paar, kop),
        ],
        Retourbericht => [Documentsleutel.Antwoorden(paar, kop.Soort.Heenbericht!.Naam, kop.Afzender, kop.Identificatie)],
        _ => [],
    };

    private static Documentsleutel Client(string paar, Klasse<Client> client) => Documentsleutel.Client(paar, client.Waarde.Sleutel);

    private static IEnumerable<Documentsleutel> Van(ToegewezenProduct product, string paar, Berichtkop kop)
    {
        yield return Documentsleutel.Toewijzingsnummer(kop.Gemeente, product.ToewijzingNummer);
        yield return Documentsleutel.Toewijzing(paar, product.ToewijzingNummer);
        if (product.ReferentieAanbieder is { } referentie) yield return Documentsleutel.Verzoek(kop.Aanbieder, referentie);
    }

    /// <summary>A start or stop stands with its toewijzing, and with its client when it names none.</summary>
    private static Documentsleutel Van(Leveringsproduct product, string paar, Klasse<Client> client) =>
        product.ToewijzingNummer is { } nummer ? Documentsleutel.Toewijzing(paar, nummer) : Client(paar, client);

    private static IEnumerable<Documentsleutel> Prestaties(IEnumerable<Klasse<DeclaratieClient>> clienten, string paar, Berichtkop kop)
    {
        foreach (var prestatie in clienten.SelectMany(client => client.Waarde.Prestaties))
        {
            yield return Documentsleutel.Toewijzing(paar, prestatie.Waarde.ToewijzingNummer);
            yield return Documentsleutel.Prestatiereferentie(kop.Aanbieder, prestatie.Waarde.ReferentieNummer);
        }
    }

    /// <summary>Whether the requests of a client were answered stands with each request.</summary>
    private static IEnumerable<Documentsleutel> Verzoeken(Klasse<Client> client, Dossier dossier) =>
        dossier.Verzoeken(client.Waarde.Sleutel).Select(verzoek => Documentsleutel.Verzoek(dossier.Aanbieder, verzoek.ReferentieAanbieder));

    /// <summary>The clients of whom no toewijzing has been seen yet.</summary>
    private static IEnumerable<Clientsleutel> Onbekend(IEnumerable<Klasse<DeclaratieClient>> clienten, Dossier dossier) =>
        clienten.Select(client => client.Waarde.Sleutel).Where(client => dossier.Toewijzingen(client).Count == 0);

    /// <summary>Where the prestaties that the JW325 names really stand, and what else was declared of its clients.</summary>
    private static IEnumerable<Documentsleutel> Vervolg(DeclaratieAntwoordbericht bericht, string paar, Dossier dossier)
    {
        foreach (var client in bericht.Clienten)
        {
            yield return Documentsleutel.Client(paar, client.Waarde.Sleutel);
            foreach (var toewijzing in dossier.Toewijzingen(client.Waarde.Sleutel)) yield return Documentsleutel.Toewijzing(paar, toewijzing.Nummer);
            foreach (var prestatie in client.Waarde.Prestaties)
                if (dossier.Referentie(prestatie.Waarde.ReferentieNummer) is { } gebruik) yield return Documentsleutel.Toewijzing(paar, gebruik.ToewijzingNummer);
        }
    }
}
