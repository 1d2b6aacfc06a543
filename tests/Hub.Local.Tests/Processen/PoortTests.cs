using System.Net;
using System.Net.Sockets;
using Hub.Local.Processen;

namespace Hub.Local.Tests.Processen;

public sealed class PoortTests
{
    [Fact]
    public void A_port_that_is_in_use_is_left_to_the_operating_system_to_replace()
    {
        using var bezet = new TcpListener(IPAddress.Loopback, 0);
        bezet.Start();
        var voorkeur = ((IPEndPoint)bezet.LocalEndpoint).Port;

        Assert.Equal(0, Poort.Kies(voorkeur));

        bezet.Stop();
        Assert.Equal(voorkeur, Poort.Kies(voorkeur));
    }

    [Fact]
    public void Another_port_than_the_preferred_one_is_said_in_one_line()
    {
        Assert.Equal("Poort 7071 is bezet; de hub gebruikt poort 40001.", Poort.Melding("de hub", 7071, 40001));
        Assert.Null(Poort.Melding("de hub", 7071, 7071));
        Assert.Null(Poort.Melding("de hub", 0, 40001));
    }
}
