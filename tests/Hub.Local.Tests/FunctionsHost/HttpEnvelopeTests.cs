using System.Net;
using System.Text;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>HTTP without enableProxyingHttpRequest, and why the hub does not use it.</summary>
public sealed class HttpEnvelopeTests
{
    private const string Function = """
        { "bindings": [
          { "type": "httpTrigger", "direction": "in", "name": "req", "route": "api/echo/{id}" },
          { "type": "http", "direction": "out", "name": "res" } ] }
        """;

    [Fact]
    public async Task The_request_comes_as_an_envelope_and_the_answer_from_the_output()
    {
        await using var host = await StartAsync(
            """{ "outputs": { "RES": { "statusCode": "201", "headers": { "X-Own": "yes" }, "body": { "a": 1 } } } }""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/echo/5?x=1&x=2&y=z%20q")
        {
            Content = new StringContent("""{"hello":"wörld"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-functions-key", "key");
        request.Headers.Add("X-Api", ["one", "two"]);
        using var response = await host.Http.SendAsync(request, Patience.Token);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("yes", response.Headers.GetValues("X-Own").Single());
        Assert.Equal("{\n  \"a\": 1\n}", (await response.Content.ReadAsStringAsync(Patience.Token)).ReplaceLineEndings("\n"));

        var call = await host.Control.NextAsync();
        var req = call.Envelope.GetProperty("Data").GetProperty("req");
        Assert.Equal(new Uri(host.Host.HttpAddress, "/api/echo/5?x=1&x=2&y=z%20q").AbsoluteUri, req.GetProperty("Url").GetString());
        Assert.Equal("""{"x":"1,2","y":"z q"}""", req.GetProperty("Query").GetRawText());
        Assert.Equal("""{"id":"5"}""", req.GetProperty("Params").GetRawText());
        Assert.Equal("""{"hello":"wörld"}""", req.GetProperty("Body").GetString());
        Assert.Equal("""["one, two"]""", req.GetProperty("Headers").GetProperty("X-Api").GetRawText());
        Assert.Equal("Function", req.GetProperty("Identities")[0].GetProperty("Claims")[0].GetProperty("Value").GetString());
        Assert.StartsWith(
            """{"hello":"\"wörld\"","x":"\"2\"","y":"\"z q\"","id":"\"5\"","Query":{"x":"2","y":"z q"},"Headers":{""", call.Metadata.GetRawText());
    }

    [Fact]
    public async Task A_chunked_body_is_dropped_and_a_failure_says_nothing()
    {
        await using var host = await StartAsync("not json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/echo/5") { Content = new StringContent("lost") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("x-functions-key", "key");
        using var response = await host.Http.SendAsync(request, Patience.Token);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("not json", await response.Content.ReadAsStringAsync(Patience.Token), StringComparison.Ordinal);
        Assert.False((await host.Control.NextAsync()).Envelope.GetProperty("Data").GetProperty("req").TryGetProperty("Body", out _));
    }

    [Fact]
    public async Task Bytes_come_as_base64()
    {
        await using var host = await StartAsync("{}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/echo/5") { Content = new ByteArrayContent([1, 2]) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.Add("x-functions-key", "key");
        using var response = await host.Http.SendAsync(request, Patience.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("AQI=", (await host.Control.NextAsync()).Envelope.GetProperty("Data").GetProperty("req").GetProperty("Body").GetString());
    }

    private static Task<HostUnderTest> StartAsync(string reply) =>
        HostUnderTest.StartAsync(
            new AppFolder(AppFolder.HostJson(proxying: false)).With("HttpEcho", Function),
            configure: options => options with { FunctionKey = "key" },
            onCall: _ => Task.FromResult(new Instruction(200, reply)));
}
