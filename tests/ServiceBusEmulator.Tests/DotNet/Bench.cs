using Azure.Messaging.ServiceBus;

namespace ServiceBusEmulator.Tests.DotNet;

/// <summary>What a case of the .NET SDK has to do with: a client of its own and a queue of its own.</summary>
internal sealed class Bench(Emulator emulator, string queue) : IAsyncDisposable
{
    /// <summary>How long a message that must come may take.</summary>
    public static readonly TimeSpan Soon = Patience.Longest;

    public static readonly TimeSpan Briefly = TimeSpan.FromMilliseconds(300);

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private readonly List<ServiceBusClient> _clients = [];
    private ServiceBusSender? _sender;

    public string Queue => queue;

    public string ConnectionString => emulator.ConnectionString;

    public ServiceBusClient Client => field ??= NewClient();

    public ServiceBusSender Sender => _sender ??= Client.CreateSender(queue);

    public ServiceBusClient NewClient(ServiceBusClientOptions? options = null, string? connectionString = null)
    {
        var client = new ServiceBusClient(connectionString ?? ConnectionString, options ?? new ServiceBusClientOptions());
        _clients.Add(client);
        return client;
    }

    /// <summary>A client that tries once, and gives up after a second.</summary>
    public ServiceBusClient NewHastyClient(string? connectionString = null) =>
        NewClient(
            new ServiceBusClientOptions
            {
                RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(1) },
            },
            connectionString
        );

    public ServiceBusReceiver Receiver(ServiceBusReceiverOptions? options = null) =>
        Client.CreateReceiver(queue, options ?? new ServiceBusReceiverOptions());

    public ServiceBusReceiver DeadLetters() => Receiver(new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    public Task<ServiceBusSessionReceiver> AcceptAsync(string session) => Client.AcceptSessionAsync(queue, session);

    public Task<ServiceBusSessionReceiver> AcceptNextAsync() => Client.AcceptNextSessionAsync(queue);

    /// <summary>Sends texts, in one batch.</summary>
    public Task SendAsync(params string[] texts) => Sender.SendMessagesAsync(texts.Select(text => new ServiceBusMessage(text)));

    /// <summary>Sends texts to a session, in one batch.</summary>
    public Task SendToAsync(string session, params string[] texts) =>
        Sender.SendMessagesAsync(texts.Select(text => new ServiceBusMessage(text) { SessionId = session }));

    public static async Task<List<ServiceBusReceivedMessage>> ReceiveAsync(ServiceBusReceiver receiver, int count)
    {
        var messages = new List<ServiceBusReceivedMessage>();
        while (messages.Count < count)
        {
            var more = await receiver.ReceiveMessagesAsync(count - messages.Count, Soon);
            Assert.True(more.Count > 0, $"only {messages.Count} of {count} messages came");
            messages.AddRange(more);
        }

        return messages;
    }

    public static async Task<ServiceBusReceivedMessage> ReceiveOneAsync(ServiceBusReceiver receiver) =>
        (await ReceiveAsync(receiver, 1))[0];

    public static async Task NothingComesAsync(ServiceBusReceiver receiver) => Assert.Null(await receiver.ReceiveMessageAsync(Briefly));

    public static async Task FailsWithAsync(ServiceBusFailureReason reason, Func<Task> work) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<ServiceBusException>(work)).Reason);

    public static IEnumerable<string> Texts(IEnumerable<ServiceBusReceivedMessage> messages) => messages.Select(Text);

    public static string Text(ServiceBusReceivedMessage message) => message.Body.ToString();

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }
    }
}
