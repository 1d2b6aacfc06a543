using Ijw.Tests.Gedeeld;

namespace Ijw.Tests.Differentieel;

/// <summary>Compares our level 1 verdict on mutants with that of schemas, and tells apart the differences that are known.</summary>
internal static class Vergelijking
{
    /// <summary>Fails on a difference that no known departure explains; a variable names a folder that keeps those mutants.</summary>
    /// <param name="zaai">What the mutants are made of.</param>
    /// <param name="aantal">How many.</param>
    /// <param name="bezwaarVan">The objection of the schemas; null when they accept.</param>
    /// <param name="uitvoer">Where the figures go.</param>
    public static void Voer(Zaaiberichten zaai, int aantal, Func<byte[], string?> bezwaarVan, ITestOutputHelper uitvoer)
    {
        var verschillen = new List<string>();
        var verklaard = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var aanvaard = 0;
        for (var seed = 0; seed < aantal; seed++)
        {
            var mutant = new Mutator(seed).Muteer(zaai.Op(seed));
            var resultaat = Controles.Controleer(mutant, stuk: 1 + (seed % 4096));
            var bezwaar = bezwaarVan(mutant);
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
