using System.Xml.Linq;
using System.Xml.Schema;
using Ijw.Examples;
using Ijw.Export;
using Ijw.Tests.Differential;
using Ijw.Tests.Shared;

namespace Ijw.Tests.Export;

public class XsdTests(ITestOutputHelper output)
{
    private const int Mutants = 4_000;

    private static readonly XNamespace Xs = XmlSchema.Namespace;

    public static TheoryData<string> Kinds => [.. Standard.Berichtsoorten.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_exported_schemas_accept_valid_berichten(string name)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            Assert.Null(Schemas.OwnObjection(BerichtGenerator.Make(Standard.Find(name)!, seed)));
        }
    }

    [Fact]
    public void The_exported_schemas_accept_and_refuse_what_we_do() =>
        Comparison.Run(new SeedBerichten(standardFolder: null), Mutants, Schemas.OwnObjection, output);

    [Fact]
    public void The_exported_schemas_accept_and_refuse_exactly_what_the_published_ones_do()
    {
        var sown = new SeedBerichten(StandardFolder.Required());
        for (var seed = 100_000; seed < 100_000 + Mutants; seed++)
        {
            var mutant = new Mutator(seed).Mutate(sown.On(seed));
            var (here, there) = (Schemas.OwnObjection(mutant), Schemas.Objection(mutant));
            Assert.True((here is null) == (there is null), $"seed {seed}: {here ?? "accepted"} / {there ?? "accepted"}");
        }
    }

    [Fact]
    public void Every_datatype_has_the_facets_of_the_published_basisschema()
    {
        var published = Types(XDocument.Load(Path.Combine(StandardFolder.Required(), "xsd", Xsd.BasisFileName)));
        var own = Types(XDocument.Parse(Xsd.WriteBasis()));

        foreach (var (name, facets) in own)
        {
            Assert.Equal(published[name], facets);
        }
    }

    [Fact]
    public void A_schema_imports_the_basisschema_from_beside_it()
    {
        var schema = XDocument.Parse(Xsd.Write(Standard.Find("JW323")!));

        var import = Assert.Single(schema.Root!.Elements(Xs + "import"));
        Assert.Equal(
            ("basisschema.xsd", Berichtsoort.BasisNamespace),
            ((string?)import.Attribute("schemaLocation"), (string?)import.Attribute("namespace"))
        );
        Assert.Equal("JW323.xsd", Xsd.FileName(Standard.Find("JW323")!));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", Xsd.WriteBasis(), StringComparison.Ordinal);
    }

    /// <summary>Each simple type by name: its base and its facets, without words.</summary>
    private static Dictionary<string, string[]> Types(XDocument schema) =>
        schema
            .Root!.Elements(Xs + "simpleType")
            .ToDictionary(
                type => (string)type.Attribute("name")!,
                type =>
                {
                    var restriction = type.Element(Xs + "restriction")!;
                    var facets = restriction
                        .Elements()
                        .Where(facet => facet.Name != Xs + "annotation")
                        .Select(facet => $"{facet.Name.LocalName}={(string)facet.Attribute("value")!}");
                    return facets.Order(StringComparer.Ordinal).Prepend((string)restriction.Attribute("base")!).ToArray();
                }
            );
}
