using Amqp;
using Hub.Queues;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.ServiceBus;

/// <summary>Receives from a queue without sessions or a dead-letter queue; opens its link again when it was lost.</summary>
internal sealed class QueueReceiver(ServiceBusQueueClient client, string entity, ServiceBusOptions options, TimeProvider time, ILogger log) : IQueueReceiver
{
    private static readonly TimeSpan PauseBeforeReopen = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim one = new(1);
    private ReceiverLinkHolder? link;

    public string? SessionId => null;

    public DateTimeOffset? SessionLockedUntil => null;

    public Task OpenAsync(CancellationToken cancellation) => GetLinkAsync(cancellation);

    public async Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                var open = await GetLinkAsync(cancellation).ConfigureAwait(false);
                var left = maxWait - time.GetElapsedTime(started);
                return await open.ReceiveAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, options.ReceiverCredit, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (CanReopen(fault, cancellation))
            {
                if (time.GetElapsedTime(started) >= maxWait)
                    throw Failures.ToQueueException(fault is OperationCanceledException ? new TimeoutException("Connection lost.", fault) : fault, entity);
                log.ReceiverReopened(entity);
                await Task.Delay(PauseBeforeReopen, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellation) => SettleAsync(message, new SettleComplete(), cancellation);

    public Task AbandonAsync(ReceivedMessage message, CancellationToken cancellation) => SettleAsync(message, new SettleAbandon(), cancellation);

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation)
        => SettleAsync(message, new SettleDeadLetter(reason, description), cancellation);

    public async Task<DateTimeOffset> RenewLockAsync(ReceivedMessage? message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var open = await GetLinkAsync(cancellation).ConfigureAwait(false);
        return Requests.Expiration(await open.Connection.ManageAsync(entity, () => Requests.RenewLock(message.LockToken, open.LinkName), cancellation).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        await one.WaitAsync().ConfigureAwait(false);
        if (link is { } open)
            await open.CloseAsync().ConfigureAwait(false);
        link = null;
        one.Release();
    }

    private async Task SettleAsync(ReceivedMessage message, Settle settle, CancellationToken cancellation)
    {
        var open = await GetLinkAsync(cancellation).ConfigureAwait(false);
        var settled = await open.Connection.RunAsync(entity, limit => open.TrySettleAsync(message.LockToken, settle.Outcome, limit), cancellation).ConfigureAwait(false);
        if (settled)
            return;
        // The link that gave the message is gone, its lock perhaps not: the management node settles by token.
        await open.Connection.ManageAsync(
            entity, () => Requests.UpdateDisposition(message.LockToken, settle.Status, settle.Reason, settle.Description), cancellation).ConfigureAwait(false);
    }

    private async Task<ReceiverLinkHolder> GetLinkAsync(CancellationToken cancellation)
    {
        if (link is { IsClosed: false } open)
            return open;
        await one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (link is { IsClosed: false } opened)
                return opened;
            var connection = await client.ConnectAsync(entity, cancellation).ConfigureAwait(false);
            return link = await connection.RunAsync(entity, limit => ReceiverLinkHolder.OpenAsync(connection, entity, time, limit), cancellation).ConfigureAwait(false);
        }
        finally
        {
            one.Release();
        }
    }

    private static bool CanReopen(Exception fault, CancellationToken cancellation) => fault switch
    {
        QueueException failure => failure.Failure == QueueFailure.Retry,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        AmqpException => true,
        _ => false,
    };
}
