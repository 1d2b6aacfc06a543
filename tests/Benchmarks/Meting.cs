using System.Diagnostics;

namespace Benchmarks;

/// <summary>Measures side by side: in each round everyone has a turn, and the median of the rounds counts.</summary>
internal sealed class Meting(int ronden)
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1.5);

    /// <summary>MB/s by name.</summary>
    public IReadOnlyDictionary<string, double> Meet(Invoer invoer, IReadOnlyList<Deelnemer> deelnemers)
    {
        foreach (var deelnemer in deelnemers)
            for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < Warm;) Lees(invoer, deelnemer);
        var tijden = deelnemers.ToDictionary(deelnemer => deelnemer.Naam, _ => new List<double>());
        for (var ronde = 0; ronde < ronden; ronde++)
        {
            foreach (var deelnemer in deelnemers)
            {
                GC.Collect();
                var begin = Stopwatch.GetTimestamp();
                Lees(invoer, deelnemer);
                tijden[deelnemer.Naam].Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
            }
        }

        return tijden.ToDictionary(paar => paar.Key, paar => invoer.Lengte / 1e6 / Mediaan(paar.Value));
    }

    /// <summary>The median of some times.</summary>
    public static double Mediaan(IEnumerable<double> waarden)
    {
        var rij = waarden.Order().ToArray();
        return rij[rij.Length / 2];
    }

    private static void Lees(Invoer invoer, Deelnemer deelnemer)
    {
        foreach (var bericht in invoer.Berichten) deelnemer.Lees(bericht);
    }
}
