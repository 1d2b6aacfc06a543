using System.Globalization;
using Ijw.Inhoud;

namespace Hub.Search;

/// <summary>The numbers in a bericht by which its parties can find it.</summary>
public static class SearchTerms
{
    /// <summary>Those of a Header.</summary>
    public static IReadOnlySet<SearchTerm> Of(Berichtkop header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var terms = new HashSet<SearchTerm> { new(SearchKind.Identificatie, header.Identificatie) };
        if (header.IdentificatieRetour is { } retour) terms.Add(new SearchTerm(SearchKind.Identificatie, retour));
        return terms;
    }

    /// <summary>Those of the whole content, Header included.</summary>
    public static IReadOnlySet<SearchTerm> Of(Berichtinhoud content)
    {
        ArgumentNullException.ThrowIfNull(content);
        HashSet<SearchTerm> terms = [.. Of(content.Kop), .. ToewijzingNummers(content).Select(ToewijzingNummer)];
        var declaratie = content switch
        {
            Declaratiebericht bericht => bericht.Declaratie.Waarde.DeclaratieNummer,
            DeclaratieAntwoordbericht { Antwoord: { } antwoord } => antwoord.Waarde.DeclaratieNummer,
            _ => null,
        };
        if (declaratie is not null) terms.Add(new SearchTerm(SearchKind.DeclaratieNummer, declaratie));
        return terms;
    }

    /// <summary>The term of a ToewijzingNummer.</summary>
    public static SearchTerm ToewijzingNummer(int number) => new(SearchKind.ToewijzingNummer, number.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<int> ToewijzingNummers(Berichtinhoud content) => content switch
    {
        Toewijzingsbericht bericht => bericht.Producten.Select(product => product.Waarde.ToewijzingNummer),
        Startbericht bericht => bericht.Producten.Select(product => product.Waarde.ToewijzingNummer).OfType<int>(),
        Stopbericht bericht => bericht.Producten.Select(product => product.Waarde.ToewijzingNummer).OfType<int>(),
        VerzoekOmWijziging bericht => bericht.Ongewijzigd.Select(product => product.Waarde.ToewijzingNummer)
            .Concat(bericht.TeWijzigen.Select(product => product.Waarde.ToewijzingNummer)),
        Declaratiebericht bericht => Prestaties(bericht.Clienten),
        DeclaratieAntwoordbericht bericht => Prestaties(bericht.Clienten),
        _ => [],
    };

    private static IEnumerable<int> Prestaties(IReadOnlyList<Klasse<DeclaratieClient>> clienten) =>
        clienten.SelectMany(client => client.Waarde.Prestaties).Select(prestatie => prestatie.Waarde.ToewijzingNummer);
}
