using System.Globalization;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using ServiceBusEmulator.Amqp;
using ServiceBusEmulator.Engine;
using ServiceBusEmulator.Settings;
using ServiceBusEmulator.Storage;

namespace ServiceBusEmulator;

/// <summary>A running Service Bus emulator: queues over AMQP 1.0 on 127.0.0.1. For development and tests.</summary>
public sealed class Emulator : IAsyncDisposable
{
    private readonly EmulatorOptions _options;
    private readonly IMessageStore _store;
    private readonly Dictionary<string, QueueEngine> _queues;
    private readonly AmqpFront _front;

    private Emulator(EmulatorOptions options, IMessageStore store, Dictionary<string, QueueEngine> queues, AmqpFront front)
    {
        _options = options;
        _store = store;
        _queues = queues;
        _front = front;
    }

    /// <summary>The TCP port it listens on.</summary>
    public int Port => _front.Port;

    /// <summary>What a client needs to connect, in the form that the Azure SDKs read.</summary>
    public string ConnectionString =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Endpoint=sb://{(_options.Certificate is null ? "127.0.0.1" : "localhost")}:{Port};"
                + $"SharedAccessKeyName={_options.KeyName};SharedAccessKey={_options.Key};"
                + $"{(_options.Certificate is null ? "UseDevelopmentEmulator=true;" : "")}"
        );

    /// <summary>
    /// Where a client connects to whose connection string can't say a port: without <c>UseDevelopmentEmulator</c>, so over TLS, the .NET
    /// SDK takes 5671 whatever the endpoint says, unless this is its <c>ServiceBusClientOptions.CustomEndpointAddress</c>.
    /// </summary>
    public Uri EndpointAddress => new UriBuilder("sb", _options.Certificate is null ? "127.0.0.1" : "localhost", Port).Uri;

    /// <summary>Makes it behave as badly as the service may.</summary>
    public EmulatorFaults Faults => _front.Faults;

    /// <summary>Starts an emulator; it accepts connections when the task completes.</summary>
    /// <exception cref="InvalidDataException">The queue definitions are not valid.</exception>
    /// <exception cref="EmulatorStartException">The port or the data folder is in use, or cannot be used; the message says
    /// which.</exception>
    public static async Task<Emulator> StartAsync(EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        QueueDefinitions.Check(options.Queues);
        var store = OpenStore(options);
        var budget = new ContentBudget(options.ContentInMemory);
        var queues = options.Queues.ToDictionary(
            queue => queue.Name,
            queue => new QueueEngine(queue, store, budget, options.Time),
            StringComparer.OrdinalIgnoreCase
        );
        try
        {
            return new Emulator(options, store, queues, AmqpFront.Start(options, queues));
        }
        catch (SocketException fault)
        {
            await StopAsync(queues.Values, store).ConfigureAwait(false);
            throw new EmulatorStartException(
                $"Port {options.Port} kan niet worden gebruikt: "
                    + $"{(fault.SocketErrorCode == SocketError.AddressAlreadyInUse ? "hij is al in gebruik" : fault.Message)}.",
                fault
            );
        }
    }

    /// <summary>How many messages a queue and its dead-letter queue hold, in whatever state.</summary>
    /// <exception cref="KeyNotFoundException">There is no such queue.</exception>
    public Task<(int Live, int DeadLetters)> CountAsync(string queue) => _queues[queue].CountAsync();

    /// <summary>
    /// Gives a locked message back without a delivery counted, as AMQP's <c>released</c> does: the official SDKs have no call for that.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such queue.</exception>
    public Task GiveBackAsync(string queue, Guid lockToken) => _queues[queue].SettleAsync(lockToken, new Release());

    /// <summary>Stops listening, closes all connections and writes what is still to be written.</summary>
    public async ValueTask DisposeAsync()
    {
        _front.Dispose();
        await StopAsync(_queues.Values, _store).ConfigureAwait(false);
    }

    private static IMessageStore OpenStore(EmulatorOptions options)
    {
        if (options.DataFolder is not { } folder)
        {
            return new MemoryStore();
        }
        try
        {
            return new SqliteStore(folder, options.SurvivesPowerLoss);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new EmulatorStartException(
                $"De map '{folder}' kan niet worden gebruikt: is er al een emulator die hem gebruikt? ({fault.Message})",
                fault
            );
        }
    }

    private static async Task StopAsync(IEnumerable<QueueEngine> queues, IMessageStore store)
    {
        foreach (var queue in queues)
        {
            await queue.DisposeAsync().ConfigureAwait(false);
        }
        await store.DisposeAsync().ConfigureAwait(false);
    }
}
