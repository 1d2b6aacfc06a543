using System.Text;

namespace Ijw.Tests.Gedeeld;

/// <summary>Short ways to check a bericht.</summary>
internal static class Controles
{
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
}
