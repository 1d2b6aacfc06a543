using System.Globalization;
using Ijw.Content;

namespace Hub.Search;

/// <summary>The numbers in a bericht by which its parties can find it.</summary>
public static class SearchTerms
{
    /// <summary>Those of a Header.</summary>
    public static IReadOnlySet<SearchTerm> Of(BerichtHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var terms = new HashSet<SearchTerm> { new(SearchKind.Identificatie, header.Identificatie) };
        if (header.IdentificatieRetour is { } retour)
        {
            terms.Add(new SearchTerm(SearchKind.Identificatie, retour));
        }
        return terms;
    }

    /// <summary>Those of the whole content, Header included.</summary>
    public static IReadOnlySet<SearchTerm> Of(BerichtContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        HashSet<SearchTerm> terms = [.. Of(content.Header), .. ToewijzingNummers(content).Select(ToewijzingNummer)];
        var declaratie = content switch
        {
            DeclaratieBericht bericht => bericht.Declaratie.Value.DeclaratieNummer,
            DeclaratieAnswerBericht { Answer: { } answer } => answer.Value.DeclaratieNummer,
            _ => null,
        };
        if (declaratie is not null)
        {
            terms.Add(new SearchTerm(SearchKind.DeclaratieNummer, declaratie));
        }
        return terms;
    }

    /// <summary>The term of a ToewijzingNummer.</summary>
    public static SearchTerm ToewijzingNummer(int number) =>
        new(SearchKind.ToewijzingNummer, number.ToString(CultureInfo.InvariantCulture));

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

    private static IEnumerable<int> Prestaties(IReadOnlyList<Klasse<DeclaratieClient>> clienten) =>
        clienten.SelectMany(client => client.Value.Prestaties).Select(prestatie => prestatie.Value.ToewijzingNummer);
}
