using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>Queues on Azure Service Bus, by the official SDK. Safe for use by many at once; one connection serves all.</summary>
public sealed class ServiceBusQueueClient : IQueueClient
{
    /// <summary>What is kept free of a queue's largest message for the header, the properties and their encoding, in bytes.</summary>
    public const int RoomForProperties = 4096;

    // As many as the service gives at once.
    private const int PeekPage = 250;

    private readonly ServiceBusClient _client;
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Queue, SubQueue Part), ServiceBusReceiver> _peekers = new();
    private readonly OperationGate _gate;
    private readonly ServiceBusTelemetry _telemetry;
    private readonly TimeSpan _stopTimeout;
    private readonly TimeProvider _time;

    /// <summary>Makes a client; it connects on first use.</summary>
    /// <exception cref="ArgumentException">The options name no namespace or no way to sign in.</exception>
    public ServiceBusQueueClient(ServiceBusOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = Clients.From(options);
        _gate = new OperationGate(this);
        _telemetry = new ServiceBusTelemetry(_client.FullyQualifiedNamespace, time);
        (_stopTimeout, _time) = (options.StopTimeout, time);
    }

    /// <inheritdoc/>
    public Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _gate.RunAsync(() =>
            _telemetry.SendAsync(
                queue,
                activity =>
                    AskAsync(
                        queue,
                        async () =>
                        {
                            await SenderOf(queue)
                                .SendMessageAsync(Messages.From(message.WithContext(activity)), cancellation)
                                .ConfigureAwait(false);
                            return true;
                        }
                    )
            )
        );
    }

    /// <inheritdoc/>
    public Task<bool> FitsAsync(string queue, long bodyBytes, CancellationToken cancellation) =>
        AskAsync(
            queue,
            async () =>
            {
                // Of a queue that takes messages over 1 MB it says 1 MB: such a message goes as a reference, as it does elsewhere.
                using var batch = await SenderOf(queue).CreateMessageBatchAsync(cancellation).ConfigureAwait(false);
                return bodyBytes + RoomForProperties <= batch.MaxSizeInBytes;
            }
        );

    /// <inheritdoc/>
    public Task ProbeAsync(string queue, CancellationToken cancellation) => PeekDeadLettersAsync(queue, 1, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation) =>
        AskAsync(
            queue,
            async () =>
            {
                var seen = await PeekAsync(DeadLettersOf(queue), 0, max, cancellation).ConfigureAwait(false);
                return (IReadOnlyList<DeadLetter>)
                    [
                        .. seen.Select(message => new DeadLetter(
                            message.MessageId,
                            message.DeadLetterReason,
                            message.SequenceNumber,
                            message.EnqueuedTime
                        )),
                    ];
            }
        );

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListMessageIdsAsync(string queue, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = 0L;
        // A page may hold fewer than were asked for; only an empty one is the end.
        while (
            await AskAsync(queue, () => PeekAsync(PeekerOf(queue), from, PeekPage, cancellation)).ConfigureAwait(false)
                is { Count: > 0 } page
        )
        {
            from = page[^1].SequenceNumber + 1;
            foreach (var message in page)
            {
                if (message.State != ServiceBusMessageState.Deferred)
                {
                    yield return message.MessageId;
                }
            }
        }
    }

    /// <summary>Stops in good order: nothing new is begun, what is being sent is finished, and the connection closes.</summary>
    public async ValueTask DisposeAsync()
    {
        // The SDK itself waits for nothing.
        await _gate.CloseAsync(_stopTimeout, _time).ConfigureAwait(false);
        await _client.DisposeAsync().ConfigureAwait(false);
    }

    // The SDK does not stop a request to $management that is under way.
    private static Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAsync(
        ServiceBusReceiver peeker,
        long from,
        int max,
        CancellationToken cancellation
    ) => peeker.PeekMessagesAsync(max, from, cancellation).WaitAsync(cancellation);

    private async Task<T> AskAsync<T>(string queue, Func<Task<T>> ask)
    {
        _gate.ThrowIfClosed();
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or QueueException))
        {
            throw Failures.ToQueueException(fault, queue);
        }
    }

    private ServiceBusSender SenderOf(string queue) =>
        _senders.GetOrAdd(queue, static (name, client) => client.CreateSender(name), _client);

    private ServiceBusReceiver PeekerOf(string queue) => _peekers.GetOrAdd((queue, SubQueue.None), MakePeeker, _client);

    private ServiceBusReceiver DeadLettersOf(string queue) => _peekers.GetOrAdd((queue, SubQueue.DeadLetter), MakePeeker, _client);

    private static ServiceBusReceiver MakePeeker((string Queue, SubQueue Part) from, ServiceBusClient client) =>
        client.CreateReceiver(from.Queue, new ServiceBusReceiverOptions { SubQueue = from.Part });
}
