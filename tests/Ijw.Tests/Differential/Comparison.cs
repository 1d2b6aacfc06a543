using Ijw.Tests.Shared;

namespace Ijw.Tests.Differential;

/// <summary>Compares our level 1 verdict on mutants with that of schemas, and tells apart the differences that are known.</summary>
internal static class Comparison
{
    /// <summary>Fails on a difference that no known departure explains; a variable names a folder that keeps those mutants.</summary>
    /// <param name="sown">What the mutants are made of.</param>
    /// <param name="count">How many.</param>
    /// <param name="objectionOf">The objection of the schemas; null when they accept.</param>
    /// <param name="output">Where the figures go.</param>
    public static void Run(SeedBerichten sown, int count, Func<byte[], string?> objectionOf, ITestOutputHelper output)
    {
        var differences = new List<string>();
        var declared = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var accepted = 0;
        for (var seed = 0; seed < count; seed++)
        {
            var mutant = new Mutator(seed).Mutate(sown.On(seed));
            var outcome = Checks.Check(mutant, piece: 1 + (seed % 4096));
            var objection = objectionOf(mutant);
            var valid = outcome.Oordeel != Oordeel.NoBericht;
            if (valid)
            {
                accepted++;
            }
            if (valid == objection is null)
            {
                continue;
            }
            if (Deviations.Reason(mutant, outcome, objection) is { } reason)
            {
                declared[reason] = declared.GetValueOrDefault(reason) + 1;
                continue;
            }

            differences.Add(
                $"{seed}: {(valid ? "accepted here" : outcome.Bevindingen[0].ToString())} / {objection ?? "accepted by the schemas"}"
            );
            if (Environment.GetEnvironmentVariable("IJW_VERSCHILLEN") is { } folder)
            {
                File.WriteAllBytes(Path.Combine(folder, $"{seed}-{(valid ? "accepted" : "refused")}.xml"), mutant);
            }
        }

        output.WriteLine($"{count} mutants, {accepted} accepted, {differences.Count} unexplained differences");
        foreach (var (reason, turn) in declared)
        {
            output.WriteLine($"{turn} explained: {reason}");
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(60)));
    }
}
