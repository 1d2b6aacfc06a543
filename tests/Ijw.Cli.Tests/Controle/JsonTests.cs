using System.IO.Pipelines;
using System.Text.Json;
using Ijw.Cli.Tests.Gedeeld;

namespace Ijw.Cli.Tests.Controle;

public sealed class JsonTests(Voorbeeldrun run) : IClassFixture<Voorbeeldrun>
{
    private static readonly JsonSerializerOptions Opties = new(JsonSerializerDefaults.Web);

    private sealed record Regel(string Bestand, string? Berichtsoort, string Oordeel, IReadOnlyList<Melding> Bevindingen);

    private sealed record Melding(int Niveau, string Regel, string? Retourcode, string Pad, int Regelnummer, int Kolom);

    [Fact]
    public async Task Every_line_says_what_the_library_finds()
    {
        var regels = run.Json.Regels.Select(regel => JsonSerializer.Deserialize<Regel>(regel, Opties)!).ToList();
        Assert.Equal(Voorbeelden.Alle.Count, regels.Count);
        foreach (var (pad, regel) in Voorbeelden.Alle.Zip(regels))
        {
            await using var bestand = File.OpenRead(pad);
            var verwacht = await BerichtControle.ControleerAsync(PipeReader.Create(bestand), null, TestContext.Current.CancellationToken);
            Assert.Equal($"./{Path.GetFileName(pad)}", regel.Bestand);
            Assert.Equal(verwacht.Soort?.Naam, regel.Berichtsoort);
            Assert.Equal(verwacht.Oordeel.Naam(), regel.Oordeel);
            Assert.Equal(
                verwacht.Bevindingen.Select(melding => new Melding(melding.Niveau, melding.Regel, melding.Retourcode, melding.Pad, melding.Regelnummer, melding.Kolom)),
                regel.Bevindingen);
        }
    }

    [Fact]
    public void A_line_has_exactly_the_names_that_programs_rely_on()
    {
        using var regel = JsonDocument.Parse(run.Json.Regels.Single(regel => regel.Contains(Voorbeelden.FoutBsn, StringComparison.Ordinal)));
        Assert.Equal(["bestand", "berichtsoort", "oordeel", "bevindingen"], regel.RootElement.EnumerateObject().Select(veld => veld.Name));
        var melding = Assert.Single(regel.RootElement.GetProperty("bevindingen").EnumerateArray());
        Assert.Equal(["niveau", "regel", "retourcode", "pad", "regelnummer", "kolom"], melding.EnumerateObject().Select(veld => veld.Name));
        Assert.Equal("afgekeurd", regel.RootElement.GetProperty("oordeel").GetString());
    }

    [Fact]
    public void What_is_unknown_is_null()
    {
        using var regel = JsonDocument.Parse(run.Json.Regels.Single(regel => regel.Contains(Voorbeelden.MetDoctype, StringComparison.Ordinal)));
        Assert.Equal(JsonValueKind.Null, regel.RootElement.GetProperty("berichtsoort").ValueKind);
        Assert.Equal(JsonValueKind.Null, regel.RootElement.GetProperty("bevindingen")[0].GetProperty("retourcode").ValueKind);
    }

    [Fact]
    public async Task What_can_not_be_read_is_not_among_the_objects()
    {
        var uitkomst = await Programma.Ijw(Voorbeelden.Map, "controleer", "--json", "weg.xml", Voorbeelden.Goed);
        Assert.Equal(2, uitkomst.Code);
        Assert.Contains(Voorbeelden.Goed, Assert.Single(uitkomst.Regels), StringComparison.Ordinal);
        Assert.Equal("weg.xml: niet gelezen: dit bestand bestaat niet.\n", uitkomst.Fout);
    }
}
