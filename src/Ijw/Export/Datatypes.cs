using Ijw.Model;
using Ijw.Model.Datatypes;

namespace Ijw.Export;

/// <summary>The datatypes that the berichten use, as the basisschema defines them.</summary>
internal static class Datatypes
{
    /// <summary>
    /// True for an LDT that one element restricts further by a pattern of its own: the Header's codes, DeclaratieNummer in JW323.
    /// </summary>
    public static bool IsRestriction(Datatype datatype) => datatype.PatternRule is not null;

    /// <summary>The pattern facet; that of dates and times keeps time zones out, which the model has in the base.</summary>
    public static string? Pattern(Datatype datatype) =>
        datatype.Basis switch
        {
            Basistype.Date => "[^:Z]*",
            Basistype.Time => "[^Z+-]+",
            _ => datatype.Pattern?.Xsd,
        };

    /// <summary>Every LDT, by name.</summary>
    public static IEnumerable<Datatype> Single() =>
        Elements()
            .Select(element => element.Datatype)
            .OfType<Datatype>()
            .Select(datatype => IsRestriction(datatype) ? datatype with { Pattern = null, PatternRule = null } : datatype)
            .Distinct()
            .OrderBy(datatype => datatype.Name, StringComparer.Ordinal);

    /// <summary>Every CDT with its fields, by name.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<Element> Fields)> Composite() =>
        Elements()
            .Where(element => element.GroupType is not null)
            .Select(element => (Name: element.GroupType!, Fields: element.Children))
            .DistinctBy(group => group.Name)
            .OrderBy(group => group.Name, StringComparer.Ordinal);

    private static IEnumerable<Element> Elements() => Standard.Berichtsoorten.SelectMany(kind => All(kind.Root));

    private static IEnumerable<Element> All(Element element) => element.Children.SelectMany(All).Prepend(element);
}
