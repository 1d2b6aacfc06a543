using System.Globalization;
using Ijw;

namespace Benchmarks;

/// <summary>Prints the figures as the Markdown of docs/benchmarks.md.</summary>
internal sealed class BenchReport(TextWriter output)
{
    private static readonly CultureInfo Fixed = CultureInfo.InvariantCulture;

    /// <summary>The machine, and the head of the table.</summary>
    public void Header()
    {
        var cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(rule => rule.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
            : null;
        output.WriteLine(
            $"{cpu ?? "unknown processor"}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, one "
                + $"thread, warm; medians, MB/s."
        );
        output.WriteLine();
        output.WriteLine(
            "| input | ours | SHA-256 | XmlReader | + XmlSchemaSet | + XmlSerializer | ours / SHA-256 | ours / XmlSchemaSet |"
        );
        output.WriteLine("|---|---|---|---|---|---|---|---|");
    }

    /// <summary>One input.</summary>
    public void Row(Input input, IReadOnlyDictionary<string, double> speed)
    {
        string Number(string name) => speed.TryGetValue(name, out var value) ? value.ToString("N0", Fixed) : "-";
        var our = speed[Contestants.Our];
        output.WriteLine(
            string.Create(
                Fixed,
                $"| {input.Name} | {Number(Contestants.Our)} | {Number(Contestants.Sha)} | {Number(Contestants.Bare)} "
                    + $"| {Number(Contestants.Schema)} | {Number(Contestants.Serializer)} | "
                    + $"{our / speed[Contestants.Sha]:F2} | {our / speed[Contestants.Schema]:F1} |"
            )
        );
    }

    /// <summary>The worst case at 1, 2, 4 and 8 times the size: the time grows as the size does.</summary>
    public void Linear(Measurement measurement, bool fast)
    {
        var one = fast ? 250_000 : 1_000_000;
        output.WriteLine();
        output.WriteLine("| worst case, times the size | ms | ms per MB |");
        output.WriteLine("|---|---|---|");
        foreach (var turn in new[] { 1, 2, 4, 8 })
        {
            var input = Input.Worst($"{turn}", one * turn);
            var speed = measurement.Measure(input, [new Contestant(Contestants.Our, Contestants.Check)])[Contestants.Our];
            output.WriteLine(string.Create(Fixed, $"| {turn} | {input.Length / 1e3 / speed:F1} | {1000 / speed:F2} |"));
        }
    }

    /// <summary>What a 25 MB declaratie takes while it is read, uniqueness sets included.</summary>
    public void Memory()
    {
        var bericht = Input.Declaratie(25_000_000);
        Contestants.Check(bericht);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var rest = GC.GetTotalMemory(forceFullCollection: true);
        var max = rest;
        var check = new BerichtCheck();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < bericht.Length; at += 65_536)
        {
            check.Feed(bericht.AsSpan(at, Math.Min(65_536, bericht.Length - at)));
            max = Math.Max(max, GC.GetTotalMemory(forceFullCollection: false));
        }

        check.Complete();
        var toegewezen = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine();
        output.WriteLine(
            string.Create(
                Fixed,
                $"A 25 MB JW323: at most {(max - rest) / 1e6:F1} MB of managed memory above idle, "
                    + $"{toegewezen / 1e6:F2} MB allocated in all, uniqueness sets included."
            )
        );
    }
}
