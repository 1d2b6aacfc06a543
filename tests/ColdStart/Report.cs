using System.Globalization;

namespace ColdStart;

/// <summary>Prints the figures as the Markdown of docs/cold-start.md.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly List<(Package Package, Start Start)> _rows = [];

    /// <summary>The machine, and the head of the table.</summary>
    public void Head()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        output.WriteLine($"{processor ?? "unknown processor"}, {Environment.ProcessorCount} cores; medians of nine starts in turns.");
        output.WriteLine();
        output.WriteLine("| package | zip, MB | first answer, ms | resident at the first answer, MB | after 1,000 berichten, MB |");
        output.WriteLine("|---|---|---|---|---|");
    }

    /// <summary>One package.</summary>
    public void Row(Package package, Start start, Load load)
    {
        _rows.Add((package, start));
        var zipped = package.Zipped > 0 ? (package.Zipped / 1e6).ToString("F1", CultureInfo.InvariantCulture) : "-";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {package.Kind} | {zipped} | {start.Milliseconds:F0} | {start.ResidentMB:F0} | {load.ResidentMB:F0} |"));
    }

    /// <summary>How much sooner each answers than the last.</summary>
    public void Ratios()
    {
        var last = _rows[^1].Start;
        output.WriteLine();
        foreach (var (package, start) in _rows.SkipLast(1))
        {
            var times = last.Milliseconds / start.Milliseconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{package.Kind} answers {times:F1} times as soon as {_rows[^1].Package.Kind}."));
        }
    }
}
