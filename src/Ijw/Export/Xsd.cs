using System.Globalization;
using System.Text;
using System.Xml;
using Ijw.Model;

namespace Ijw.Export;

/// <summary>
/// Exports the model as XML Schema. A bericht has two namespaces and so two documents: its own schema, which imports the basisschema that all
/// berichten share. They accept and refuse what the published schemas do.
/// </summary>
public static class Xsd
{
    /// <summary>The version in the documents' appinfo, which senders copy to XsdVersie (messages.md 2.1).</summary>
    public const string Versie = "1.0.0";

    /// <summary>The name of the document of <see cref="SchrijfBasis"/>, which the others import from beside them.</summary>
    public const string BasisBestandsnaam = "basisschema.xsd";

    /// <summary>The name of the document of <see cref="Schrijf"/>, such as <c>JW323.xsd</c>.</summary>
    public static string Bestandsnaam(Berichtsoort soort) => $"{soort?.Naam ?? throw new ArgumentNullException(nameof(soort))}.xsd";

    /// <summary>The schema of one berichtsoort: the root element Bericht and its classes.</summary>
    /// <returns>The document, to be encoded in UTF-8.</returns>
    public static string Schrijf(Berichtsoort soort)
    {
        ArgumentNullException.ThrowIfNull(soort);
        return Document(soort.Namespace, writer => Berichtschema.Schrijf(new XsdWriter(writer, soort.Namespace), soort));
    }

    /// <summary>The basisschema: the simple and complex datatypes of all berichtsoorten.</summary>
    /// <returns>The document, to be encoded in UTF-8.</returns>
    public static string SchrijfBasis() =>
        Document(Berichtsoort.BasisNamespace, writer => Basisschema.Schrijf(new XsdWriter(writer, Berichtsoort.BasisNamespace)));

    private static string Document(string doel, Action<XmlWriter> schrijf)
    {
        using var uitvoer = new Utf8Tekst();
        using (var writer = XmlWriter.Create(uitvoer, new XmlWriterSettings { Indent = true, NewLineChars = "\r\n" }))
        {
            writer.WriteStartElement("xs", "schema", XsdWriter.Xs);
            writer.WriteAttributeString("xmlns", "ijw", null, Berichtsoort.BasisNamespace);
            writer.WriteAttributeString("targetNamespace", doel);
            writer.WriteAttributeString("elementFormDefault", "qualified");
            schrijf(writer);
            writer.WriteEndElement();
        }

        return uitvoer.ToString();
    }

    /// <summary>Text that is meant for UTF-8, so that the XML declaration says so.</summary>
    private sealed class Utf8Tekst() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
