using System.Globalization;
using Ijw;

namespace Benchmarks;

/// <summary>Prints the figures as the Markdown of docs/benchmarks.md.</summary>
internal sealed class Verslag(TextWriter uitvoer)
{
    private static readonly CultureInfo Vast = CultureInfo.InvariantCulture;

    /// <summary>The machine, and the head of the table.</summary>
    public void Kop()
    {
        var cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(regel => regel.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        uitvoer.WriteLine($"{cpu ?? "unknown processor"}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, one thread, warm; medians, MB/s.");
        uitvoer.WriteLine();
        uitvoer.WriteLine("| input | ours | SHA-256 | XmlReader | + XmlSchemaSet | + XmlSerializer | ours / SHA-256 | ours / XmlSchemaSet |");
        uitvoer.WriteLine("|---|---|---|---|---|---|---|---|");
    }

    /// <summary>One input.</summary>
    public void Rij(Invoer invoer, IReadOnlyDictionary<string, double> snelheid)
    {
        string Getal(string naam) => snelheid.TryGetValue(naam, out var waarde) ? waarde.ToString("N0", Vast) : "-";
        var onze = snelheid[Deelnemers.Onze];
        uitvoer.WriteLine(string.Create(
            Vast,
            $"| {invoer.Naam} | {Getal(Deelnemers.Onze)} | {Getal(Deelnemers.Sha)} | {Getal(Deelnemers.Kaal)} | {Getal(Deelnemers.Schema)} | {Getal(Deelnemers.Serializer)} | {onze / snelheid[Deelnemers.Sha]:F2} | {onze / snelheid[Deelnemers.Schema]:F1} |"));
    }

    /// <summary>The worst case at 1, 2, 4 and 8 times the size: the time grows as the size does.</summary>
    public void Lineair(Meting meting, bool snel)
    {
        var een = snel ? 250_000 : 1_000_000;
        uitvoer.WriteLine();
        uitvoer.WriteLine("| worst case, times the size | ms | ms per MB |");
        uitvoer.WriteLine("|---|---|---|");
        foreach (var keer in new[] { 1, 2, 4, 8 })
        {
            var invoer = Invoer.Slechtste($"{keer}", een * keer);
            var snelheid = meting.Meet(invoer, [new Deelnemer(Deelnemers.Onze, Deelnemers.Controleer)])[Deelnemers.Onze];
            uitvoer.WriteLine(string.Create(Vast, $"| {keer} | {invoer.Lengte / 1e3 / snelheid:F1} | {1000 / snelheid:F2} |"));
        }
    }

    /// <summary>What a 25 MB declaratie takes while it is read, uniqueness sets included.</summary>
    public void Geheugen()
    {
        var bericht = Invoer.Declaratie(25_000_000);
        Deelnemers.Controleer(bericht);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var rust = GC.GetTotalMemory(forceFullCollection: true);
        var meeste = rust;
        var controle = new BerichtControle();
        var voor = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < bericht.Length; at += 65_536)
        {
            controle.Feed(bericht.AsSpan(at, Math.Min(65_536, bericht.Length - at)));
            meeste = Math.Max(meeste, GC.GetTotalMemory(forceFullCollection: false));
        }

        controle.Complete();
        var toegewezen = GC.GetAllocatedBytesForCurrentThread() - voor;
        uitvoer.WriteLine();
        uitvoer.WriteLine(string.Create(
            Vast, $"A 25 MB JW323: at most {(meeste - rust) / 1e6:F1} MB of managed memory above idle, {toegewezen / 1e6:F2} MB allocated in all, uniqueness sets included."));
    }
}
