using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Model;

namespace Ijw.Dossiers;

/// <summary>Says which documents of the register a check of a bericht needs.</summary>
/// <example><code>
/// var dossier = new Dossier(kop.Gemeente, kop.Aanbieder, berichtId);
/// var lezer = new FactsReader();
/// for (var vraag = DossierQuestion.Van(inhoud); vraag.Count > 0; vraag = DossierQuestion.Vervolg(inhoud, dossier))
///     dossier.Voeg(vraag, (await Load(vraag)).SelectMany(blok => lezer.Lees(blok)));
/// </code></example>
public static class DossierQuestion
{
    /// <summary>The documents to begin with.</summary>
    public static IReadOnlySet<DocumentKey> Of(BerichtContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var header = content.Header;
        var question = new HashSet<DocumentKey>();
        if (!header.Kind.IsRetour)
        {
            question.Add(DocumentKey.Identificatie(header.Afzender, header.Kind.Name, header.Identificatie));
        }
        question.UnionWith(OfKind(content, Pair(header), header));
        return question;
    }

    /// <summary>The documents that turn out to be needed by what was loaded; none when the dossier is complete.</summary>
    public static IReadOnlySet<DocumentKey> Continuation(BerichtContent content, Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(dossier);
        var pair = Pair(content.Header);
        IEnumerable<DocumentKey> question = content switch
        {
            ToewijzingBericht bericht => Verzoeken(bericht.Client, dossier),
            VerzoekToToewijzing bericht => Verzoeken(bericht.Client, dossier),
            VerzoekToWijziging bericht => Verzoeken(bericht.Client, dossier),
            DeclaratieBericht bericht => Unknown(bericht.Clienten, dossier).Select(client => DocumentKey.Client(pair, client)),
            DeclaratieAnswerBericht bericht => Continuation(bericht, pair, dossier),
            _ => [],
        };
        return question.Where(key => !dossier.Asked.Contains(key)).ToHashSet();
    }

    private static string Pair(BerichtHeader header) => $"{header.Gemeente}-{header.Aanbieder}";

    private static IEnumerable<DocumentKey> OfKind(BerichtContent content, string pair, BerichtHeader header) =>
        content switch
        {
            ToewijzingBericht bericht =>
            [
                Client(pair, bericht.Client),
                .. bericht.Products.SelectMany(product => Of(product.Value, pair, header)),
            ],
            Startbericht bericht => bericht.Products.Select(product => Of(product.Value, pair, bericht.Client)),
            Stopbericht bericht => bericht.Products.Select(product => Of(product.Value, pair, bericht.Client)),
            VerzoekToToewijzing bericht =>
            [
                Client(pair, bericht.Client),
                .. bericht.Products.Select(product => DocumentKey.Verzoek(header.Aanbieder, product.Value.ReferentieAanbieder)),
            ],
            VerzoekToWijziging bericht =>
            [
                Client(pair, bericht.Client),
                DocumentKey.Verzoek(header.Aanbieder, bericht.Verzoek.Value.ReferentieAanbieder),
            ],
            AnswerBericht bericht => [DocumentKey.Verzoek(header.Aanbieder, bericht.Answer.Value.ReferentieAanbieder)],
            DeclaratieBericht bericht =>
            [
                DocumentKey.Declaraties(pair),
                DocumentKey.Declaratienummer(header.Aanbieder, bericht.Declaratie.Value.DeclaratieNummer),
                .. Prestaties(bericht.Clienten, pair, header),
            ],
            DeclaratieAnswerBericht bericht =>
            [
                DocumentKey.Declaraties(pair),
                DocumentKey.Answers(pair, JW323.Kind.Name, header.Ontvanger, bericht.Reference.Identificatie),
                .. Prestaties(bericht.Clienten, pair, header),
            ],
            Retourbericht => [DocumentKey.Answers(pair, header.Kind.Heenbericht!.Name, header.Afzender, header.Identificatie)],
            _ => [],
        };

    private static DocumentKey Client(string pair, Klasse<Client> client) => DocumentKey.Client(pair, client.Value.Key);

    private static IEnumerable<DocumentKey> Of(ToegewezenProduct product, string pair, BerichtHeader header)
    {
        yield return DocumentKey.Toewijzingsnummer(header.Gemeente, product.ToewijzingNummer);
        yield return DocumentKey.Toewijzing(pair, product.ToewijzingNummer);
        if (product.ReferentieAanbieder is { } reference)
        {
            yield return DocumentKey.Verzoek(header.Aanbieder, reference);
        }
    }

    /// <summary>A start or stop stands with its toewijzing, and with its client when it names none.</summary>
    private static DocumentKey Of(LeveringProduct product, string pair, Klasse<Client> client) =>
        product.ToewijzingNummer is { } number ? DocumentKey.Toewijzing(pair, number) : Client(pair, client);

    private static IEnumerable<DocumentKey> Prestaties(IEnumerable<Klasse<DeclaratieClient>> clienten, string pair, BerichtHeader header)
    {
        foreach (var prestatie in clienten.SelectMany(client => client.Value.Prestaties))
        {
            yield return DocumentKey.Toewijzing(pair, prestatie.Value.ToewijzingNummer);
            yield return DocumentKey.PrestatieReference(header.Aanbieder, prestatie.Value.ReferentieNummer);
        }
    }

    /// <summary>Whether the requests of a client were answered stands with each request.</summary>
    private static IEnumerable<DocumentKey> Verzoeken(Klasse<Client> client, Dossier dossier) =>
        dossier.Verzoeken(client.Value.Key).Select(verzoek => DocumentKey.Verzoek(dossier.Aanbieder, verzoek.ReferentieAanbieder));

    /// <summary>The clients of whom no toewijzing has been seen yet.</summary>
    private static IEnumerable<ClientKey> Unknown(IEnumerable<Klasse<DeclaratieClient>> clienten, Dossier dossier) =>
        clienten.Select(client => client.Value.Key).Where(client => dossier.Toewijzingen(client).Count == 0);

    /// <summary>Where the prestaties that the JW325 names really stand, and what else was declared of its clients.</summary>
    private static IEnumerable<DocumentKey> Continuation(DeclaratieAnswerBericht bericht, string pair, Dossier dossier)
    {
        foreach (var client in bericht.Clienten)
        {
            yield return DocumentKey.Client(pair, client.Value.Key);
            foreach (var toewijzing in dossier.Toewijzingen(client.Value.Key))
            {
                yield return DocumentKey.Toewijzing(pair, toewijzing.Number);
            }
            foreach (var prestatie in client.Value.Prestaties)
            {
                if (dossier.Reference(prestatie.Value.ReferentieNummer) is { } use)
                {
                    yield return DocumentKey.Toewijzing(pair, use.ToewijzingNummer);
                }
            }
        }
    }
}
