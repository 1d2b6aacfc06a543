using Amqp;
using Amqp.Framing;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>The link on which messages to one queue go out; each send waits for the broker's word.</summary>
internal sealed class QueueSender
{
    // However large one message may be, the premium tier takes batches of 1 MB at most.
    private const long LargestBatch = 1024 * 1024;

    private readonly string _queue;
    private readonly Session _session;
    private readonly SenderLink _link;

    private QueueSender(string queue, Session session, SenderLink link, Attach answer)
    {
        (_queue, _session, _link) = (queue, session, link);
        MaxMessageSize = answer.MaxMessageSize is 0 or > long.MaxValue ? long.MaxValue : (long)answer.MaxMessageSize;
        MaxBatchSize = Math.Min(MaxMessageSize, LargestBatch);
    }

    /// <summary>The largest encoded message that the queue accepts, in bytes.</summary>
    public long MaxMessageSize { get; }

    /// <summary>The largest encoded batch that the queue accepts, in bytes.</summary>
    public long MaxBatchSize { get; }

    public bool IsClosed => _link.IsClosed || _session.IsClosed;

    public static async Task<QueueSender> OpenAsync(BrokerConnection connection, string queue, ServiceBusOptions options, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(options.OperationTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, connection.Lost);
        await connection.AuthorizeAsync(queue, either.Token).ConfigureAwait(false);
        var session = connection.NewSession();
        try
        {
            var (link, attach) = await Links.OpenAsync(
                attached => new SenderLink(session, $"send-{Guid.NewGuid():N}", new Attach { Source = new Source(), Target = new Target { Address = queue } }, attached),
                either.Token).ConfigureAwait(false);
            return new QueueSender(queue, session, link, attach);
        }
        catch
        {
            await Links.CloseAsync(session).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends one message; returns when the broker accepted it.</summary>
    public async Task SendAsync(QueueMessage message, CancellationToken cancellation)
    {
        var amqp = MessageMapper.ToAmqp(message);
        // Encoding twice is worth it only where the size is in doubt; properties alone are small.
        if (message.Body.Length > MaxMessageSize / 2 && amqp.Encode().Length > MaxMessageSize)
            throw TooLarge();
        await SendAsync(amqp, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends as many messages from <paramref name="first"/> on as go in one transfer; gives their number once the broker accepted them, all or none.</summary>
    public async Task<int> SendBatchAsync(IReadOnlyList<QueueMessage> messages, int first, CancellationToken cancellation)
    {
        var batch = new Batch(MaxBatchSize);
        var next = first;
        while (next < messages.Count && batch.TryAdd(messages[next]))
            next++;
        if (batch.Count > 1)
            await SendAsync(batch.ToAmqp(), cancellation).ConfigureAwait(false);
        else
            await SendAsync(messages[first], cancellation).ConfigureAwait(false);
        return Math.Max(1, batch.Count);
    }

    private async Task SendAsync(Message amqp, CancellationToken cancellation)
    {
        var accepted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _link.Send(amqp, OnOutcome, accepted);
        await accepted.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private QueueException TooLarge() => new(QueueFailure.TooLarge, $"The message is larger than the {MaxMessageSize} bytes that '{_queue}' accepts.");

    private static void OnOutcome(ILink link, Message message, Outcome outcome, object state)
    {
        var accepted = (TaskCompletionSource)state;
        if (outcome is Accepted)
            accepted.TrySetResult();
        else
            accepted.TrySetException(new AmqpException((outcome as Rejected)?.Error ?? new Error(ErrorCode.DetachForced)));
    }
}
