using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>A hub whose storage can stop answering, with a bericht that lies in a postbus over HTTP.</summary>
public sealed class HubBehindProxies : HubFixture
{
    public const string Sender = "0503";
    public const string Receiver = "90000004";

    private readonly string _connection;
    private readonly StallingProxy[] _proxies;
    private StallingProxy? _queues;

    public HubBehindProxies(AzuriteFixture azurite)
        : base(azurite) => (_connection, _proxies) = StallingProxy.Before(Storage);

    internal string Xml { get; } = Encoding.UTF8.GetString(KindSamples.Good("JW301", Sender, Receiver));

    internal string Id { get; private set; } = "";

    internal override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string> { ["Opslag"] = _connection, ["ServiceBus"] = QueueConnection() };

    internal override DependencyLimit Limit => DependencyLimit.Default;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Id = (await PostAsync(Sender, Xml)).Field("berichtId");
        await ProcessAllAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var proxy in _proxies)
        {
            await proxy.DisposeAsync();
        }
        if (_queues is not null)
        {
            await _queues.DisposeAsync();
        }
    }

    private string QueueConnection()
    {
        const string endpoint = "Endpoint=sb://";
        var address = Emulator.ConnectionString.Split(';').Single(part => part.StartsWith(endpoint, StringComparison.Ordinal));
        _queues = new StallingProxy(new Uri("http://" + address[endpoint.Length..]));
        return Emulator.ConnectionString.Replace(
            address,
            $"{endpoint}{_queues.Address.Host}:{_queues.Address.Port}",
            StringComparison.Ordinal
        );
    }

    internal void StallQueues() => _queues!.Stall();

    internal void StallStorage()
    {
        foreach (var proxy in _proxies)
        {
            proxy.Stall();
        }
    }
}

/// <summary>Storage or queues that hang: every caller knows within 20 seconds that it is to come back later, whatever it asked.</summary>
public sealed class HangingStorageTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] WithoutStorage = ["/controle", "/health/live", "/openapi.json"];

    [Fact]
    public async Task Every_address_says_503_with_Retry_After_within_20_seconds()
    {
        await using var hub = new HubBehindProxies(azurite);
        await hub.InitializeAsync();
        var addresses = hub
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(address => !WithoutStorage.Contains(address.RoutePattern.RawText))
            .SelectMany(
                address => address.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods,
                (address, method) => (Method: method, Path: address.RoutePattern.RawText!)
            )
            .ToList();
        Assert.Contains(("GET", "/postbus"), addresses);
        hub.StallStorage();

        var answers = await Task.WhenAll(addresses.Select(address => AskAsync(hub, address.Method, address.Path)));

        Assert.All(answers, answer => Assert.Equal((answer.Address, 503), (answer.Address, answer.Answer.Status)));
        Assert.All(answers, answer => Assert.InRange(int.Parse(answer.Answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60));
        Assert.All(answers, answer => Assert.True(answer.Took < Patience, $"{answer.Address} took {answer.Took}"));
        foreach (var path in WithoutStorage[1..])
        {
            Assert.Equal(200, (await hub.GetAsync(null!, path)).Status);
        }
        Assert.Equal(200, (await hub.PostAsync(HubBehindProxies.Sender, hub.Xml, "/controle")).Status);
    }

    [Fact]
    public async Task Queues_that_hang_are_as_little_waited_for()
    {
        await using var hub = new HubBehindProxies(azurite);
        await hub.InitializeAsync();
        hub.StallQueues();

        var sent = await AskAsync(hub, "POST", "/berichten");

        Assert.Equal((503, "tijdelijk-niet-mogelijk"), (sent.Answer.Status, sent.Answer.Problem));
        Assert.Contains("Retry-After", sent.Answer.Headers.Keys);
        Assert.True(sent.Took < Patience, $"It took {sent.Took}");
        Assert.Equal(200, (await hub.GetAsync(HubBehindProxies.Receiver, "/postbus")).Status);
    }

    private static async Task<(string Address, HttpAnswer Answer, TimeSpan Took)> AskAsync(
        HubBehindProxies hub,
        string method,
        string address
    )
    {
        var path = address
            .Replace("{id}", hub.Id, StringComparison.Ordinal)
            .Replace("{kenmerk}", $"{Guid.NewGuid():N}", StringComparison.Ordinal);
        var isPost = method == "POST" && address == "/berichten";
        var content = isPost ? new ByteArrayContent(KindSamples.Good("JW301", HubBehindProxies.Sender, HubBehindProxies.Receiver)) : null;
        if (content is not null)
        {
            content.Headers.ContentType = new("application/xml");
        }
        var begin = Stopwatch.GetTimestamp();
        var answer = await hub.SendAsync(
            new HttpMethod(method),
            path,
            isPost ? HubBehindProxies.Sender : HubBehindProxies.Receiver,
            content
        );
        return ($"{method} {address}", answer, Stopwatch.GetElapsedTime(begin));
    }
}
