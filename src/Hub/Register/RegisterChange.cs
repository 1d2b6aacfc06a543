using Ijw.Dossiers.Facts;
using Ijw.Inhoud;

namespace Hub.Register;

/// <summary>What one bericht has in the register from now on.</summary>
/// <param name="BerichtId">The bericht that all feiten are of.</param>
/// <param name="Documenten">Every document that the bericht may stand in, whatever it has come to.</param>
/// <param name="Feiten">What it leaves now; their documents are among <paramref name="Documenten"/>.</param>
public sealed record RegisterChange(string BerichtId, IReadOnlySet<Documentsleutel> Documenten, IReadOnlyCollection<Feit> Feiten)
{
    /// <summary>What a bericht leaves, given what it has come to; what it left before goes.</summary>
    /// <param name="inhoud">What it says.</param>
    /// <param name="uitslag">What it has come to; of an answer it says nothing.</param>
    /// <param name="berichtId">The bericht.</param>
    /// <param name="moment">When it was received (UTC).</param>
    public static RegisterChange Of(Berichtinhoud inhoud, Uitslag uitslag, string berichtId, DateTimeOffset moment)
    {
        var feiten = Ijw.Dossiers.Facts.Feiten.Van(inhoud, uitslag, berichtId, moment);
        var documents = DocumentsOf(inhoud, berichtId, moment);
        documents.UnionWith(feiten.SelectMany(feit => feit.Documenten));
        return new RegisterChange(berichtId, documents, feiten);
    }

    /// <summary>That a bericht leaves nothing any more, whatever it had come to.</summary>
    public static RegisterChange Gone(Berichtinhoud inhoud, string berichtId, DateTimeOffset moment) =>
        new(berichtId, DocumentsOf(inhoud, berichtId, moment), []);

    /// <summary>
    /// The documents that a bericht is expected to be the first in, and claims unless it is rejected: those of its own numbers, which a
    /// sender uses once, and those of the toewijzingen that it is the first to assign.
    /// </summary>
    public IEnumerable<Documentsleutel> ExpectedEmpty => Feiten.SelectMany(feit => feit switch
    {
        Toewijzingsversie versie when IsExpectedNew(versie.Product, versie.Herkomst.Dagtekening) => feit.Documenten.Where(document =>
            document.Soort is Documentsoort.Toewijzing or Documentsoort.Toewijzingsnummer),
        Identificatiegebruik or Referentiegebruik => feit.Documenten,
        Verzoekmelding => feit.Documenten.Where(document => document.Soort == Documentsoort.Verzoek),
        Declaratiemelding => feit.Documenten.Where(document => document.Soort == Documentsoort.Declaratienummer),
        _ => [],
    });

    /// <summary>
    /// Whether a product is probably assigned for the first time: no change is told, and it was decided just before it was sent.
    /// </summary>
    public static bool IsExpectedNew(ToegewezenProduct product, DateOnly dagtekening)
    {
        ArgumentNullException.ThrowIfNull(product);
        return product.RedenWijziging is null && product.Toewijzingsdatum > dagtekening.AddDays(-JustBefore);
    }

    private const int JustBefore = 14;

    // Whatever it came to, it stood nowhere else than where it stands unanswered.
    private static HashSet<Documentsleutel> DocumentsOf(Berichtinhoud inhoud, string berichtId, DateTimeOffset moment) =>
        Ijw.Dossiers.Facts.Feiten.Van(inhoud, Uitslag.Open, berichtId, moment).SelectMany(feit => feit.Documenten).ToHashSet();
}
