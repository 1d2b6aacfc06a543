namespace Ijw.Export;

/// <summary>Writes the content of the basisschema: the complex datatypes, then the simple ones.</summary>
internal static class Basisschema
{
    public static void Write(XsdWriter writer)
    {
        writer.Versions(("standaard", "ijw"), ("bericht", "basisschema"), ("release", "3.2"), ("BasisschemaXsdVersie", Xsd.Version));
        foreach (var (name, fields) in Datatypes.Composite())
        {
            writer.Open("complexType", ("name", name));
            writer.Series(fields);
            writer.Close();
        }

        foreach (var datatype in Datatypes.Single())
        {
            writer.Open("simpleType", ("name", datatype.Name));
            if (datatype.Codelijst is { } list)
            {
                writer.Explanation($"{list.Name}: {list.Description}");
            }
            writer.Restriction(datatype);
            writer.Close();
        }
    }
}
