using System.Text;

namespace Ijw.Tests.Shared;

/// <summary>Short ways to check a bericht.</summary>
internal static class Checks
{
    /// <summary>What checking one hostile bericht may allocate that is stopped at its first fault.</summary>
    public const long Few = 256 * 1024;

    /// <summary>Checks a whole bericht, fed in pieces of <paramref name="piece"/> bytes.</summary>
    public static CheckOutcome Check(byte[] bericht, int piece = int.MaxValue, CheckOptions? options = null)
    {
        var check = new BerichtCheck(options);
        for (var at = 0; at < bericht.Length; )
        {
            var length = Math.Min(piece, bericht.Length - at);
            check.Feed(bericht.AsSpan(at, length));
            at += length;
        }

        return check.Complete();
    }

    /// <summary>Checks a text as UTF-8.</summary>
    public static CheckOutcome Check(string bericht) => Check(Encoding.UTF8.GetBytes(bericht));

    /// <summary>
    /// Bytes allocated by checking, also what was freed at once; the least of three, since another test may take the reader that lay ready.
    /// </summary>
    public static long Measure(byte[] bericht, int piece, out CheckOutcome verdict)
    {
        // A reader is made, and knows the berichtsoort, before anything is measured.
        Check(bericht[..Math.Min(bericht.Length, 4096)]);
        var (least, outcome) = (long.MaxValue, default(CheckOutcome));
        for (var i = 0; i < 3; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            outcome = Check(bericht, piece);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        verdict = outcome!;
        return least;
    }
}
