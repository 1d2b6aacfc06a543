using System.Globalization;
using System.Text;
using Azure.Messaging.ServiceBus;
using Hub.Azure.ServiceBus;
using Hub.Queues;
using ServiceBusEmulator;
using ServiceBusEmulator.Settings;

namespace Hub.Azure.Tests.ServiceBus;

/// <summary>A running emulator with a queue of each kind, and clients to it.</summary>
internal sealed class Broker : IAsyncDisposable
{
    /// <summary>How long a message that must come may take on a busy machine.</summary>
    public static readonly TimeSpan Soon = Patience.Longest;

    private readonly List<IAsyncDisposable> _clients = [];

    private Broker(Emulator emulator) => Emulator = emulator;

    public Emulator Emulator { get; private set; }

    public static IReadOnlyList<QueueDefinition> Queues { get; } =
    [
        new() { Name = "plain" },
        new()
        {
            Name = "brief",
            LockDuration = TimeSpan.FromMilliseconds(300),
            MaxDeliveryCount = 3,
        },
        new() { Name = "sessions", RequiresSession = true },
        new()
        {
            Name = "brief-sessions",
            RequiresSession = true,
            LockDuration = TimeSpan.FromMilliseconds(300),
        },
        new() { Name = "unique", RequiresDuplicateDetection = true },
    ];

    public static async Task<Broker> StartAsync(Func<EmulatorOptions, EmulatorOptions>? change = null)
    {
        var options = new EmulatorOptions { Queues = Queues };
        return new Broker(await Emulator.StartAsync(change?.Invoke(options) ?? options));
    }

    public ServiceBusQueueClient NewClient(Func<ServiceBusOptions, ServiceBusOptions>? change = null)
    {
        var options = new ServiceBusOptions { ConnectionString = Emulator.ConnectionString };
        var client = new ServiceBusQueueClient(change?.Invoke(options) ?? options, TimeProvider.System);
        _clients.Add(client);
        return client;
    }

    /// <summary>A receiver of the SDK itself, which sees what our client sent.</summary>
    public ServiceBusReceiver Receiver(string queue, bool deadLetters = false)
    {
        var client = new ServiceBusClient(Emulator.ConnectionString);
        _clients.Add(client);
        return client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = deadLetters ? SubQueue.DeadLetter : SubQueue.None });
    }

    /// <summary>Stops the emulator and starts another in its place, on the same port.</summary>
    public async Task RestartAsync(string? dataFolder = null)
    {
        var port = Emulator.Port;
        await Emulator.DisposeAsync();
        Emulator = await Emulator.StartAsync(
            new EmulatorOptions
            {
                Queues = Queues,
                Port = port,
                DataFolder = dataFolder,
            }
        );
    }

    public static QueueMessage Message(string id, string? session = null) =>
        new()
        {
            MessageId = id,
            Body = Encoding.UTF8.GetBytes(id),
            SessionId = session,
        };

    public static QueueMessage Message(int id, string? session = null) => Message(id.ToString(CultureInfo.InvariantCulture), session);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }
        await Emulator.DisposeAsync();
    }
}
