using Ijw.Model.Datatypes;

namespace Ijw.Cli.Explanation;

/// <summary>One element of a berichtsoort, with where it stands.</summary>
internal readonly record struct ModelPlace(Berichtsoort Kind, string Path, Element Element);

/// <summary>The datatypes and code lists of the standard by name, and where each is used.</summary>
internal sealed class ModelIndex
{
    private readonly List<ModelPlace> _places = [];

    /// <summary>Reads the model of all berichtsoorten.</summary>
    public ModelIndex()
    {
        foreach (var berichtsoort in Standard.Berichtsoorten)
        {
            foreach (var kind in berichtsoort.Content)
            {
                Collect(berichtsoort, kind.Name, kind);
            }
        }

        Datatypes = First(place => place.Element.Datatype, datatype => datatype.Name);
        Codelijsten = First(place => place.Element.Datatype?.Codelijst, list => list.Name);
        Groups = First(place => place.Element.GroupType is null ? null : place.Element, element => element.GroupType!);
    }

    /// <summary>The simple datatypes, by name without regard of case.</summary>
    public IReadOnlyDictionary<string, Datatype> Datatypes { get; }

    /// <summary>The complex datatypes: an element of each, by name of the datatype.</summary>
    public IReadOnlyDictionary<string, Element> Groups { get; }

    /// <summary>The code lists, by name.</summary>
    public IReadOnlyDictionary<string, Codelijst> Codelijsten { get; }

    /// <summary>The berichtsoorten that use what the test picks, each with the elements.</summary>
    public IEnumerable<(Berichtsoort Kind, IReadOnlyList<string> Elements)> Use(Func<Element, bool> choose) =>
        _places
            .Where(place => choose(place.Element))
            .GroupBy(place => place.Kind)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(place => place.Path).Distinct()]));

    private void Collect(Berichtsoort berichtsoort, string path, Element element)
    {
        _places.Add(new ModelPlace(berichtsoort, path, element));
        foreach (var kind in element.Children)
        {
            Collect(berichtsoort, Under(path, element) + kind.Name, kind);
        }
    }

    /// <summary>How the path of a child begins as the standard writes it: from the class on.</summary>
    private static string Under(string path, Element element) =>
        element.Kind switch
        {
            ElementKind.Klasse => $"{element.Name}.",
            ElementKind.List => "",
            _ => $"{path}.",
        };

    private Dictionary<string, T> First<T>(Func<ModelPlace, T?> choose, Func<T, string> name)
        where T : class =>
        _places
            .Select(choose)
            .OfType<T>()
            .GroupBy(name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
}
