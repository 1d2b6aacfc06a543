using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Amqp;
using Hub.Queues;
using Microsoft.Extensions.Logging;
using Polly;

namespace Hub.Azure.ServiceBus;

/// <summary>Queues on Azure Service Bus, over AMQP 1.0. Safe for use by many at once; one connection serves all.</summary>
public sealed class ServiceBusQueueClient : IQueueClient
{
    // As many as the broker gives at once.
    private const int PeekPage = 250;

    private readonly ServiceBusOptions _options;
    private readonly ServiceEndpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly ILogger<ServiceBusQueueClient> _log;
    private readonly ResiliencePipeline _sendPipeline;
    private readonly ResiliencePipeline _openPipeline;
    private readonly OperationGate _gate;
    private readonly ConcurrentDictionary<IReceiver, bool> _receivers = new(ReferenceEqualityComparer.Instance);
    private readonly SemaphoreSlim _opening = new(1);
    private BrokerConnection? _current;
    private bool _disposed;

    /// <summary>Makes a client; it connects on first use.</summary>
    /// <exception cref="ArgumentException">The options name no namespace or no way to sign in.</exception>
    public ServiceBusQueueClient(ServiceBusOptions options, TimeProvider time, ILogger<ServiceBusQueueClient> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _log = log;
        _endpoint = ServiceEndpoint.From(options, time);
        _gate = new OperationGate(this);
        _sendPipeline = Policies.Send(options, time, log);
        _openPipeline = Policies.Open(time);
        Telemetry = new ServiceBusTelemetry(_endpoint, time);
    }

    internal ServiceBusTelemetry Telemetry { get; }

    /// <inheritdoc/>
    public Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _gate.RunAsync(() => Telemetry.SendAsync(queue, 1, activity =>
        {
            var traced = message.WithContext(activity);
            return SendAsync(queue, (sender, limit) => sender.SendAsync(traced, limit), cancellation);
        }));
    }

    /// <inheritdoc/>
    public Task SendBatchAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return _gate.RunAsync(() => Telemetry.SendAsync(queue, messages.Count, async activity =>
        {
            QueueMessage[] traced = [.. messages.Select(message => message.WithContext(activity))];
            // What was accepted is not sent again when a later part is.
            for (var done = 0; done < traced.Length;)
                await SendAsync(queue, async (sender, limit) => done += await sender.SendBatchAsync(traced, done, limit).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }));
    }

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
        var entity = deadLetters ? DeadLettersOf(queue) : queue;
        var receiver = new QueueReceiver(this, entity, _options, _time, _log);
        await receiver.OpenAsync(cancellation).ConfigureAwait(false);
        _receivers[receiver] = true;
        return receiver;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation)
    {
        var found = await PeekAsync(DeadLettersOf(queue), 0, max, cancellation).ConfigureAwait(false);
        return
        [
            .. found.Select(message => MessageMapper.FromAmqp(message, Guid.Empty, null))
                .Select(seen => new DeadLetter(seen.Message.MessageId, seen.DeadLetterReason, seen.SequenceNumber, seen.EnqueuedTime)),
        ];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListMessageIdsAsync(string queue, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = 0L;
        // A page may hold fewer than were asked for; only an empty one is the end.
        while (await PeekAsync(queue, from, PeekPage, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var message in page)
            {
                var seen = MessageMapper.FromAmqp(message, Guid.Empty, null);
                from = seen.SequenceNumber + 1;
                if (!MessageMapper.IsDeferred(message))
                    yield return seen.Message.MessageId;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<ISessionReceiver?> AcceptNextSessionAsync(string queue, TimeSpan maxWait, CancellationToken cancellation)
        => await OpenAsync(token => AcceptAsync(queue, null, maxWait, token), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<ISessionReceiver> AcceptSessionAsync(string queue, string sessionId, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        return await OpenAsync(token => AcceptAsync(queue, sessionId, _options.OperationTimeout, token), cancellation).ConfigureAwait(false)
            ?? throw new QueueException(QueueFailure.Retry, $"The session of '{queue}' did not come free in time.");
    }

    /// <summary>Stops in good order: nothing new is begun, what is being sent or settled is finished, receivers give back what they hold, and the connection closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.CloseAsync(_options.StopTimeout, _time).ConfigureAwait(false);
        foreach (var receiver in _receivers.Keys)
            await receiver.DisposeAsync().ConfigureAwait(false);
        await _opening.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        _opening.Release();
        if (_current is { } connection)
            await connection.DisposeAsync().ConfigureAwait(false);
    }

    internal void OnDisposed(IReceiver receiver) => _receivers.TryRemove(receiver, out _);

    /// <summary>Settles, counted as under way and under a span.</summary>
    internal Task SettleAsync(string operation, string entity, Func<Task> settle) => _gate.RunAsync(() => Telemetry.SettleAsync(operation, entity, settle));

    /// <summary>Opens something; a refused token is put afresh once.</summary>
    internal async Task<T> OpenAsync<T>(Func<CancellationToken, Task<T>> open, CancellationToken cancellation)
    {
        _gate.ThrowIfClosed();
        return await _openPipeline.ExecuteAsync(async token => await open(token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    /// <summary>The connection, opened when there is none or it was lost.</summary>
    internal async Task<BrokerConnection> ConnectAsync(string entity, CancellationToken cancellation)
    {
        if (_current is { IsLost: false } alive)
            return alive;
        await _opening.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_current is { IsLost: false } opened)
                return opened;
            if (_current is { } dead)
            {
                _current = null;
                _ = dead.DisposeAsync().AsTask();
            }
            return _current = await BrokerConnection.OpenAsync(_endpoint, _options, _time, _log, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or ObjectDisposedException))
        {
            throw fault is Amqp.AmqpException or System.Net.Sockets.SocketException or IOException or TimeoutException
                ? new QueueException(QueueFailure.Retry, $"Service Bus could not be reached for '{entity}'.", fault)
                : Failures.ToQueueException(fault, entity);
        }
        finally
        {
            _opening.Release();
        }
    }

    private static string DeadLettersOf(string queue) => $"{queue}/$DeadLetterQueue";

    private async Task<List<Message>> PeekAsync(string entity, long from, int max, CancellationToken cancellation)
        => [.. Requests.Peeked(await OpenAsync(
            async token => await (await ConnectAsync(entity, token).ConfigureAwait(false)).ManageAsync(entity, () => Requests.Peek(from, max), token).ConfigureAwait(false),
            cancellation).ConfigureAwait(false))];

    private Task SendAsync(string queue, Func<QueueSender, CancellationToken, Task> send, CancellationToken cancellation)
        => _sendPipeline.ExecuteAsync(
            async token =>
            {
                var connection = await ConnectAsync(queue, token).ConfigureAwait(false);
                await connection.RunAsync(
                    queue,
                    async limit =>
                    {
                        await send(await connection.GetSenderAsync(queue, limit).ConfigureAwait(false), limit).ConfigureAwait(false);
                        return true;
                    },
                    token).ConfigureAwait(false);
            },
            cancellation).AsTask();

    private async Task<ISessionReceiver?> AcceptAsync(string queue, string? sessionId, TimeSpan maxWait, CancellationToken cancellation)
    {
        var connection = await ConnectAsync(queue, cancellation).ConfigureAwait(false);
        var accepting = ReceiverLinkHolder.AcceptSessionAsync(connection, queue, sessionId, maxWait, _time);
        try
        {
            var session = await connection.RunAsync(queue, async limit => await accepting.WaitAsync(limit).ConfigureAwait(false), cancellation, maxWait).ConfigureAwait(false);
            if (session is null)
                return null;
            var receiver = new SessionReceiver(this, connection, queue, session, _options);
            _receivers[receiver] = true;
            return receiver;
        }
        catch
        {
            _ = CloseWhenOpenAsync(accepting);
            throw;
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
}
