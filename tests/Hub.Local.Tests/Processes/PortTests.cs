using System.Net;
using System.Net.Sockets;
using Hub.Local.Processes;

namespace Hub.Local.Tests.Processes;

public sealed class PortTests
{
    [Fact]
    public void A_port_that_is_in_use_is_left_to_the_operating_system_to_replace()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var preference = ((IPEndPoint)taken.LocalEndpoint).Port;

        Assert.Equal(0, Port.Choose(preference));

        taken.Stop();
        Assert.Equal(preference, Port.Choose(preference));
    }

    [Fact]
    public async Task A_port_that_another_takes_between_the_choice_and_the_listening_is_chosen_again()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var preferred = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var other = new TcpListener(IPAddress.Loopback, preferred);
        var asked = new List<IReadOnlyList<int>>();

        var got = await Port.ListenAsync(
            [preferred, 0],
            ports =>
            {
                asked.Add(ports);
                if (asked.Count > 1)
                {
                    return Task.FromResult("listens");
                }
                other.Start();
                throw new IOException("in use");
            }
        );

        Assert.Equal("listens", got);
        Assert.Equal(
            [
                [preferred, 0],
                [0, 0],
            ],
            asked
        );
    }

    [Fact]
    public async Task What_fails_for_another_reason_than_its_port_is_not_tried_again()
    {
        var times = 0;

        await Assert.ThrowsAsync<IOException>(() =>
            Port.ListenAsync<int>(
                [0],
                _ =>
                {
                    times++;
                    throw new IOException("something else");
                }
            )
        );

        Assert.Equal(1, times);
    }

    [Fact]
    public void Another_port_than_the_preferred_one_is_said_in_one_line()
    {
        Assert.Equal("Poort 7071 is bezet; de hub gebruikt poort 40001.", Port.Notice("de hub", 7071, 40001));
        Assert.Null(Port.Notice("de hub", 7071, 7071));
        Assert.Null(Port.Notice("de hub", 0, 40001));
    }
}
