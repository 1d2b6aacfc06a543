using Amqp;
using Hub.Queues;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.ServiceBus;

/// <summary>Receives from a queue without sessions or a dead-letter queue; opens its link again when it was lost.</summary>
internal sealed class QueueReceiver(ServiceBusQueueClient client, string entity, ServiceBusOptions options, TimeProvider time, ILogger log) : IQueueReceiver
{
    private readonly SemaphoreSlim _one = new(1);
    private ReceiverLinkHolder? _link;

    public Task OpenAsync(CancellationToken cancellation) => GetLinkAsync(cancellation);

    public async Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var open = await OpenUntilAsync(started, maxWait, cancellation).ConfigureAwait(false);
            try
            {
                var left = maxWait - time.GetElapsedTime(started);
                var message = await open.ReceiveAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, options.ReceiverCredit, cancellation).ConfigureAwait(false);
                if (message is not null)
                    client.Telemetry.OnReceived(entity, message);
                return message;
            }
            catch (Exception fault) when (EndedBefore(fault, cancellation))
            {
                await PauseAsync(attempt, fault, started, maxWait, cancellation).ConfigureAwait(false);
            }
        }
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellation) => SettleAsync(message, new SettleComplete(), cancellation);

    public Task AbandonAsync(ReceivedMessage message, CancellationToken cancellation) => SettleAsync(message, new SettleAbandon(), cancellation);

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation)
        => SettleAsync(message, new SettleDeadLetter(reason, description), cancellation);

    public async Task<DateTimeOffset> RenewLockAsync(ReceivedMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var open = await GetLinkAsync(cancellation).ConfigureAwait(false);
        return Requests.Expiration(await open.Connection.ManageAsync(entity, () => Requests.RenewLock(message.LockToken, open.LinkName), cancellation).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        client.OnDisposed(this);
        await _one.WaitAsync().ConfigureAwait(false);
        if (_link is { } open)
            await open.CloseAsync().ConfigureAwait(false);
        _link = null;
        _one.Release();
    }

    private Task SettleAsync(ReceivedMessage message, Settle settle, CancellationToken cancellation)
        => client.SettleAsync(settle.Name, entity, async () =>
        {
            var open = await GetLinkAsync(cancellation).ConfigureAwait(false);
            var settled = await open.Connection.RunAsync(entity, limit => open.TrySettleAsync(message.LockToken, settle.Outcome, limit), cancellation).ConfigureAwait(false);
            if (settled)
                return;
            // The link that gave the message is gone, its lock perhaps not: the management node settles by token.
            await open.Connection.ManageAsync(
                entity, () => Requests.UpdateDisposition(message.LockToken, settle.Status, settle.Reason, settle.Description), cancellation).ConfigureAwait(false);
        });

    private async Task<ReceiverLinkHolder> OpenUntilAsync(long started, TimeSpan maxWait, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await GetLinkAsync(cancellation).ConfigureAwait(false);
            }
            catch (QueueException failure) when (failure.Failure == QueueFailure.Retry)
            {
                await PauseAsync(attempt, failure, started, maxWait, cancellation).ConfigureAwait(false);
            }
        }
    }

    // Whoever waits only briefly hears of the fault instead.
    private async Task PauseAsync(int attempt, Exception fault, long started, TimeSpan maxWait, CancellationToken cancellation)
    {
        if (time.GetElapsedTime(started) >= maxWait)
            throw Failures.ToQueueException(fault is OperationCanceledException ? new TimeoutException("Connection lost.", fault) : fault, entity);
        log.ReceiverReopened(entity);
        await Task.Delay(Policies.BeforeReopening(attempt, fault, options), time, cancellation).ConfigureAwait(false);
    }

    private async Task<ReceiverLinkHolder> GetLinkAsync(CancellationToken cancellation)
    {
        if (_link is { IsClosed: false } open)
            return open;
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_link is { IsClosed: false } opened)
                return opened;
            return _link = await client.OpenAsync(
                async token =>
                {
                    var connection = await client.ConnectAsync(entity, token).ConfigureAwait(false);
                    return await connection.RunAsync(entity, limit => ReceiverLinkHolder.OpenAsync(connection, entity, time, limit), token).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    // A link that ended because its token did is opened again with a fresh one.
    private static bool EndedBefore(Exception fault, CancellationToken cancellation) => fault switch
    {
        QueueException failure => failure.Failure is QueueFailure.Retry or QueueFailure.Unauthorized,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        AmqpException => true,
        _ => false,
    };
}
