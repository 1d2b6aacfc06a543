using System.Net;
using System.Net.Sockets;

namespace Hub.Local.Processen;

/// <summary>Chooses TCP ports on 127.0.0.1.</summary>
public static class Poort
{
    /// <summary>
    /// <paramref name="voorkeur"/> when it is free, else a free one, which <paramref name="meld"/> hears in one line; 0 always gives a free one.
    /// </summary>
    public static int Kies(string waarvoor, int voorkeur, Action<string> meld)
    {
        ArgumentNullException.ThrowIfNull(meld);
        if (IsVrij(voorkeur)) return voorkeur == 0 ? Vrije() : voorkeur;
        var vrij = Vrije();
        meld($"Poort {voorkeur} is bezet; {waarvoor} gebruikt poort {vrij}.");
        return vrij;
    }

    private static bool IsVrij(int poort)
    {
        try
        {
            using var luisteraar = new TcpListener(IPAddress.Loopback, poort) { ExclusiveAddressUse = true };
            luisteraar.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Vrije()
    {
        using var luisteraar = new TcpListener(IPAddress.Loopback, 0);
        luisteraar.Start();
        return ((IPEndPoint)luisteraar.LocalEndpoint).Port;
    }
}
