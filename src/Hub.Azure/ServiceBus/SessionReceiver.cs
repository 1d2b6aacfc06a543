using Amqp;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>Receives the messages of one session in order. When its link is lost the session is lost: the holder accepts a session again.</summary>
internal sealed class SessionReceiver(
    ServiceBusQueueClient client, BrokerConnection connection, string queue, ReceiverLinkHolder link, ServiceBusOptions options) : ISessionReceiver
{
    public string SessionId => link.SessionId!;

    public DateTimeOffset SessionLockedUntil => link.SessionLockedUntil ?? DateTimeOffset.MinValue;

    public async Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, CancellationToken cancellation)
    {
        ThrowIfLost();
        try
        {
            var message = await link.ReceiveAsync(maxWait, options.ReceiverCredit, cancellation).ConfigureAwait(false);
            if (message is not null)
                client.Telemetry.OnReceived(queue, message);
            return message;
        }
        catch (Exception fault) when (fault is AmqpException or QueueException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Lost(fault);
        }
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellation) => SettleAsync(message, new SettleComplete(), cancellation);

    public Task AbandonAsync(ReceivedMessage message, CancellationToken cancellation) => SettleAsync(message, new SettleAbandon(), cancellation);

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation)
        => SettleAsync(message, new SettleDeadLetter(reason, description), cancellation);

    public async Task<DateTimeOffset> RenewSessionLockAsync(CancellationToken cancellation)
    {
        ThrowIfLost();
        var answer = await connection.ManageAsync(queue, () => Requests.RenewSessionLock(SessionId, link.LinkName), cancellation).ConfigureAwait(false);
        var until = Requests.Expiration(answer);
        link.SessionLockedUntil = until;
        return until;
    }

    public async ValueTask DisposeAsync()
    {
        client.OnDisposed(this);
        await link.CloseAsync().ConfigureAwait(false);
    }

    private Task SettleAsync(ReceivedMessage message, Settle settle, CancellationToken cancellation)
        => client.SettleAsync(settle.Name, queue, () => SettleOnLinkAsync(message, settle, cancellation));

    private async Task SettleOnLinkAsync(ReceivedMessage message, Settle settle, CancellationToken cancellation)
    {
        ThrowIfLost();
        bool settled;
        try
        {
            settled = await connection.RunAsync(queue, limit => link.TrySettleAsync(message.LockToken, settle.Outcome, limit), cancellation).ConfigureAwait(false);
        }
        catch (QueueException failure) when (failure.Failure == QueueFailure.Retry)
        {
            // Unanswered on a link that ended: whether it took effect is not known, and the session is gone either way.
            throw Lost(failure);
        }
        if (!settled)
            throw Lost(null);
    }

    private void ThrowIfLost()
    {
        if (link.IsClosed)
            throw Lost(null);
    }

    private QueueException Lost(Exception? inner) => new(QueueFailure.LockLost, $"The session of '{queue}' is no longer held.", inner);
}
