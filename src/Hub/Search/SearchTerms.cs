using System.Globalization;

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
    public static IReadOnlySet<SearchTerm> Of(BerichtHeader header, BerichtNumbers numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        HashSet<SearchTerm> terms =
        [
            .. Of(header),
            .. numbers.Toewijzingen.Select(ToewijzingNummer),
            .. numbers.Verzoeken.Select(reference => new SearchTerm(SearchKind.Verzoek, reference)),
        ];
        if (numbers.DeclaratieNummer is { } declaratie)
        {
            terms.Add(new SearchTerm(SearchKind.DeclaratieNummer, declaratie));
        }
        return terms;
    }

    /// <summary>The term of a ToewijzingNummer.</summary>
    public static SearchTerm ToewijzingNummer(int number) =>
        new(SearchKind.ToewijzingNummer, number.ToString(CultureInfo.InvariantCulture));
}
