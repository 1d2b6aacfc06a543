using System.Globalization;

namespace ColdStart;

/// <summary>Prints the figures as the Markdown of docs/cold-start.md.</summary>
internal sealed class Report(TextWriter output)
{
    private const int FirstMilliseconds = 1000;
    private const int FirstMB = 130;
    private const int LoadedMB = 190;

    private readonly List<(Package Package, Start Start, Load Load)> _rows = [];

    /// <summary>The machine, and the head of the table.</summary>
    public void Head()
    {
        var processor = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1]
            .Trim();
        output.WriteLine($"{processor ?? "unknown processor"}, {Environment.ProcessorCount} cores; medians of nine starts in turns.");
        output.WriteLine();
        output.WriteLine("| package | zip, MB | first answer, ms | resident at the first answer, MB | after 1,000 berichten, MB |");
        output.WriteLine("|---|---|---|---|---|");
    }

    /// <summary>One package.</summary>
    public void Row(Package package, Start start, Load load)
    {
        _rows.Add((package, start, load));
        var zipped = package.Zipped > 0 ? (package.Zipped / 1e6).ToString("F1", CultureInfo.InvariantCulture) : "-";
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {package.Kind} | {zipped} | {start.Milliseconds:F0} | {start.ResidentMB:F0} | {load.ResidentMB:F0} |"
            )
        );
    }

    /// <summary>Says of the packages what is over the bounds of docs/cold-start.md; the plain build has none.</summary>
    public bool KeepsBounds()
    {
        var packages = _rows.SkipLast(1).ToList();
        output.WriteLine();
        foreach (var (package, _, _) in packages.Where(row => !Keeps(row)))
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{package.Kind} is over a bound: {FirstMilliseconds} ms, {FirstMB} MB, {LoadedMB} MB."
                )
            );
        }
        return packages.TrueForAll(Keeps);
    }

    private static bool Keeps((Package Package, Start Start, Load Load) row) =>
        row.Start.Milliseconds <= FirstMilliseconds && row.Start.ResidentMB <= FirstMB && row.Load.ResidentMB <= LoadedMB;
}
