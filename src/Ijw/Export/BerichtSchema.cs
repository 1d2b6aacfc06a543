using Ijw.Model;

namespace Ijw.Export;

/// <summary>
/// Writes the content of the schema of one berichtsoort: the import of the basisschema and the root element with all in it.
/// </summary>
internal static class BerichtSchema
{
    public static void Write(XsdWriter writer, Berichtsoort kind)
    {
        writer.Empty("import", ("namespace", Berichtsoort.BasisNamespace), ("schemaLocation", Xsd.BasisFileName));
        writer.Versions(
            ("standaard", "ijw"),
            ("bericht", kind.Name.ToLowerInvariant()),
            ("release", "3.2"),
            ("BerichtXsdVersie", Xsd.Version),
            ("BasisschemaXsdVersie", Xsd.Version)
        );
        writer.Open("element", ("name", kind.Root.Name));
        writer.Explanation($"{kind.Name}: {kind.Description}");
        writer.Open("complexType");
        writer.Series(kind.Root.Children);
        writer.Close();
        writer.Close();
    }
}
