namespace Ijw.Export;

/// <summary>Writes the content of the basisschema: the complex datatypes, then the simple ones.</summary>
internal static class Basisschema
{
    public static void Schrijf(XsdWriter writer)
    {
        writer.Versies(("standaard", "ijw"), ("bericht", "basisschema"), ("release", "3.2"), ("BasisschemaXsdVersie", Xsd.Versie));
        foreach (var (naam, velden) in Datatypen.Samengesteld())
        {
            writer.Open("complexType", ("name", naam));
            writer.Reeks(velden);
            writer.Sluit();
        }

        foreach (var datatype in Datatypen.Enkelvoudig())
        {
            writer.Open("simpleType", ("name", datatype.Naam));
            if (datatype.Codelijst is { } lijst) writer.Uitleg($"{lijst.Naam}: {lijst.Omschrijving}");
            writer.Restrictie(datatype);
            writer.Sluit();
        }
    }
}
