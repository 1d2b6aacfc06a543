using System.Text;
using Azure.Messaging.ServiceBus;
using ServiceBusEmulator;
using ServiceBusEmulator.Settings;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A real broker on a socket with one queue, <c>work</c>, and a client of its own.</summary>
internal sealed class Broker : IAsyncDisposable
{
    public const string Queue = "work";

    private readonly Emulator _emulator;
    private readonly ServiceBusClient _client;
    private readonly ServiceBusSender _sender;

    private Broker(Emulator emulator)
    {
        _emulator = emulator;
        _client = new ServiceBusClient(emulator.ConnectionString);
        _sender = _client.CreateSender(Queue);
    }

    public string ConnectionString => _emulator.ConnectionString;

    public static async Task<Broker> StartAsync(bool sessions, TimeSpan? lockDuration = null, int maxDeliveryCount = 10) =>
        new(
            await Emulator.StartAsync(
                new EmulatorOptions
                {
                    Queues =
                    [
                        new QueueDefinition
                        {
                            Name = Queue,
                            RequiresSession = sessions,
                            MaxDeliveryCount = maxDeliveryCount,
                            LockDuration = lockDuration ?? TimeSpan.FromSeconds(30),
                        },
                    ],
                }
            )
        );

    public Task SendAsync(string body, string? session = null, Dictionary<string, object>? properties = null)
    {
        var message = new ServiceBusMessage(Encoding.UTF8.GetBytes(body))
        {
            MessageId = $"m-{body}"[..Math.Min(body.Length + 2, 60)],
            SessionId = session,
        };
        foreach (var (name, value) in properties ?? [])
        {
            message.ApplicationProperties[name] = value;
        }
        return _sender.SendMessageAsync(message, Patience.Token);
    }

    /// <summary>Waits until the queue holds no messages, locked or not.</summary>
    public Task WhenEmptyAsync() => WhenAsync(count => count.Live == 0);

    public Task WhenDeadLetteredAsync() => WhenAsync(count => count.DeadLetters > 0);

    public async Task<int> DeadLettersAsync() => (await _emulator.CountAsync(Queue)).DeadLetters;

    /// <summary>The first message as it lies there, with how often it was delivered.</summary>
    public async Task<ServiceBusReceivedMessage?> PeekAsync()
    {
        await using var receiver = _client.CreateReceiver(Queue);
        return await receiver.PeekMessageAsync(cancellationToken: Patience.Token);
    }

    /// <summary>Takes the next session's first message, as another receiver would.</summary>
    public async Task<ServiceBusReceivedMessage> TakeFromSessionAsync(string session)
    {
        await using var receiver = await _client.AcceptSessionAsync(Queue, session, cancellationToken: Patience.Token);
        var message = await receiver.ReceiveMessageAsync(Patience.Longest, Patience.Token);
        await receiver.CompleteMessageAsync(message, Patience.Token);
        return message;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    private async Task WhenAsync(Func<(int Live, int DeadLetters), bool> condition)
    {
        var deadline = Patience.Token;
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition(await _emulator.CountAsync(Queue)))
        {
            await rhythm.WaitForNextTickAsync(deadline);
        }
    }
}
