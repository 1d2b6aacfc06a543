using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Azure.Tests.Gedeeld;
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

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>The app in this process: its API on a real socket and its functions as the worker calls them, with Azurite, the Service Bus emulator and an issuer of tokens; one per test class.</summary>
public class HubOmgeving(Azurite azurite) : IAsyncLifetime
{
    // The host calls in a trace of its own.
    private const string AndereTrace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly Tokenuitgever _uitgever = new();
    private Emulator? _emulator;
    private WebApplication? _app;

    internal string Opslag { get; } = azurite.NieuweVerbinding();

    internal Tokenuitgever Uitgever => _uitgever;

    internal Logboek Log { get; } = new();

    internal HttpClient Http { get; } = new();

    internal IServiceProvider Diensten => _app!.Services;

    /// <summary>The queues as the host and the deelnemers reach them.</summary>
    internal ServiceBusClient Sdk { get; private set; } = null!;

    internal IQueueClient Queues => Diensten.GetRequiredService<IQueueClient>();

    internal Emulator Emulator => _emulator!;

    /// <summary>Settings beside those that every test needs.</summary>
    internal virtual IReadOnlyDictionary<string, string> MeerInstellingen => new Dictionary<string, string>();

    /// <summary>How long a request may wait for storage and queues: as long as any wait of a test, but where that bound is looked at.</summary>
    internal virtual DependencyLimit Limit => new(Patience.Longest);

    public virtual async ValueTask InitializeAsync()
    {
        await _uitgever.StartAsync();
        _emulator = await Emulator.StartAsync(new EmulatorOptions { Queues = QueueDefinitions.Parse(AlleQueues()) });
        Sdk = new ServiceBusClient(_emulator.ConnectionString);
        var bouw = WebApplication.CreateSlimBuilder();
        bouw.Configuration.AddInMemoryCollection(Instellingen());
        bouw.Configuration.AddInMemoryCollection(MeerInstellingen.Select(paar => KeyValuePair.Create(paar.Key, (string?)paar.Value)));
        bouw.Logging.AddProvider(Log);
        bouw.Logging.SetMinimumLevel(LogLevel.Trace);
        var (instellingen, fouten) = Functions.Instellingen.Lees(bouw.Configuration);
        Assert.Empty(fouten);
        bouw.Services.AddSingleton(Limit);
        bouw.AddHub(instellingen!);
        bouw.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = bouw.Build();
        _app.Run(_app.Services.GetRequiredService<HttpPipeline>().AnswerAsync);
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public virtual async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        if (Sdk is not null) await Sdk.DisposeAsync();
        if (_emulator is not null) await _emulator.DisposeAsync();
        await _uitgever.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal Dictionary<string, string?> Instellingen() => new()
    {
        ["Opslag"] = Opslag,
        ["ServiceBus"] = _emulator!.ConnectionString,
        ["Toegang:MetadataAddress"] = _uitgever.Metadata,
        ["Toegang:Issuer"] = _uitgever.Adres,
        ["Toegang:Audience"] = Tokenuitgever.ClientId,
        ["Toegang:RequireHttps"] = "false",
        ["Register:Sleutel"] = "YWxsZWVuLXZvb3ItZGV6ZS1tYWNoaW5lLTAwMDAwMDA=",
    };

    internal static string AppId(string code) => "00000000-0000-4000-8000-" + code.PadLeft(12, '0');

    internal async Task<Antwoord> StuurAsync(
        HttpMethod methode, string pad, string? als, HttpContent? inhoud = null, string? accept = null, string? token = null, Action<HttpRequestMessage>? aanpassing = null)
    {
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = inhoud };
        if (als is not null) token = _uitgever.Token(AppId(als));
        if (token is not null) verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (accept is not null) verzoek.Headers.TryAddWithoutValidation("Accept", accept);
        // What the host's proxy adds to every request from outside.
        verzoek.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        aanpassing?.Invoke(verzoek);
        using var antwoord = await Http.SendAsync(verzoek, TestContext.Current.CancellationToken);
        var gelezen = new Antwoord(antwoord, await antwoord.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        // Whatever a test asks, the answer is one that the description of the API tells of.
        Assert.Null(ApiDescription.FaultOf(methode.Method, pad, gelezen.Status, gelezen.Soort, gelezen.Inhoud));
        return gelezen;
    }

    internal Task<Antwoord> PostAsync(string als, string xml, string pad = "/berichten", string soort = "application/xml", string? accept = null) =>
        StuurAsync(HttpMethod.Post, pad, als, new StringContent(xml, Encoding.UTF8, soort), accept);

    internal Task<Antwoord> GetAsync(string als, string pad) => StuurAsync(HttpMethod.Get, pad, als);

    /// <summary>Calls VerwerkBericht as the worker does; true when the host would complete the message.</summary>
    internal Task<bool> VerwerkAsync(ReadOnlyMemory<byte> body) => VerwerkAsync(new QueueMessage { MessageId = "m-1", Body = body });

    internal Task<bool> VerwerkAsync(QueueMessage bericht) => RoepAanAsync(() =>
        ActivatorUtilities.CreateInstance<VerwerkBericht>(Diensten).ProcessAsync(
            bericht.Body.ToArray(), Metadata(bericht), AndereTrace, TestContext.Current.CancellationToken));

    /// <summary>Calls Bewaking as the worker does; true when it succeeded.</summary>
    internal Task<bool> BewaakAsync() => RoepAanAsync(() =>
        ActivatorUtilities.CreateInstance<Functions.Triggers.Bewaking>(Diensten).RunAsync(AndereTrace, TestContext.Current.CancellationToken));

    /// <summary>What the worker shows of a message, as a host tells it.</summary>
    internal static Dictionary<string, object?> Metadata(QueueMessage bericht) => new()
    {
        ["MessageId"] = bericht.MessageId,
        ["DeliveryCount"] = "1",
        ["SequenceNumber"] = "42",
        ["ApplicationProperties"] = JsonSerializer.Serialize(bericht.Properties),
        ["UserProperties"] = JsonSerializer.Serialize(bericht.Properties),
    };

    private static async Task<bool> RoepAanAsync(Func<Task> functie)
    {
        try
        {
            await functie();
            return true;
        }
        catch (FunctionFailedException)
        {
            return false;
        }
    }

    /// <summary>Does what the host does with queue verwerking until it is empty: one session at a time, complete or abandon.</summary>
    internal async Task VerwerkAllesAsync()
    {
        while (await HasMessagesAsync(WerkQueue.Naam))
        {
            await using var sessie = await Sdk.AcceptNextSessionAsync(WerkQueue.Naam, cancellationToken: TestContext.Current.CancellationToken);
            // A wait of no length is not to be had; nothing comes in meanwhile, so that a short one misses nothing.
            while (await sessie.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken) is { } bericht)
            {
                Assert.True(await RenewingAsync(sessie, VerwerkAsync(From(bericht))));
                await sessie.CompleteMessageAsync(bericht, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>As the host does while a function runs: on a busy machine a large bericht may take longer than the lock.</summary>
    private static async Task<bool> RenewingAsync(ServiceBusSessionReceiver session, Task<bool> work)
    {
        using var rhythm = new PeriodicTimer(TimeSpan.FromSeconds(15));
        while (await Task.WhenAny(work, rhythm.WaitForNextTickAsync().AsTask()) != work)
            await session.RenewSessionLockAsync(TestContext.Current.CancellationToken);
        return await work;
    }

    /// <summary>Takes everything out of a postbus.</summary>
    internal async Task<List<QueueMessage>> LeegAsync(string code)
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
    internal async Task DeadLetterAsync(string queue, string id, string reden)
    {
        await Queues.SendAsync(queue, new QueueMessage { MessageId = id, Body = "x"u8.ToArray() }, TestContext.Current.CancellationToken);
        await using var ontvanger = Sdk.CreateReceiver(queue);
        var bericht = await ontvanger.ReceiveMessageAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await ontvanger.DeadLetterMessageAsync(bericht, reden, "", TestContext.Current.CancellationToken);
    }

    /// <summary>The next session of queue verwerking and its first message, which is locked.</summary>
    internal async Task<(ServiceBusSessionReceiver Session, ServiceBusReceivedMessage Message)> NextWorkAsync()
    {
        var session = await Sdk.AcceptNextSessionAsync(WerkQueue.Naam, cancellationToken: TestContext.Current.CancellationToken);
        return (session, await session.ReceiveMessageAsync(Patience.Longest, TestContext.Current.CancellationToken));
    }

    private static QueueMessage From(ServiceBusReceivedMessage message) => new()
    {
        MessageId = message.MessageId,
        Body = message.Body.ToMemory(),
        ContentType = message.ContentType,
        Subject = message.Subject,
        Properties = message.ApplicationProperties.ToDictionary(),
    };

    private async Task<bool> HasMessagesAsync(string queue) => (await Emulator.CountAsync(queue)).Live > 0;

    /// <summary>Everything that can be read in the archive, as container, blob and metadata.</summary>
    internal async Task<List<(string Container, string Blob, IDictionary<string, string> Kenmerken)>> ArchiefAsync()
    {
        var alles = new List<(string, string, IDictionary<string, string>)>();
        var dienst = new BlobServiceClient(Opslag);
        await foreach (var container in dienst.GetBlobContainersAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var blobs = dienst.GetBlobContainerClient(container.Name).GetBlobsAsync(
                new GetBlobsOptions { Traits = BlobTraits.Metadata }, TestContext.Current.CancellationToken);
            await foreach (var blob in blobs) alles.Add((container.Name, blob.Name, blob.Metadata));
        }

        return alles;
    }

    // queues.json is a template: what stands under perDeelnemer is made for each of them.
    private static string AlleQueues()
    {
        using var sjabloon = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "queues.json")));
        using var deelnemers = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deelnemers.json")));
        var codes = deelnemers.RootElement.GetProperty("gemeenten").EnumerateArray()
            .Concat(deelnemers.RootElement.GetProperty("aanbieders").EnumerateArray())
            .Select(deelnemer => deelnemer.GetProperty("code").GetString()!);
        var vast = sjabloon.RootElement.GetProperty("queues").EnumerateArray().Select(queue => queue.GetRawText());
        var postbussen = codes.SelectMany(code => sjabloon.RootElement.GetProperty("perDeelnemer").EnumerateArray()
            .Select(queue => queue.GetRawText().Replace("{code}", code, StringComparison.Ordinal)));
        return $"{{\"queues\":[{string.Join(',', vast.Concat(postbussen))}]}}";
    }
}

/// <summary>A response, read to its end.</summary>
internal sealed class Antwoord(HttpResponseMessage antwoord, byte[] inhoud)
{
    public int Status { get; } = (int)antwoord.StatusCode;

    public byte[] Inhoud { get; } = inhoud;

    public string Tekst => Encoding.UTF8.GetString(Inhoud);

    public string? Soort { get; } = antwoord.Content.Headers.ContentType?.ToString();

    public string? Location { get; } = antwoord.Headers.Location?.ToString();

    /// <summary>The headers of the response and of its body, each as one text.</summary>
    public IReadOnlyDictionary<string, string> Koppen { get; } = antwoord.Headers.Concat(antwoord.Content.Headers)
        .ToDictionary(kop => kop.Key, kop => string.Join(", ", kop.Value), StringComparer.OrdinalIgnoreCase);

    public string? WwwAuthenticate { get; } = antwoord.Headers.WwwAuthenticate.ToString();

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Inhoud);

    public string Veld(string naam) => Json.GetProperty(naam).ToString();

    /// <summary>The last part of a problem's type, after checking that it is one.</summary>
    public string Probleem
    {
        get
        {
            Assert.Equal("application/problem+json", Soort);
            Assert.Equal(Status, Json.GetProperty("status").GetInt32());
            Assert.NotEmpty(Veld("title"));
            Assert.NotEmpty(Veld("detail"));
            return Veld("type").Replace("urn:ijw-hub:probleem:", "", StringComparison.Ordinal);
        }
    }
}
