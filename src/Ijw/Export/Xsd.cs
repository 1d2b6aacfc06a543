using System.Globalization;
using System.Text;
using System.Xml;
using Ijw.Model;

namespace Ijw.Export;

/// <summary>
/// Exports the model as XML Schema. A bericht has two namespaces and so two documents: its own schema, which imports the basisschema that
/// all berichten share. They accept and refuse what the published schemas do.
/// </summary>
public static class Xsd
{
    /// <summary>The version in the documents' appinfo, which senders copy to XsdVersie (messages.md 2.1).</summary>
    public const string Version = "1.0.0";

    /// <summary>The name of the document of <see cref="WriteBasis"/>, which the others import from beside them.</summary>
    public const string BasisFileName = "basisschema.xsd";

    /// <summary>The name of the document of <see cref="Write"/>, such as <c>JW323.xsd</c>.</summary>
    public static string FileName(Berichtsoort kind) => $"{kind?.Name ?? throw new ArgumentNullException(nameof(kind))}.xsd";

    /// <summary>The schema of one berichtsoort: the root element Bericht and its classes.</summary>
    /// <returns>The document, to be encoded in UTF-8.</returns>
    public static string Write(Berichtsoort kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Document(kind.Namespace, writer => BerichtSchema.Write(new XsdWriter(writer, kind.Namespace), kind));
    }

    /// <summary>The basisschema: the simple and complex datatypes of all berichtsoorten.</summary>
    /// <returns>The document, to be encoded in UTF-8.</returns>
    public static string WriteBasis() =>
        Document(Berichtsoort.BasisNamespace, writer => Basisschema.Write(new XsdWriter(writer, Berichtsoort.BasisNamespace)));

    private static string Document(string target, Action<XmlWriter> write)
    {
        using var output = new Utf8Text();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\r\n" }))
        {
            writer.WriteStartElement("xs", "schema", XsdWriter.Xs);
            writer.WriteAttributeString("xmlns", "ijw", null, Berichtsoort.BasisNamespace);
            writer.WriteAttributeString("targetNamespace", target);
            writer.WriteAttributeString("elementFormDefault", "qualified");
            write(writer);
            writer.WriteEndElement();
        }

        return output.ToString();
    }

    /// <summary>Text that is meant for UTF-8, so that the XML declaration says so.</summary>
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
