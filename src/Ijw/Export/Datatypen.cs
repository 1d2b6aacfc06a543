using Ijw.Model;
using Ijw.Model.Datatypes;

namespace Ijw.Export;

/// <summary>The datatypes that the berichten use, as the basisschema defines them.</summary>
internal static class Datatypen
{
    /// <summary>True for an LDT that one element restricts further by a pattern of its own: the Header's codes, DeclaratieNummer in JW323.</summary>
    public static bool IsBeperking(Datatype datatype) => datatype.PatroonRegel is not null;

    /// <summary>The pattern facet; that of dates and times keeps time zones out, which the model has in the base.</summary>
    public static string? Patroon(Datatype datatype) => datatype.Basis switch
    {
        Basistype.Datum => "[^:Z]*",
        Basistype.Tijd => "[^Z+-]+",
        _ => datatype.Patroon?.Xsd,
    };

    /// <summary>Every LDT, by name.</summary>
    public static IEnumerable<Datatype> Enkelvoudig() =>
        Elementen()
            .Select(element => element.Datatype)
            .OfType<Datatype>()
            .Select(datatype => IsBeperking(datatype) ? datatype with { Patroon = null, PatroonRegel = null } : datatype)
            .Distinct()
            .OrderBy(datatype => datatype.Naam, StringComparer.Ordinal);

    /// <summary>Every CDT with its fields, by name.</summary>
    public static IEnumerable<(string Naam, IReadOnlyList<Element> Velden)> Samengesteld() =>
        Elementen()
            .Where(element => element.Groepstype is not null)
            .Select(element => (Naam: element.Groepstype!, Velden: element.Kinderen))
            .DistinctBy(groep => groep.Naam)
            .OrderBy(groep => groep.Naam, StringComparer.Ordinal);

    private static IEnumerable<Element> Elementen() => Standaard.Berichtsoorten.SelectMany(soort => Alle(soort.Wortel));

    private static IEnumerable<Element> Alle(Element element) => element.Kinderen.SelectMany(Alle).Prepend(element);
}
