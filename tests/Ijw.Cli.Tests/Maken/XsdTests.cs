using System.Xml;
using System.Xml.Schema;
using Ijw.Cli.Tests.Gedeeld;
using Ijw.Export;

namespace Ijw.Cli.Tests.Maken;

public sealed class XsdTests : IDisposable
{
    private readonly Werkmap _map = new();

    public void Dispose() => _map.Dispose();

    [Fact]
    public async Task The_schemas_in_a_folder_accept_a_good_bericht_and_refuse_a_bad_one()
    {
        var uitkomst = await Programma.Ijw(_map.Pad, "xsd", "jw301", "--map", "schemas");
        Assert.Equal(0, uitkomst.Code);
        Assert.Equal(["schemas/basisschema.xsd", "schemas/JW301.xsd"], uitkomst.Regels);
        Assert.Empty(Fouten(Voorbeelden.Goed));
        Assert.NotEmpty(Fouten(Voorbeelden.FouteWaarden));
    }

    [Fact]
    public async Task A_schema_goes_to_the_output()
    {
        var soort = Standaard.Zoek("JW323")!;
        Assert.Equal(Xsd.Schrijf(soort), (await Programma.Ijw(_map.Pad, "xsd", "JW323")).Uit);
        Assert.Equal(Xsd.SchrijfBasis(), (await Programma.Ijw(_map.Pad, "xsd", "JW323", "--basis")).Uit);
    }

    private List<string> Fouten(string voorbeeld)
    {
        var fouten = new List<string>();
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, _map["schemas/JW301.xsd"]);
        var opties = new XmlReaderSettings { Schemas = schemas, ValidationType = ValidationType.Schema };
        opties.ValidationEventHandler += (_, melding) => fouten.Add(melding.Message);
        using var lezer = XmlReader.Create(Voorbeelden.Pad(voorbeeld), opties);
        while (lezer.Read()) continue;
        return fouten;
    }
}
