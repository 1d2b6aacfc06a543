using System.Net;
using System.Net.Sockets;
using Amqp.Listener;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Amqp;

/// <summary>Listens for AMQP connections on the loopback address.</summary>
internal sealed class AmqpFront : IDisposable
{
    private const int AttemptsForFreePort = 20;

    private readonly ConnectionListener _listener;

    private AmqpFront(ConnectionListener listener, int port, EmulatorFaults faults)
    {
        _listener = listener;
        Faults = faults;
        Port = port;
    }

    public int Port { get; }

    public EmulatorFaults Faults { get; }

    /// <exception cref="SocketException">The port asked for is in use.</exception>
    public static AmqpFront Start(EmulatorOptions options, IReadOnlyDictionary<string, QueueEngine> queues)
    {
        var router = new Router(options, queues);
        if (options.Port != 0)
        {
            return Listen(options.Port, router);
        }
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Listen(FreePort(), router);
            }
            catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < AttemptsForFreePort)
            {
                // Someone took the port between finding and opening it.
            }
        }
    }

    public void Dispose() => _listener.Close();

    private static AmqpFront Listen(int port, Router router)
    {
        // By number: for the name localhost the library listens on all interfaces.
        var scheme = router.ServiceCertificate is null ? "amqp" : "amqps";
        var listener = new ConnectionListener($"{scheme}://127.0.0.1:{port}", router)
        {
            HandlerFactory = _ => new LinkEvents(router.Pending),
        };
        listener.AMQP.ContainerId = "service-bus-emulator";
        listener.AMQP.MaxFrameSize = 64 * 1024;
        listener.AMQP.MaxSessionsPerConnection = 10_000;
        listener.AMQP.MaxLinksPerSession = 20_000;
        listener.AMQP.IdleTimeout = 60_000;
        listener.TCP.NoDelay = true;
        foreach (var mechanism in new[] { "ANONYMOUS", "MSSBCBS", "EXTERNAL" })
        {
            listener.SASL.EnableMechanism(mechanism, new OpenSaslProfile(mechanism));
        }
        listener.Open();
        return new AmqpFront(listener, port, router.Misbehaviour);
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
