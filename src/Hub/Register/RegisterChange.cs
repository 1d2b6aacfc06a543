using Ijw.Content;
using Ijw.Dossiers.Facts;

namespace Hub.Register;

/// <summary>What one bericht has in the register from now on.</summary>
/// <param name="BerichtId">The bericht that all feiten are of.</param>
/// <param name="Documents">Every document that the bericht may stand in, whatever it has come to.</param>
/// <param name="Facts">What it leaves now; their documents are among <paramref name="Documents"/>.</param>
public sealed record RegisterChange(string BerichtId, IReadOnlySet<DocumentKey> Documents, IReadOnlyCollection<Fact> Facts)
{
    /// <summary>What a bericht leaves, given what it has come to; what it left before goes.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="outcome">What it has come to; of an answer it says nothing.</param>
    /// <param name="berichtId">The bericht.</param>
    /// <param name="moment">When it was received (UTC).</param>
    public static RegisterChange Of(BerichtContent content, Outcome outcome, string berichtId, DateTimeOffset moment)
    {
        var facts = Ijw.Dossiers.Facts.BerichtFacts.Of(content, outcome, berichtId, moment);
        var documents = DocumentsOf(content, berichtId, moment);
        documents.UnionWith(facts.SelectMany(fact => fact.Documents));
        return new RegisterChange(berichtId, documents, facts);
    }

    /// <summary>That a bericht leaves nothing any more, whatever it had come to.</summary>
    public static RegisterChange Gone(BerichtContent content, string berichtId, DateTimeOffset moment) =>
        new(berichtId, DocumentsOf(content, berichtId, moment), []);

    /// <summary>
    /// The documents that a bericht is expected to be the first in, and claims unless it is rejected: those of its own numbers, which a
    /// sender uses once, and those of the toewijzingen that it is the first to assign.
    /// </summary>
    public IEnumerable<DocumentKey> ExpectedEmpty =>
        Facts.SelectMany(fact =>
            fact switch
            {
                ToewijzingVersion version when IsExpectedNew(version.Product, version.Origin.Dagtekening) => fact.Documents.Where(
                    document => document.Kind is DocumentKind.Toewijzing or DocumentKind.Toewijzingsnummer
                ),
                IdentificatieUse or ReferenceUse => fact.Documents,
                VerzoekNotice => fact.Documents.Where(document => document.Kind == DocumentKind.Verzoek),
                DeclaratieNotice => fact.Documents.Where(document => document.Kind == DocumentKind.Declaratienummer),
                _ => [],
            }
        );

    /// <summary>
    /// Whether a product is probably assigned for the first time: no change is told, and it was decided just before it was sent.
    /// </summary>
    public static bool IsExpectedNew(ToegewezenProduct product, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(product);
        return product.RedenWijziging is null && product.ToewijzingDate > dagtekening.AddDays(-JustBefore);
    }

    private const int JustBefore = 14;

    // Whatever it came to, it stood nowhere else than where it stands unanswered.
    private static HashSet<DocumentKey> DocumentsOf(BerichtContent content, string berichtId, DateTimeOffset moment) =>
        Ijw.Dossiers.Facts.BerichtFacts.Of(content, Outcome.Open, berichtId, moment).SelectMany(fact => fact.Documents).ToHashSet();
}
