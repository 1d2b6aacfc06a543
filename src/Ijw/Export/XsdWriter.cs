using System.Globalization;
using System.Xml;
using Ijw.Model;
using Ijw.Model.Datatypes;

namespace Ijw.Export;

/// <summary>Writes the parts of an XML Schema document that both kinds of document share.</summary>
/// <param name="writer">Where to.</param>
/// <param name="target">The namespace that the document is about.</param>
internal sealed class XsdWriter(XmlWriter writer, string target)
{
    /// <summary>The namespace of XML Schema.</summary>
    public const string Xs = "http://www.w3.org/2001/XMLSchema";

    /// <summary>Opens an element of XML Schema with attributes; what is null is left out.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        writer.WriteStartElement("xs", name, Xs);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                writer.WriteAttributeString(attribute, value);
            }
        }
    }

    /// <summary>Closes the element opened last.</summary>
    public void Close() => writer.WriteEndElement();

    /// <summary>Writes an element of XML Schema that holds nothing.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        Close();
    }

    /// <summary>Says in words what the thing just opened is.</summary>
    public void Explanation(string text)
    {
        Open("annotation");
        writer.WriteElementString("xs", "documentation", Xs, text);
        Close();
    }

    /// <summary>Says which standard, bericht and versions the document is of.</summary>
    public void Versions(params ReadOnlySpan<(string Name, string Value)> data)
    {
        Open("annotation");
        Open("appinfo");
        foreach (var (name, value) in data)
        {
            writer.WriteElementString("ijw", name, Berichtsoort.BasisNamespace, value);
        }
        Close();
        Close();
    }

    /// <summary>Writes elements in their fixed order.</summary>
    public void Series(IEnumerable<Element> elements)
    {
        Open("sequence");
        foreach (var element in elements)
        {
            Element(element);
        }
        Close();
    }

    /// <summary>Writes the restriction that a datatype is; of a restriction of an LDT only what it adds.</summary>
    public void Restriction(Datatype datatype)
    {
        var isOwn = Datatypes.IsRestriction(datatype);
        Open("restriction", ("base", isOwn ? $"ijw:{datatype.Name}" : Basis(datatype.Basis)));
        if (!isOwn)
        {
            Limits(datatype);
        }
        if (Datatypes.Pattern(datatype) is { } pattern)
        {
            Empty("pattern", ("value", pattern));
        }
        Close();
    }

    private void Element(Element element)
    {
        var type = element.GroupType ?? (element.Datatype is { } datatype && !Datatypes.IsRestriction(datatype) ? datatype.Name : null);
        Open(
            "element",
            ("name", element.Name),
            ("type", type is null ? null : $"ijw:{type}"),
            ("minOccurs", element.Min == 1 ? null : "0"),
            ("maxOccurs", element.Max == 1 ? null : "unbounded")
        );
        if (element.Basis != (target == Berichtsoort.BasisNamespace))
        {
            throw new InvalidOperationException($"{element} is not in the namespace of this document.");
        }
        if (type is null)
        {
            OwnType(element);
        }
        Close();
    }

    private void OwnType(Element element)
    {
        if (element.Datatype is { } datatype)
        {
            Open("simpleType");
            Restriction(datatype);
        }
        else
        {
            Open("complexType");
            Series(element.Children);
        }

        Close();
    }

    private void Limits(Datatype datatype)
    {
        Facet("minLength", datatype.MinLength);
        Facet("maxLength", datatype.MaxLength);
        Facet("minInclusive", datatype.Min);
        Facet("maxInclusive", datatype.Max);
        foreach (var code in datatype.Codelijst?.Codes ?? [])
        {
            Open("enumeration", ("value", code.Value));
            Explanation(code.Meaning);
            Close();
        }
    }

    private void Facet(string name, long? value)
    {
        if (value is { } number)
        {
            Empty(name, ("value", number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string Basis(Basistype basis) =>
        basis switch
        {
            Basistype.Whole => "xs:integer",
            Basistype.Date => "xs:date",
            Basistype.Time => "xs:time",
            _ => "xs:string",
        };
}
