using Hub.Queues;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Hub.Azure.ServiceBus;

/// <summary>Queues on Azure Service Bus, over AMQP 1.0. Safe for use by many at once; one connection serves all.</summary>
public sealed class ServiceBusQueueClient : IQueueClient
{
    private readonly ServiceBusOptions options;
    private readonly ServiceEndpoint endpoint;
    private readonly TimeProvider time;
    private readonly ILogger<ServiceBusQueueClient> log;
    private readonly ResiliencePipeline sendPipeline;
    private readonly SemaphoreSlim opening = new(1);
    private BrokerConnection? current;
    private bool disposed;

    /// <summary>Makes a client; it connects on first use.</summary>
    /// <exception cref="ArgumentException">The options name no namespace or no way to sign in.</exception>
    public ServiceBusQueueClient(ServiceBusOptions options, TimeProvider time, ILogger<ServiceBusQueueClient> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.time = time;
        this.log = log;
        endpoint = ServiceEndpoint.From(options, time);
        sendPipeline = BuildSendPipeline();
    }

    /// <inheritdoc/>
    public Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation)
        => sendPipeline.ExecuteAsync(
            async token =>
            {
                var connection = await ConnectAsync(queue, token).ConfigureAwait(false);
                await connection.RunAsync(
                    queue,
                    async limit =>
                    {
                        var sender = await connection.GetSenderAsync(queue, limit).ConfigureAwait(false);
                        await sender.SendAsync(message, limit).ConfigureAwait(false);
                        return true;
                    },
                    token).ConfigureAwait(false);
            },
            cancellation).AsTask();

    /// <inheritdoc/>
    public async Task<long> GetMaxMessageSizeAsync(string queue, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(queue, cancellation).ConfigureAwait(false);
        return await connection.RunAsync(queue, async limit => (await connection.GetSenderAsync(queue, limit).ConfigureAwait(false)).MaxMessageSize, cancellation)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IQueueReceiver> OpenReceiverAsync(string queue, bool deadLetters, CancellationToken cancellation)
    {
        var entity = deadLetters ? $"{queue}/$DeadLetterQueue" : queue;
        var receiver = new QueueReceiver(this, entity, options, time, log);
        await receiver.OpenAsync(cancellation).ConfigureAwait(false);
        return receiver;
    }

    /// <inheritdoc/>
    public async Task<IQueueReceiver?> AcceptNextSessionAsync(string queue, TimeSpan maxWait, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(queue, cancellation).ConfigureAwait(false);
        var opening = ReceiverLinkHolder.AcceptNextSessionAsync(connection, queue, maxWait, time);
        try
        {
            return await connection.RunAsync(queue, async limit => await opening.WaitAsync(limit).ConfigureAwait(false), cancellation, maxWait).ConfigureAwait(false) is { } session
                ? new SessionReceiver(connection, queue, session, options)
                : null;
        }
        catch
        {
            _ = CloseWhenOpenAsync(opening);
            throw;
        }
    }

    /// <summary>Closes the connection; receivers of this client end.</summary>
    public async ValueTask DisposeAsync()
    {
        await opening.WaitAsync().ConfigureAwait(false);
        disposed = true;
        opening.Release();
        if (current is { } connection)
            await connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The connection, opened when there is none or it was lost.</summary>
    internal async Task<BrokerConnection> ConnectAsync(string entity, CancellationToken cancellation)
    {
        if (current is { IsLost: false } alive)
            return alive;
        await opening.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (current is { IsLost: false } opened)
                return opened;
            if (current is { } dead)
            {
                current = null;
                _ = dead.DisposeAsync().AsTask();
            }
            return current = await BrokerConnection.OpenAsync(endpoint, options, time, log, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or ObjectDisposedException))
        {
            throw fault is Amqp.AmqpException or System.Net.Sockets.SocketException or IOException or TimeoutException or System.Security.Authentication.AuthenticationException
                ? new QueueException(QueueFailure.Retry, $"Service Bus could not be reached for '{entity}'.", fault)
                : Failures.ToQueueException(fault, entity);
        }
        finally
        {
            opening.Release();
        }
    }

    // A wait for a session that nobody waits for any more must not keep a session when it is granted after all.
    private static async Task CloseWhenOpenAsync(Task<ReceiverLinkHolder?> opening)
    {
        try
        {
            if (await opening.ConfigureAwait(false) is { } late)
                await late.CloseAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is QueueException or Amqp.AmqpException or OperationCanceledException)
        {
            // Nothing was granted.
        }
    }

    private ResiliencePipeline BuildSendPipeline()
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.SendRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<QueueException>(failure => failure.Failure == QueueFailure.Retry),
                MaxRetryAttempts = options.SendRetries,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(10),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = attempt =>
                {
                    log.SendFailed(attempt.AttemptNumber + 1, attempt.Outcome.Exception!.Message);
                    return default;
                },
            });
        }
        // A token that was refused is put afresh once; refused again it is refused.
        return builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<QueueException>(failure => failure.Failure == QueueFailure.Unauthorized),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
        }).Build();
    }
}
