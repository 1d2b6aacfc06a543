using Amqp;
using Amqp.Sasl;
using Amqp.Types;

namespace ServiceBusEmulator.Amqp;

/// <summary>Lets anyone in, since each link asks for a token of its own; one instance serves all connections.</summary>
internal sealed class OpenSaslProfile(string mechanism) : SaslProfile(mechanism)
{
    // Of the machine's clock, since it is about sockets, not about queues.
    protected override ITransport UpgradeTransport(ITransport transport) =>
        new GateTransport((IAsyncTransport)transport, new WriteBacklog(TimeProvider.System));

    protected override DescribedList GetStartCommand(string hostname) => new SaslInit { Mechanism = Mechanism };

    protected override DescribedList? OnCommand(DescribedList command) =>
        command is SaslInit ? new SaslOutcome { Code = SaslCode.Ok } : null;
}
