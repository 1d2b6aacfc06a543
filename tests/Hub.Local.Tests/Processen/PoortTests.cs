using System.Net;
using System.Net.Sockets;
using Hub.Local.Processen;

namespace Hub.Local.Tests.Processen;

public sealed class PoortTests
{
    [Fact]
    public void A_port_that_is_in_use_is_replaced_by_a_free_one_and_said_so_in_one_line()
    {
        using var bezet = new TcpListener(IPAddress.Loopback, 0);
        bezet.Start();
        var voorkeur = ((IPEndPoint)bezet.LocalEndpoint).Port;
        var gemeld = new List<string>();

        var poort = Poort.Kies("de hub", voorkeur, gemeld.Add);

        Assert.NotEqual(voorkeur, poort);
        Assert.Equal([$"Poort {voorkeur} is bezet; de hub gebruikt poort {poort}."], gemeld);
    }
}
