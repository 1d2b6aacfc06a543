using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Ijw.Findings;

namespace Ijw.Reading;

/// <summary>
/// Readers that are kept for the next bericht: they know the styles of senders by then. Of the bericht before no value can be had from one.
/// </summary>
internal static class Readers
{
    private const int MostIdle = 16;

    // What reading comes to, for who listens to the meter: berichten are read once, and that is seen here alone.
    private static readonly Meter Meter = new("Ijw");
    private static readonly Counter<long> Readings = Meter.CreateCounter<long>(
        "ijw.readings",
        "{reading}",
        "Berichten that were read, once for each time that their bytes were"
    );

    private static readonly ConcurrentQueue<BerichtReader> Idle = new();
    private static BerichtReader? _last;

    /// <summary>A reader for one bericht within these bounds.</summary>
    public static BerichtReader Take(CheckOptions options)
    {
        Readings.Add(1);
        if (!options.HasStandardBounds)
        {
            return new BerichtReader(options);
        }
        return Interlocked.Exchange(ref _last, null) ?? (Idle.TryDequeue(out var reader) ? reader : new BerichtReader(options));
    }

    /// <summary>Gives one back, with nothing of the bericht left in it.</summary>
    public static void GiveBack(BerichtReader reader)
    {
        if (!reader.HasStandardBounds)
        {
            return;
        }
        reader.Reset();
        // The one that was used last is at hand; the others stand in a queue.
        if (Interlocked.CompareExchange(ref _last, reader, null) is not null && Idle.Count < MostIdle)
        {
            Idle.Enqueue(reader);
        }
    }
}
