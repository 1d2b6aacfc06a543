using System.Diagnostics;

namespace Benchmarks;

/// <summary>Measures side by side: in each round everyone has a turn, and the median of the rounds counts.</summary>
internal sealed class Measurement(int rounds)
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1.5);

    /// <summary>MB/s by name.</summary>
    public IReadOnlyDictionary<string, double> Measure(Input input, IReadOnlyList<Contestant> deelnemers)
    {
        foreach (var contestant in deelnemers)
        {
            for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < Warm; )
            {
                Read(input, contestant);
            }
        }
        var times = deelnemers.ToDictionary(contestant => contestant.Name, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contestant in deelnemers)
            {
                GC.Collect();
                var begin = Stopwatch.GetTimestamp();
                Read(input, contestant);
                times[contestant.Name].Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
            }
        }

        return times.ToDictionary(pair => pair.Key, pair => input.Length / 1e6 / Median(pair.Value));
    }

    /// <summary>The median of some times.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var row = values.Order().ToArray();
        return row[row.Length / 2];
    }

    private static void Read(Input input, Contestant contestant)
    {
        foreach (var bericht in input.Berichten)
        {
            contestant.Read(bericht);
        }
    }
}
