using System.Net;
using System.Net.Sockets;

namespace Hub.Local.Processen;

/// <summary>Chooses TCP ports on 127.0.0.1.</summary>
public static class Poort
{
    /// <summary>
    /// <paramref name="voorkeur"/> when it is free, else 0: then the operating system gives a free one to whoever listens, so that no
    /// other can take it in between.
    /// </summary>
    public static int Kies(int voorkeur)
    {
        if (voorkeur == 0) return 0;
        try
        {
            using var luisteraar = new TcpListener(IPAddress.Loopback, voorkeur) { ExclusiveAddressUse = true };
            luisteraar.Start();
            return voorkeur;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    /// <summary>The line that says that another port than the preferred one is used; null when it is the preferred one, or any would do.</summary>
    public static string? Melding(string waarvoor, int voorkeur, int gekregen) =>
        voorkeur == 0 || voorkeur == gekregen ? null : $"Poort {voorkeur} is bezet; {waarvoor} gebruikt poort {gekregen}.";
}
