using Ijw.Content;

namespace Hub.Search;

/// <summary>
/// The numbers in a bericht that its parties know it by, as they are shown; an identification that may hold a BSN is another text.
/// </summary>
/// <param name="Toewijzingen">ToewijzingNummers anywhere in it, each once, in the order of the bericht.</param>
/// <param name="Verzoeken">References (ReferentieAanbieder) of requests, each once.</param>
/// <param name="DeclaratieNummer">The number of the declaratie; null when it is about none.</param>
public sealed record BerichtNumbers(IReadOnlyList<int> Toewijzingen, IReadOnlyList<string> Verzoeken, string? DeclaratieNummer)
{
    /// <summary>Of a JW323: the first day of the month that is declared.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>Of a JW323: how many prestaties it has.</summary>
    public int? Lines { get; init; }

    /// <summary>Of a JW323: the signed total in eurocent.</summary>
    public long? Total { get; init; }

    /// <summary>Those of a bericht.</summary>
    public static BerichtNumbers Of(BerichtContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var numbers = new BerichtNumbers(
            [.. ToewijzingNummers(content).Distinct()],
            [.. References(content).Distinct(StringComparer.Ordinal)],
            content switch
            {
                DeclaratieBericht bericht => bericht.Declaratie.Value.DeclaratieNummer,
                DeclaratieAnswerBericht { Answer: { } answer } => answer.Value.DeclaratieNummer,
                _ => null,
            }
        );
        return content is DeclaratieBericht { Declaratie.Value: var declaratie, Clienten: var clienten }
            ? numbers with
            {
                Month = declaratie.Period.Begin,
                Lines = clienten.Sum(client => client.Value.Prestaties.Count),
                Total = declaratie.TotalSubmitted,
            }
            : numbers;
    }

    private static IEnumerable<int> ToewijzingNummers(BerichtContent content) =>
        content switch
        {
            ToewijzingBericht bericht => bericht.Products.Select(product => product.Value.ToewijzingNummer),
            Startbericht bericht => bericht.Products.Select(product => product.Value.ToewijzingNummer).OfType<int>(),
            Stopbericht bericht => bericht.Products.Select(product => product.Value.ToewijzingNummer).OfType<int>(),
            VerzoekToWijziging bericht => bericht
                .Unchanged.Select(product => product.Value.ToewijzingNummer)
                .Concat(bericht.ToChange.Select(product => product.Value.ToewijzingNummer)),
            DeclaratieBericht bericht => Prestaties(bericht.Clienten),
            DeclaratieAnswerBericht bericht => Prestaties(bericht.Clienten),
            _ => [],
        };

    private static IEnumerable<string> References(BerichtContent content) =>
        content switch
        {
            ToewijzingBericht bericht => bericht.Products.Select(product => product.Value.ReferentieAanbieder).OfType<string>(),
            VerzoekToToewijzing bericht => bericht.Products.Select(product => product.Value.ReferentieAanbieder),
            VerzoekToWijziging bericht => [bericht.Verzoek.Value.ReferentieAanbieder],
            AnswerBericht bericht => [bericht.Answer.Value.ReferentieAanbieder],
            _ => [],
        };

    private static IEnumerable<int> Prestaties(IReadOnlyList<Klasse<DeclaratieClient>> clienten) =>
        clienten.SelectMany(client => client.Value.Prestaties).Select(prestatie => prestatie.Value.ToewijzingNummer);
}
