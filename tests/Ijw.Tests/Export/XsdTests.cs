using System.Xml.Linq;
using System.Xml.Schema;
using Ijw.Examples;
using Ijw.Export;
using Ijw.Tests.Differentieel;
using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Export;

public class XsdTests(ITestOutputHelper uitvoer)
{
    private const int Mutanten = 4_000;

    private static readonly XNamespace Xs = XmlSchema.Namespace;

    public static TheoryData<string> Soorten => [.. Standaard.Berichtsoorten.Select(soort => soort.Naam)];

    [Theory]
    [MemberData(nameof(Soorten))]
    public void The_exported_schemas_accept_valid_berichten(string naam)
    {
        for (var seed = 0; seed < 100; seed++) Assert.Null(Schemas.EigenBezwaar(Berichtgenerator.Maak(Standaard.Zoek(naam)!, seed)));
    }

    [Fact]
    public void The_exported_schemas_accept_and_refuse_what_we_do() =>
        Vergelijking.Voer(new Zaaiberichten(standaardmap: null), Mutanten, Schemas.EigenBezwaar, uitvoer);

    [Fact]
    public void The_exported_schemas_accept_and_refuse_exactly_what_the_published_ones_do()
    {
        var zaai = new Zaaiberichten(Standaardmap.Vereist());
        for (var seed = 100_000; seed < 100_000 + Mutanten; seed++)
        {
            var mutant = new Mutator(seed).Muteer(zaai.Op(seed));
            var (hier, daar) = (Schemas.EigenBezwaar(mutant), Schemas.Bezwaar(mutant));
            Assert.True((hier is null) == (daar is null), $"seed {seed}: {hier ?? "accepted"} / {daar ?? "accepted"}");
        }
    }

    [Fact]
    public void Every_datatype_has_the_facets_of_the_published_basisschema()
    {
        var gepubliceerd = Typen(XDocument.Load(Path.Combine(Standaardmap.Vereist(), "xsd", Xsd.BasisBestandsnaam)));
        var eigen = Typen(XDocument.Parse(Xsd.SchrijfBasis()));

        foreach (var (naam, facetten) in eigen) Assert.Equal(gepubliceerd[naam], facetten);
    }

    [Fact]
    public void A_schema_imports_the_basisschema_from_beside_it()
    {
        var schema = XDocument.Parse(Xsd.Schrijf(Standaard.Zoek("JW323")!));

        var import = Assert.Single(schema.Root!.Elements(Xs + "import"));
        Assert.Equal(("basisschema.xsd", Berichtsoort.BasisNamespace), ((string?)import.Attribute("schemaLocation"), (string?)import.Attribute("namespace")));
        Assert.Equal("JW323.xsd", Xsd.Bestandsnaam(Standaard.Zoek("JW323")!));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", Xsd.SchrijfBasis(), StringComparison.Ordinal);
    }

    /// <summary>Each simple type by name: its base and its facets, without words.</summary>
    private static Dictionary<string, string[]> Typen(XDocument schema) => schema.Root!.Elements(Xs + "simpleType").ToDictionary(
        type => (string)type.Attribute("name")!,
        type =>
        {
            var restrictie = type.Element(Xs + "restriction")!;
            var facetten = restrictie.Elements().Where(facet => facet.Name != Xs + "annotation").Select(facet => $"{facet.Name.LocalName}={(string)facet.Attribute("value")!}");
            return facetten.Order(StringComparer.Ordinal).Prepend((string)restrictie.Attribute("base")!).ToArray();
        });
}
