using Ijw.Model.Datatypes;

namespace Ijw.Cli.Uitleg;

/// <summary>One element of a berichtsoort, with where it stands.</summary>
internal readonly record struct Plaats(Berichtsoort Soort, string Pad, Element Element);

/// <summary>The datatypes and code lists of the standard by name, and where each is used.</summary>
internal sealed class Modelindex
{
    private readonly List<Plaats> _plaatsen = [];

    /// <summary>Reads the model of all berichtsoorten.</summary>
    public Modelindex()
    {
        foreach (var soort in Standaard.Berichtsoorten)
        {
            foreach (var kind in soort.Inhoud) Verzamel(soort, kind.Naam, kind);
        }

        Datatypen = Eerste(plaats => plaats.Element.Datatype, datatype => datatype.Naam);
        Codelijsten = Eerste(plaats => plaats.Element.Datatype?.Codelijst, lijst => lijst.Naam);
        Groepen = Eerste(plaats => plaats.Element.Groepstype is null ? null : plaats.Element, element => element.Groepstype!);
    }

    /// <summary>The simple datatypes, by name without regard of case.</summary>
    public IReadOnlyDictionary<string, Datatype> Datatypen { get; }

    /// <summary>The complex datatypes: an element of each, by name of the datatype.</summary>
    public IReadOnlyDictionary<string, Element> Groepen { get; }

    /// <summary>The code lists, by name.</summary>
    public IReadOnlyDictionary<string, Codelijst> Codelijsten { get; }

    /// <summary>The berichtsoorten that use what the test picks, each with the elements.</summary>
    public IEnumerable<(Berichtsoort Soort, IReadOnlyList<string> Elementen)> Gebruik(Func<Element, bool> kies) =>
        _plaatsen.Where(plaats => kies(plaats.Element))
            .GroupBy(plaats => plaats.Soort)
            .Select(groep => (groep.Key, (IReadOnlyList<string>)[.. groep.Select(plaats => plaats.Pad).Distinct()]));

    private void Verzamel(Berichtsoort soort, string pad, Element element)
    {
        _plaatsen.Add(new Plaats(soort, pad, element));
        foreach (var kind in element.Kinderen) Verzamel(soort, Onder(pad, element) + kind.Naam, kind);
    }

    /// <summary>How the path of a child begins as the standard writes it: from the class on.</summary>
    private static string Onder(string pad, Element element) => element.Soort switch
    {
        ElementSoort.Klasse => $"{element.Naam}.",
        ElementSoort.Lijst => "",
        _ => $"{pad}.",
    };

    private Dictionary<string, T> Eerste<T>(Func<Plaats, T?> kies, Func<T, string> naam)
        where T : class =>
        _plaatsen.Select(kies)
            .OfType<T>()
            .GroupBy(naam, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(groep => groep.Key, groep => groep.First(), StringComparer.OrdinalIgnoreCase);
}
