using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>A hub whose storage can stop answering, with a bericht that lies in a postbus over HTTP.</summary>
public sealed class HubBehindProxies : HubOmgeving
{
    public const string Sender = "0503";
    public const string Receiver = "90000004";

    private readonly string _connection;
    private readonly StallingProxy[] _proxies;

    public HubBehindProxies(Azurite azurite)
        : base(azurite) => (_connection, _proxies) = StallingProxy.Before(Opslag);

    internal string Xml { get; } = Encoding.UTF8.GetString(Soortvoorbeelden.Goed("JW301", Sender, Receiver));

    internal string Id { get; private set; } = "";

    internal override IReadOnlyDictionary<string, string> MeerInstellingen => new Dictionary<string, string> { ["Opslag"] = _connection };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Id = (await PostAsync(Sender, Xml)).Veld("berichtId");
        await VerwerkAllesAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var proxy in _proxies) await proxy.DisposeAsync();
    }

    internal void Stall()
    {
        foreach (var proxy in _proxies) proxy.Stall();
    }
}

/// <summary>Storage that hangs: every caller knows within 20 seconds that it is to come back later, whatever it asked.</summary>
public sealed class HangingStorageTests(HubBehindProxies hub) : IClassFixture<HubBehindProxies>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] WithoutStorage = ["/controle", "/health/live", "/openapi.json"];

    [Fact]
    public async Task Every_address_says_503_with_Retry_After_within_20_seconds()
    {
        var addresses = hub.Diensten.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(address => !WithoutStorage.Contains(address.RoutePattern.RawText))
            .SelectMany(address => address.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (address, method) => (Method: method, Path: address.RoutePattern.RawText!))
            .ToList();
        Assert.Contains(("GET", "/postbus"), addresses);
        hub.Stall();

        var answers = await Task.WhenAll(addresses.Select(AskAsync));

        Assert.All(answers, answer => Assert.Equal((answer.Address, 503), (answer.Address, answer.Answer.Status)));
        Assert.All(answers, answer => Assert.InRange(int.Parse(answer.Answer.Koppen["Retry-After"], CultureInfo.InvariantCulture), 1, 60));
        Assert.All(answers, answer => Assert.True(answer.Took < Patience, $"{answer.Address} took {answer.Took}"));
        foreach (var path in WithoutStorage[1..]) Assert.Equal(200, (await hub.GetAsync(null!, path)).Status);
        Assert.Equal(200, (await hub.PostAsync(HubBehindProxies.Sender, hub.Xml, "/controle")).Status);
    }

    private async Task<(string Address, Antwoord Answer, TimeSpan Took)> AskAsync((string Method, string Path) address)
    {
        var path = address.Path.Replace("{id}", hub.Id, StringComparison.Ordinal);
        var isPost = address is { Method: "POST", Path: "/berichten" };
        var content = isPost ? new StringContent(hub.Xml.Replace("<i:Identificatie>", "<i:Identificatie>A", StringComparison.Ordinal), Encoding.UTF8, "application/xml") : null;
        var begin = Stopwatch.GetTimestamp();
        var answer = await hub.StuurAsync(new HttpMethod(address.Method), path, isPost ? HubBehindProxies.Sender : HubBehindProxies.Receiver, content);
        return ($"{address.Method} {address.Path}", answer, Stopwatch.GetElapsedTime(begin));
    }
}
