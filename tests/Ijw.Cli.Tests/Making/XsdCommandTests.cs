using System.Xml;
using System.Xml.Schema;
using Ijw.Cli.Tests.Shared;
using Ijw.Export;

namespace Ijw.Cli.Tests.Making;

public sealed class XsdCommandTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_schemas_in_a_folder_accept_a_good_bericht_and_refuse_a_bad_one()
    {
        var outcome = await IjwProgram.Ijw(_folder.Path, "xsd", "jw301", "--map", "schemas");
        Assert.Equal(0, outcome.Code);
        Assert.Equal(["schemas/basisschema.xsd", "schemas/JW301.xsd"], outcome.Rules);
        Assert.Empty(Faults(CliSamples.Good));
        Assert.NotEmpty(Faults(CliSamples.WrongValues));
    }

    [Fact]
    public async Task A_schema_goes_to_the_output()
    {
        var kind = Standard.Find("JW323")!;
        Assert.Equal(Xsd.Write(kind), (await IjwProgram.Ijw(_folder.Path, "xsd", "JW323")).Out);
        Assert.Equal(Xsd.WriteBasis(), (await IjwProgram.Ijw(_folder.Path, "xsd", "JW323", "--basis")).Out);
    }

    private List<string> Faults(string sample)
    {
        var faults = new List<string>();
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, _folder["schemas/JW301.xsd"]);
        var options = new XmlReaderSettings { Schemas = schemas, ValidationType = ValidationType.Schema };
        options.ValidationEventHandler += (_, notice) => faults.Add(notice.Message);
        using var reader = XmlReader.Create(CliSamples.PathTo(sample), options);
        while (reader.Read())
        {
            continue;
        }
        return faults;
    }
}
