using System.Globalization;
using System.Xml;
using Ijw.Model;
using Ijw.Model.Datatypes;

namespace Ijw.Export;

/// <summary>Writes the parts of an XML Schema document that both kinds of document share.</summary>
/// <param name="writer">Where to.</param>
/// <param name="doel">The namespace that the document is about.</param>
internal sealed class XsdWriter(XmlWriter writer, string doel)
{
    /// <summary>The namespace of XML Schema.</summary>
    public const string Xs = "http://www.w3.org/2001/XMLSchema";

    /// <summary>Opens an element of XML Schema with attributes; what is null is left out.</summary>
    public void Open(string naam, params ReadOnlySpan<(string Naam, string? Waarde)> attributen)
    {
        writer.WriteStartElement("xs", naam, Xs);
        foreach (var (attribuut, waarde) in attributen)
            if (waarde is not null) writer.WriteAttributeString(attribuut, waarde);
    }

    /// <summary>Closes the element opened last.</summary>
    public void Sluit() => writer.WriteEndElement();

    /// <summary>Writes an element of XML Schema that holds nothing.</summary>
    public void Leeg(string naam, params ReadOnlySpan<(string Naam, string? Waarde)> attributen)
    {
        Open(naam, attributen);
        Sluit();
    }

    /// <summary>Says in words what the thing just opened is.</summary>
    public void Uitleg(string tekst)
    {
        Open("annotation");
        writer.WriteElementString("xs", "documentation", Xs, tekst);
        Sluit();
    }

    /// <summary>Says which standard, bericht and versions the document is of.</summary>
    public void Versies(params ReadOnlySpan<(string Naam, string Waarde)> gegevens)
    {
        Open("annotation");
        Open("appinfo");
        foreach (var (naam, waarde) in gegevens) writer.WriteElementString("ijw", naam, Berichtsoort.BasisNamespace, waarde);
        Sluit();
        Sluit();
    }

    /// <summary>Writes elements in their fixed order.</summary>
    public void Reeks(IEnumerable<Element> elementen)
    {
        Open("sequence");
        foreach (var element in elementen) Element(element);
        Sluit();
    }

    /// <summary>Writes the restriction that a datatype is; of a restriction of an LDT only what it adds.</summary>
    public void Restrictie(Datatype datatype)
    {
        var isEigen = Datatypen.IsBeperking(datatype);
        Open("restriction", ("base", isEigen ? $"ijw:{datatype.Naam}" : Basis(datatype.Basis)));
        if (!isEigen) Grenzen(datatype);
        if (Datatypen.Patroon(datatype) is { } patroon) Leeg("pattern", ("value", patroon));
        Sluit();
    }

    private void Element(Element element)
    {
        var type = element.Groepstype ?? (element.Datatype is { } datatype && !Datatypen.IsBeperking(datatype) ? datatype.Naam : null);
        Open(
            "element",
            ("name", element.Naam),
            ("type", type is null ? null : $"ijw:{type}"),
            ("minOccurs", element.Min == 1 ? null : "0"),
            ("maxOccurs", element.Max == 1 ? null : "unbounded"));
        if (element.Basis != (doel == Berichtsoort.BasisNamespace))
            throw new InvalidOperationException($"{element} is not in the namespace of this document.");
        if (type is null) EigenType(element);
        Sluit();
    }

    private void EigenType(Element element)
    {
        if (element.Datatype is { } datatype)
        {
            Open("simpleType");
            Restrictie(datatype);
        }
        else
        {
            Open("complexType");
            Reeks(element.Kinderen);
        }

        Sluit();
    }

    private void Grenzen(Datatype datatype)
    {
        Facet("minLength", datatype.MinLengte);
        Facet("maxLength", datatype.MaxLengte);
        Facet("minInclusive", datatype.Min);
        Facet("maxInclusive", datatype.Max);
        foreach (var code in datatype.Codelijst?.Codes ?? [])
        {
            Open("enumeration", ("value", code.Waarde));
            Uitleg(code.Betekenis);
            Sluit();
        }
    }

    private void Facet(string naam, long? waarde)
    {
        if (waarde is { } getal) Leeg(naam, ("value", getal.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Basis(Basistype basis) => basis switch
    {
        Basistype.Geheel => "xs:integer",
        Basistype.Datum => "xs:date",
        Basistype.Tijd => "xs:time",
        _ => "xs:string",
    };
}
