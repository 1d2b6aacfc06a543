using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Differentieel;

/// <summary>Level 1 against the published schemas as System.Xml.Schema reads them, over mutated berichten (D4).</summary>
public class MutantenTests(ITestOutputHelper uitvoer)
{
    private const int Kort = 15_000;

    [Fact]
    public void Accepts_and_refuses_what_the_published_schemas_do()
    {
        var berichten = Directory.EnumerateFiles(Path.Combine(Standaardmap.Vereist(), "berichten"), "*.xml").Order().Select(File.ReadAllText).ToArray();
        var aantal = int.TryParse(Environment.GetEnvironmentVariable("IJW_MUTANTEN"), out var gevraagd) ? gevraagd : Kort;
        var verschillen = new List<string>();
        var verklaard = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var aanvaard = 0;
        for (var seed = 0; seed < aantal; seed++)
        {
            var mutant = new Mutator(seed).Muteer(berichten[seed % berichten.Length]);
            var resultaat = Controles.Controleer(mutant, stuk: 1 + (seed % 4096));
            var bezwaar = Schemas.Bezwaar(mutant);
            var geldig = resultaat.Oordeel != Oordeel.GeenBericht;
            if (geldig) aanvaard++;
            if (geldig == bezwaar is null) continue;
            if (Afwijkingen.Reden(mutant, resultaat, bezwaar) is { } reden)
            {
                verklaard[reden] = verklaard.GetValueOrDefault(reden) + 1;
                continue;
            }

            verschillen.Add($"{seed}: {(geldig ? "accepted here" : resultaat.Bevindingen[0].ToString())} / {bezwaar ?? "accepted by the schemas"}");
            if (Environment.GetEnvironmentVariable("IJW_VERSCHILLEN") is { } map) File.WriteAllBytes(Path.Combine(map, $"{seed}-{(geldig ? "accepted" : "refused")}.xml"), mutant);
        }

        uitvoer.WriteLine($"{aantal} mutants, {aanvaard} accepted, {verschillen.Count} unexplained differences");
        foreach (var (reden, keer) in verklaard) uitvoer.WriteLine($"{keer} explained: {reden}");
        Assert.True(verschillen.Count == 0, string.Join('\n', verschillen.Take(60)));
    }
}
