using Amqp;

namespace ServiceBusEmulator.Amqp;

/// <summary>Holds what is written back until the peer has spoken.</summary>
/// <remarks>
/// The listener sends its AMQP header right behind the SASL outcome. A peer that reads both at once (rhea, in the JavaScript SDK) takes the
/// header for a frame and waits for ever. After this gate the header comes only as an answer to the peer's own.
/// </remarks>
internal sealed class GateTransport(IAsyncTransport inner, WriteBacklog backlog) : IAsyncTransport
{
    private readonly TaskCompletionSource _spoken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void SetConnection(Connection connection)
    {
        WriteBacklog.Set(connection, backlog);
        inner.SetConnection(connection);
    }

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        await _spoken.Task.ConfigureAwait(false);
        // What is answered in the same burst queues up behind this and goes out in one write.
        await Task.Yield();
        await backlog.WriteAsync(bufferList, () => inner.SendAsync(bufferList, listSize)).ConfigureAwait(false);
    }

    public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count)
    {
        var read = await inner.ReceiveAsync(buffer, offset, count).ConfigureAwait(false);
        _spoken.TrySetResult();
        return read;
    }

    public void Send(ByteBuffer buffer) => inner.Send(buffer);

    public int Receive(byte[] buffer, int offset, int count)
    {
        var read = inner.Receive(buffer, offset, count);
        _spoken.TrySetResult();
        return read;
    }

    public void Close()
    {
        _spoken.TrySetResult();
        inner.Close();
    }
}
