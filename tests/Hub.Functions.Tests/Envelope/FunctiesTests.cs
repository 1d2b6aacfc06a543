using System.Text.Json;
using Hub.Functions.Envelope;
using Hub.Functions.Tests.Gedeeld;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Envelope;

public sealed class FunctiesTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    [Fact]
    public void Every_function_folder_has_its_code_and_the_reverse()
    {
        var mappen = Directory.GetFiles(AppContext.BaseDirectory, "function.json", SearchOption.AllDirectories)
            .Select(bestand => Path.GetFileName(Path.GetDirectoryName(bestand)!));

        var code = hub.Diensten.GetServices<IEnvelopeFunctie>().Select(functie => functie.Naam).Append("Http");
        Assert.Equal(code.Order(StringComparer.Ordinal), mappen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Http_has_exactly_a_trigger_and_an_output_or_it_would_not_be_proxied()
    {
        var bindings = Bindings("Http");

        Assert.Equal(["httpTrigger", "http"], bindings.Select(binding => binding.GetProperty("type").GetString()));
        Assert.Equal("{*pad}", bindings[0].GetProperty("route").GetString());
        Assert.Equal("anonymous", bindings[0].GetProperty("authLevel").GetString());
    }

    [Fact]
    public void The_queue_trigger_gives_bytes_so_that_a_body_cannot_overwrite_metadata()
    {
        var binding = Assert.Single(Bindings("VerwerkBericht"));

        Assert.Equal("serviceBusTrigger", binding.GetProperty("type").GetString());
        Assert.Equal("binary", binding.GetProperty("dataType").GetString());
        Assert.True(binding.GetProperty("isSessionsEnabled").GetBoolean());
        Assert.Equal(Hub.Verwerking.WerkQueue.Naam, binding.GetProperty("queueName").GetString());
        Assert.Equal("ServiceBus", binding.GetProperty("connection").GetString());
        Assert.Equal("message", binding.GetProperty("name").GetString());
    }

    [Fact]
    public void The_host_proxies_http_without_prefix_to_an_executable_that_is_there()
    {
        var host = Lees("host.json");
        var handler = host.GetProperty("customHandler");

        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.False(handler.TryGetProperty("enableForwardingHttpRequest", out _));
        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.True(TimeSpan.TryParse(host.GetProperty("functionTimeout").GetString(), System.Globalization.CultureInfo.InvariantCulture, out _));
        var uitvoerbaar = handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        Assert.Equal(typeof(HubApp).Assembly.GetName().Name, uitvoerbaar);
    }

    private static List<JsonElement> Bindings(string functie) =>
        [.. Lees(Path.Combine(functie, "function.json")).GetProperty("bindings").EnumerateArray()];

    private static JsonElement Lees(string pad) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, pad)));
}
