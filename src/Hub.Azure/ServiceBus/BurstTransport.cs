using Amqp;
using Amqp.Sasl;
using Amqp.Types;

namespace Hub.Azure.ServiceBus;

/// <summary>Sends what is written in one burst in one go: under load most of the cost of a small message is the write to the socket.</summary>
internal sealed class BurstTransport(IAsyncTransport inner) : IAsyncTransport
{
    public void SetConnection(Connection connection) => inner.SetConnection(connection);

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        // Meanwhile the library queues what comes after, and sends that as one list.
        await Task.Yield();
        await inner.SendAsync(bufferList, listSize).ConfigureAwait(false);
    }

    public Task<int> ReceiveAsync(byte[] buffer, int offset, int count) => inner.ReceiveAsync(buffer, offset, count);

    public void Send(ByteBuffer buffer) => inner.Send(buffer);

    public int Receive(byte[] buffer, int offset, int count) => inner.Receive(buffer, offset, count);

    public void Close() => inner.Close();
}

/// <summary>Signs in as nobody, since each entity gets a token on $cbs.</summary>
internal sealed class AnonymousProfile() : SaslProfile("ANONYMOUS")
{
    protected override ITransport UpgradeTransport(ITransport transport) => transport is IAsyncTransport asynchronous ? new BurstTransport(asynchronous) : transport;

    protected override DescribedList GetStartCommand(string hostname) => new SaslInit { Mechanism = Mechanism, InitialResponse = [] };

    protected override DescribedList? OnCommand(DescribedList command) => null;
}
