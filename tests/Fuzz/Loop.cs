using System.Diagnostics;
using System.Globalization;
using Ijw;
using Ijw.Tests.Differential;

namespace Fuzz;

/// <summary>
/// Feeds hostile input for as long as it is told, and stops at the first that crashes, hangs, uses memory beyond bounds, or is judged
/// differently when it comes in other pieces or when every tag is read in full.
/// </summary>
internal sealed class Loop(string basis, TextWriter output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly CheckOptions Full = CheckOptions.Standard with { ReadAllFull = true };

    private readonly string[] _berichten = [.. Directory.EnumerateFiles(basis, "*.xml").Order().Select(File.ReadAllText)];

    /// <summary>Runs for so long, or for so many seeds; true when nothing was found.</summary>
    public bool Run(TimeSpan duration, int seed, long max = long.MaxValue)
    {
        var termijn = Stopwatch.StartNew();
        var reported = TimeSpan.Zero;
        long count = 0,
            bytes = 0,
            accepted = 0,
            maxMemory = 0;
        var longest = (Time: TimeSpan.Zero, Seed: 0);
        for (; termijn.Elapsed < duration && count < max; seed++, count++)
        {
            var input = Make(seed);
            var begin = Stopwatch.GetTimestamp();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var fault = Check(input, seed, out var oordeel);
            maxMemory = Math.Max(maxMemory, GC.GetAllocatedBytesForCurrentThread() - before);
            var time = Stopwatch.GetElapsedTime(begin);
            if (time > longest.Time)
            {
                longest = (time, seed);
            }
            if (time > Longest)
            {
                fault ??= $"took {time}";
            }
            if (fault is not null)
            {
                File.WriteAllBytes($"fuzz-{seed}.xml", input);
                output.WriteLine($"seed {seed}: {fault}; the input is in fuzz-{seed}.xml");
                return false;
            }

            bytes += input.Length;
            if (oordeel != Oordeel.NoBericht)
            {
                accepted++;
            }
            if (termijn.Elapsed - reported < TimeSpan.FromMinutes(1))
            {
                continue;
            }
            reported = termijn.Elapsed;
            Report(termijn.Elapsed, count, bytes, accepted, longest, maxMemory);
        }

        Report(termijn.Elapsed, count, bytes, accepted, longest, maxMemory);
        return true;
    }

    private void Report(TimeSpan duration, long count, long bytes, long accepted, (TimeSpan Time, int Seed) longest, long memory) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{duration:hh\\:mm\\:ss} {count:N0} inputs, {bytes / 1e6:F0} MB, {accepted:N0} accepted; longest "
                    + $"{longest.Time.TotalMilliseconds:F0} ms (seed {longest.Seed}), most allocated {memory / 1e6:F1} MB, "
                    + $"nothing found"
            )
        );

    private byte[] Make(int seed)
    {
        var bericht = _berichten[seed % _berichten.Length];
        return seed % 5 == 0 ? Attack.Make(bericht, new Random(seed)) : new Mutator(seed).Mutate(bericht);
    }

    private static string? Check(byte[] input, int seed, out Oordeel oordeel)
    {
        oordeel = Oordeel.NoBericht;
        try
        {
            var whole = Check(input, input.Length, CheckOptions.Standard);
            var inPieces = Check(input, 1 + (seed % 97), CheckOptions.Standard);
            var full = Check(input, 1 + (seed % 8191), Full);
            oordeel = whole.Oordeel;
            if (!Equal(whole, inPieces))
            {
                return "judged differently in pieces";
            }
            return Equal(whole, full) ? null : "judged differently when every tag is read in full";
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault.GetType().Name + " at " + fault.StackTrace?.Split('\n')[0].Trim();
        }
    }

    private static CheckOutcome Check(byte[] input, int piece, CheckOptions options)
    {
        var check = new BerichtCheck(options);
        for (var at = 0; at < input.Length; at += piece)
        {
            check.Feed(input.AsSpan(at, Math.Min(piece, input.Length - at)));
        }
        return check.Complete();
    }

    private static bool Equal(CheckOutcome one, CheckOutcome other) =>
        one.Oordeel == other.Oordeel
        && one.BevindingCount == other.BevindingCount
        && one.Header == other.Header
        && one.Bevindingen.SequenceEqual(other.Bevindingen);
}
