using System.Text;
using System.Xml.Linq;
using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Controle;

public sealed class PersoonsgegevensTests(Voorbeeldrun run) : IClassFixture<Voorbeeldrun>
{
    [Fact]
    public void No_personal_value_of_a_sample_is_in_any_output()
    {
        var gegevens = Voorbeelden.Persoonsgegevens();
        Assert.Contains("Zwaluwenburg", gegevens);
        Assert.Contains("999900007", gegevens);
        var rapporten = Directory.EnumerateFiles(run.Rapporten).Select(File.ReadAllText);
        foreach (var uitvoer in rapporten.Concat([run.Tekst.Uit, run.Tekst.Fout, run.Json.Uit, run.Json.Fout]))
            Assert.DoesNotContain(gegevens, gegeven => uitvoer.Contains(gegeven, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Qwertzjan")]
    [InlineData("777666555444")]
    [InlineData("1899-13-77")]
    public async Task No_wrong_value_is_in_any_output(string geheim)
    {
        using var map = new Werkmap();
        foreach (var pad in Voorbeelden.Alle.Where(pad => IsXml(Voorbeelden.Tekst(pad))))
        {
            var bericht = Voorbeelden.MetOveral(Voorbeelden.Tekst(pad), geheim);
            Assert.Contains(geheim, bericht, StringComparison.Ordinal);
            await File.WriteAllTextAsync(map[Path.GetFileName(pad)], bericht, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        }

        var tekst = await Programma.Ijw(map.Pad, "controleer", ".", "--rapport", "rapporten");
        Assert.Equal(1, tekst.Code);
        Assert.Contains("bevindingen", tekst.Uit, StringComparison.Ordinal);
        var rapporten = Directory.EnumerateFiles(map["rapporten"]).Select(File.ReadAllText).ToList();
        Assert.NotEmpty(rapporten);
        foreach (var uitvoer in rapporten.Append(tekst.Uit).Append(tekst.Fout)) Assert.DoesNotContain(geheim, uitvoer, StringComparison.Ordinal);
    }

    private static bool IsXml(string tekst)
    {
        try
        {
            return XDocument.Parse(tekst).Root is not null;
        }
        catch (System.Xml.XmlException)
        {
            return false;
        }
    }
}
