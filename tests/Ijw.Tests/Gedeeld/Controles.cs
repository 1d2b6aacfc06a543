using System.Text;

namespace Ijw.Tests.Gedeeld;

/// <summary>Short ways to check a bericht.</summary>
internal static class Controles
{
    /// <summary>What checking one hostile bericht may allocate that is stopped at its first fault.</summary>
    public const long Weinig = 256 * 1024;

    /// <summary>Checks a whole bericht, fed in pieces of <paramref name="stuk"/> bytes.</summary>
    public static ControleResultaat Controleer(byte[] bericht, int stuk = int.MaxValue, ControleOpties? opties = null)
    {
        var controle = new BerichtControle(opties);
        for (var at = 0; at < bericht.Length;)
        {
            var lengte = Math.Min(stuk, bericht.Length - at);
            controle.Feed(bericht.AsSpan(at, lengte));
            at += lengte;
        }

        return controle.Complete();
    }

    /// <summary>Checks a text as UTF-8.</summary>
    public static ControleResultaat Controleer(string bericht) => Controleer(Encoding.UTF8.GetBytes(bericht));

    /// <summary>Bytes allocated by checking, also what was freed at once; the least of three, since another test may take the reader that lay ready.</summary>
    public static long Meet(byte[] bericht, int stuk, out ControleResultaat resultaat)
    {
        // A reader is made, and knows the berichtsoort, before anything is measured.
        Controleer(bericht[..Math.Min(bericht.Length, 4096)]);
        var (least, outcome) = (long.MaxValue, default(ControleResultaat));
        for (var i = 0; i < 3; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            outcome = Controleer(bericht, stuk);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        resultaat = outcome!;
        return least;
    }
}
