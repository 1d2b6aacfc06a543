using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Http;
using Hub.Functions.Tests.Description;
using Hub.Functions.Triggers;
using Hub.Queues;
using Hub.Verwerking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBusEmulator;
using ServiceBusEmulator.Settings;

namespace Hub.Functions.Tests.Shared;

/// <summary>
/// The app in this process: its API on a real socket and its functions as the worker calls them, with Azurite, the Service Bus emulator and
/// an issuer of tokens; one per test class.
/// </summary>
public class HubFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    // The host calls in a trace of its own.
    private const string OtherTrace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly TestTokenIssuer _issuer = new();
    private Emulator? _emulator;
    private WebApplication? _app;

    internal string Storage { get; } = azurite.NewConnection();

    internal TestTokenIssuer Issuer => _issuer;

    internal LogBook Log { get; } = new();

    internal HttpClient Http { get; } = new();

    internal IServiceProvider Services => _app!.Services;

    /// <summary>The queues as the host and the deelnemers reach them.</summary>
    internal ServiceBusClient Sdk { get; private set; } = null!;

    internal IQueueClient Queues => Services.GetRequiredService<IQueueClient>();

    internal Emulator Emulator => _emulator!;

    /// <summary>Settings beside those that every test needs.</summary>
    internal virtual IReadOnlyDictionary<string, string> MoreSettings => new Dictionary<string, string>();

    /// <summary>
    /// How long a request may wait for storage and queues: as long as any wait of a test, but where that bound is looked at.
    /// </summary>
    internal virtual DependencyLimit Limit => new(Patience.Longest);

    public virtual async ValueTask InitializeAsync()
    {
        await _issuer.StartAsync();
        _emulator = await Emulator.StartAsync(new EmulatorOptions { Queues = QueueDefinitions.Parse(AllQueues()) });
        Sdk = new ServiceBusClient(_emulator.ConnectionString);
        var build = WebApplication.CreateSlimBuilder();
        build.Configuration.AddInMemoryCollection(Settings());
        build.Configuration.AddInMemoryCollection(MoreSettings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        build.Logging.AddProvider(Log);
        build.Logging.SetMinimumLevel(LogLevel.Trace);
        var (settings, faults) = Functions.Settings.Read(build.Configuration);
        Assert.Empty(faults);
        build.Services.AddSingleton(Limit);
        build.AddHub(settings!);
        build.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = build.Build();
        _app.Run(_app.Services.GetRequiredService<HttpPipeline>().AnswerAsync);
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public virtual async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        if (Sdk is not null)
        {
            await Sdk.DisposeAsync();
        }
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
        await _issuer.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Dictionary<string, string?> Settings() =>
        new()
        {
            ["Opslag"] = Storage,
            ["ServiceBus"] = _emulator!.ConnectionString,
            ["Toegang:MetadataAddress"] = _issuer.Metadata,
            ["Toegang:Issuer"] = _issuer.Address,
            ["Toegang:Audience"] = TestTokenIssuer.ClientId,
            ["Toegang:RequireHttps"] = "false",
            ["Register:Sleutel"] = "YWxsZWVuLXZvb3ItZGV6ZS1tYWNoaW5lLTAwMDAwMDA=",
        };

    internal static string AppId(string code) => "00000000-0000-4000-8000-" + code.PadLeft(12, '0');

    internal async Task<HttpAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? condition,
        HttpContent? content = null,
        string? accept = null,
        string? token = null,
        Action<HttpRequestMessage>? adjustment = null
    )
    {
        using var verzoek = new HttpRequestMessage(method, path) { Content = content };
        if (condition is not null)
        {
            token = _issuer.Token(AppId(condition));
        }
        if (token is not null)
        {
            verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        if (accept is not null)
        {
            verzoek.Headers.TryAddWithoutValidation("Accept", accept);
        }
        // What the host's proxy adds to every request from outside.
        verzoek.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        adjustment?.Invoke(verzoek);
        using var answer = await Http.SendAsync(verzoek, TestContext.Current.CancellationToken);
        var read = new HttpAnswer(answer, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        // Whatever a test asks, the answer is one that the description of the API tells of.
        Assert.Null(ApiDescription.FaultOf(method.Method, path, read.Status, read.Kind, read.Content));
        return read;
    }

    internal Task<HttpAnswer> PostAsync(
        string condition,
        string xml,
        string path = "/berichten",
        string kind = "application/xml",
        string? accept = null
    ) => SendAsync(HttpMethod.Post, path, condition, new StringContent(xml, Encoding.UTF8, kind), accept);

    internal Task<HttpAnswer> GetAsync(string condition, string path) => SendAsync(HttpMethod.Get, path, condition);

    /// <summary>Calls VerwerkBericht as the worker does; true when the host would complete the message.</summary>
    internal Task<bool> ProcessAsync(ReadOnlyMemory<byte> body) => ProcessAsync(new QueueMessage { MessageId = "m-1", Body = body });

    internal Task<bool> ProcessAsync(QueueMessage bericht) =>
        CallAsync(() =>
            ActivatorUtilities
                .CreateInstance<VerwerkBericht>(Services)
                .ProcessAsync(bericht.Body.ToArray(), Metadata(bericht), OtherTrace, TestContext.Current.CancellationToken)
        );

    /// <summary>Calls Bewaking as the worker does; true when it succeeded.</summary>
    internal Task<bool> WatchAsync() =>
        CallAsync(() =>
            ActivatorUtilities
                .CreateInstance<Functions.Triggers.Bewaking>(Services)
                .RunAsync(OtherTrace, TestContext.Current.CancellationToken)
        );

    /// <summary>What the worker shows of a message, as a host tells it.</summary>
    internal static Dictionary<string, object?> Metadata(QueueMessage bericht) =>
        new()
        {
            ["MessageId"] = bericht.MessageId,
            ["DeliveryCount"] = "1",
            ["SequenceNumber"] = "42",
            ["ApplicationProperties"] = JsonSerializer.Serialize(bericht.Properties),
            ["UserProperties"] = JsonSerializer.Serialize(bericht.Properties),
        };

    private static async Task<bool> CallAsync(Func<Task> function)
    {
        try
        {
            await function();
            return true;
        }
        catch (FunctionFailedException)
        {
            return false;
        }
    }

    /// <summary>Does what the host does with queue verwerking until it is empty: one session at a time, complete or abandon.</summary>
    internal async Task ProcessAllAsync()
    {
        while (await HasMessagesAsync(WorkQueue.Name))
        {
            await using var session = await Sdk.AcceptNextSessionAsync(
                WorkQueue.Name,
                cancellationToken: TestContext.Current.CancellationToken
            );
            // A wait of no length is not to be had; nothing comes in meanwhile, so that a short one misses nothing.
            while (await session.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken) is { } bericht)
            {
                Assert.True(await RenewingAsync(session, ProcessAsync(From(bericht))));
                await session.CompleteMessageAsync(bericht, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>As the host does while a function runs: on a busy machine a large bericht may take longer than the lock.</summary>
    private static async Task<bool> RenewingAsync(ServiceBusSessionReceiver session, Task<bool> work)
    {
        using var rhythm = new PeriodicTimer(TimeSpan.FromSeconds(15));
        while (await Task.WhenAny(work, rhythm.WaitForNextTickAsync().AsTask()) != work)
        {
            await session.RenewSessionLockAsync(TestContext.Current.CancellationToken);
        }
        return await work;
    }

    /// <summary>Takes everything out of a postbus.</summary>
    internal async Task<List<QueueMessage>> EmptyAsync(string code)
    {
        var berichten = new List<QueueMessage>();
        await using var ontvanger = Sdk.CreateReceiver("postbus-" + code);
        while (await HasMessagesAsync(ontvanger.EntityPath))
        {
            var bericht = await ontvanger.ReceiveMessageAsync(Patience.Longest, TestContext.Current.CancellationToken);
            berichten.Add(From(bericht));
            await ontvanger.CompleteMessageAsync(bericht, TestContext.Current.CancellationToken);
        }

        return berichten;
    }

    /// <summary>Puts a message on a queue and dead-letters it.</summary>
    internal async Task DeadLetterAsync(string queue, string id, string reason)
    {
        await Queues.SendAsync(queue, new QueueMessage { MessageId = id, Body = "x"u8.ToArray() }, TestContext.Current.CancellationToken);
        await using var ontvanger = Sdk.CreateReceiver(queue);
        var bericht = await ontvanger.ReceiveMessageAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await ontvanger.DeadLetterMessageAsync(bericht, reason, "", TestContext.Current.CancellationToken);
    }

    /// <summary>The next session of queue verwerking and its first message, which is locked.</summary>
    internal async Task<(ServiceBusSessionReceiver Session, ServiceBusReceivedMessage Message)> NextWorkAsync()
    {
        var session = await Sdk.AcceptNextSessionAsync(WorkQueue.Name, cancellationToken: TestContext.Current.CancellationToken);
        return (session, await session.ReceiveMessageAsync(Patience.Longest, TestContext.Current.CancellationToken));
    }

    private static QueueMessage From(ServiceBusReceivedMessage message) =>
        new()
        {
            MessageId = message.MessageId,
            Body = message.Body.ToMemory(),
            ContentType = message.ContentType,
            Subject = message.Subject,
            Properties = message.ApplicationProperties.ToDictionary(),
        };

    private async Task<bool> HasMessagesAsync(string queue) => (await Emulator.CountAsync(queue)).Live > 0;

    /// <summary>Everything that can be read in the archive, as container, blob and metadata.</summary>
    internal async Task<List<(string Container, string Blob, IDictionary<string, string> Properties)>> ArchiefAsync()
    {
        var all = new List<(string, string, IDictionary<string, string>)>();
        var service = new BlobServiceClient(Storage);
        await foreach (var container in service.GetBlobContainersAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var blobs = service
                .GetBlobContainerClient(container.Name)
                .GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, TestContext.Current.CancellationToken);
            await foreach (var blob in blobs)
            {
                all.Add((container.Name, blob.Name, blob.Metadata));
            }
        }

        return all;
    }

    // queues.json is a template: what stands under perDeelnemer is made for each of them.
    private static string AllQueues()
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "queues.json")));
        using var deelnemers = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deelnemers.json")));
        var codes = deelnemers
            .RootElement.GetProperty("gemeenten")
            .EnumerateArray()
            .Concat(deelnemers.RootElement.GetProperty("aanbieders").EnumerateArray())
            .Select(deelnemer => deelnemer.GetProperty("code").GetString()!);
        var constant = template.RootElement.GetProperty("queues").EnumerateArray().Select(queue => queue.GetRawText());
        var postbussen = codes.SelectMany(code =>
            template
                .RootElement.GetProperty("perDeelnemer")
                .EnumerateArray()
                .Select(queue => queue.GetRawText().Replace("{code}", code, StringComparison.Ordinal))
        );
        return $"{{\"queues\":[{string.Join(',', constant.Concat(postbussen))}]}}";
    }
}
