namespace Mutation;

/// <summary>What became of all mutants.</summary>
/// <param name="Mutants">Each with its verdict and the test that noticed it.</param>
/// <param name="LeftOut">How many more there would be if they compiled.</param>
internal sealed record Report(IReadOnlyList<(Mutant Mutant, Verdict Verdict, string Test)> Mutants, int LeftOut)
{
    /// <summary>Those that every test passed over.</summary>
    public IEnumerable<Mutant> Survivors => Mutants.Where(one => one.Verdict == Verdict.Survived).Select(one => one.Mutant);

    /// <summary>How many in a hundred of those that tests reach are noticed; 100 when there are none.</summary>
    public double Score => Of(Mutants.Where(one => one.Verdict != Verdict.NotReached).ToList());

    /// <summary>A table of the folders, and each mutant that was not noticed.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{"", -40} {"mutants", 8} {"reached", 8} {"noticed", 8} {"of reached", 11} {"of all", 8}";
        foreach (var folder in Mutants.GroupBy(one => Path.GetDirectoryName(one.Mutant.File) ?? ""))
        {
            yield return Line(folder.Key, [.. folder]);
        }
        foreach (var top in Mutants.GroupBy(one => one.Mutant.File.Split('/')[0]))
        {
            yield return Line($"all of {top.Key}", [.. top]);
        }
        yield return Line("all", Mutants);
        yield return $"{LeftOut} more do not compile.";
        foreach (var (mutant, verdict, _) in Mutants.Where(one => one.Verdict is Verdict.Survived or Verdict.NotReached))
        {
            yield return $"{(verdict == Verdict.Survived ? "survived   " : "not reached")}  {mutant}";
        }
    }

    private static string Line(string name, IReadOnlyList<(Mutant Mutant, Verdict Verdict, string Test)> some)
    {
        var reached = some.Where(one => one.Verdict != Verdict.NotReached).ToList();
        return FormattableString.Invariant(
            $"{name, -40} {some.Count, 8} {reached.Count, 8} {Noticed(some), 8} {Of(reached), 10:0.0}% {Of(some), 7:0.0}%"
        );
    }

    private static int Noticed(IEnumerable<(Mutant Mutant, Verdict Verdict, string Test)> some) =>
        some.Count(one => one.Verdict is Verdict.Noticed or Verdict.Endless);

    private static double Of(IReadOnlyCollection<(Mutant Mutant, Verdict Verdict, string Test)> some) =>
        some.Count == 0 ? 100 : 100.0 * Noticed(some) / some.Count;
}
