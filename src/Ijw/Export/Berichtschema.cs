using Ijw.Model;

namespace Ijw.Export;

/// <summary>Writes the content of the schema of one berichtsoort: the import of the basisschema and the root element with all in it.</summary>
internal static class Berichtschema
{
    public static void Schrijf(XsdWriter writer, Berichtsoort soort)
    {
        writer.Leeg("import", ("namespace", Berichtsoort.BasisNamespace), ("schemaLocation", Xsd.BasisBestandsnaam));
        writer.Versies(
            ("standaard", "ijw"),
            ("bericht", soort.Naam.ToLowerInvariant()),
            ("release", "3.2"),
            ("BerichtXsdVersie", Xsd.Versie),
            ("BasisschemaXsdVersie", Xsd.Versie));
        writer.Open("element", ("name", soort.Wortel.Naam));
        writer.Uitleg($"{soort.Naam}: {soort.Omschrijving}");
        writer.Open("complexType");
        writer.Reeks(soort.Wortel.Kinderen);
        writer.Sluit();
        writer.Sluit();
    }
}
