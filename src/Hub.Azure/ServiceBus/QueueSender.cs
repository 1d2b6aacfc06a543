using Amqp;
using Amqp.Framing;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>The link on which messages to one queue go out; each send waits for the broker's word.</summary>
internal sealed class QueueSender
{
    private readonly string queue;
    private readonly Session session;
    private readonly SenderLink link;

    private QueueSender(string queue, Session session, SenderLink link, long maxMessageSize)
    {
        (this.queue, this.session, this.link) = (queue, session, link);
        MaxMessageSize = maxMessageSize;
    }

    /// <summary>The largest encoded message that the queue accepts, in bytes.</summary>
    public long MaxMessageSize { get; }

    public bool IsClosed => link.IsClosed || session.IsClosed;

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
            return new QueueSender(queue, session, link, attach.MaxMessageSize is 0 or > long.MaxValue ? long.MaxValue : (long)attach.MaxMessageSize);
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
            throw new QueueException(QueueFailure.TooLarge, $"The message is larger than the {MaxMessageSize} bytes that '{queue}' accepts.");
        var accepted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        link.Send(amqp, OnOutcome, accepted);
        await accepted.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private static void OnOutcome(ILink link, Message message, Outcome outcome, object state)
    {
        var accepted = (TaskCompletionSource)state;
        if (outcome is Accepted)
            accepted.TrySetResult();
        else
            accepted.TrySetException(new AmqpException((outcome as Rejected)?.Error ?? new Error(ErrorCode.DetachForced)));
    }
}
