using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Hub.Functions.Api;
using Hub.Functions.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Api;

/// <summary>Everything that goes wrong is one problem+json, with an id that stands in the log and nothing of the request.</summary>
public sealed class ProblemTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Secret = "999900006";

    [Theory]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "//", 404)]
    [InlineData("GET", "/999900006", 404)]
    [InlineData("GET", "/berichten/999900006", 404)]
    [InlineData("GET", "/berichten/999900006/inhoud", 404)]
    [InlineData("GET", "/berichten/%zz999900006", 404)]
    [InlineData("GET", "/berichten/999900006\u0001", 404)]
    [InlineData("GET", "/berichten/%2F%2e%2E%5c999900006", 404)]
    [InlineData("GET", "/berichten/%E2%82%AC999900006", 404)]
    [InlineData("GET", "/berichten/999900006?x=%zz%00", 404)]
    [InlineData("GET", "/postbus?na=999900006", 400)]
    [InlineData("GET", "/postbus?aantal=999900006", 400)]
    [InlineData("DELETE", "/postbus/999900006", 404)]
    [InlineData("PUT", "/berichten", 405)]
    [InlineData("TRACE", "/postbus", 405)]
    [InlineData("X999900006", "/postbus", 405)]
    [InlineData("OPTIONS", "/berichten", 405)]
    [InlineData("POST", "/health/live", 405)]
    [InlineData("POST", "/berichten", 415)]
    public async Task Whatever_is_asked_the_answer_has_an_id_that_stands_in_the_log(string method, string path, int status)
    {
        var answer = await RawAsync($"{method} {path} HTTP/1.1\r\n{Headers}Content-Length: 0\r\n\r\n");

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Type));
        var problem = JsonSerializer.Deserialize<JsonElement>(answer.Body);
        var instance = problem.GetProperty("instance").GetString()!;
        Assert.StartsWith("urn:uuid:", instance, StringComparison.Ordinal);
        Assert.Contains($"Problem-Instance: {instance}\r\n", answer.Head, StringComparison.Ordinal);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("urn:ijw-hub:probleem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            problem.GetProperty("type").GetString()!,
            Assert.Single(hub.Log.Rules, line => line.Contains(instance, StringComparison.Ordinal))
        );
        Assert.DoesNotContain(Secret, answer.Body + string.Join('\n', hub.Log.Rules), StringComparison.Ordinal);
        if (status == 405)
        {
            Assert.Contains("Allow: ", answer.Head, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_HEAD_that_fails_has_the_id_in_a_header()
    {
        var answer = await hub.SendAsync(HttpMethod.Head, "/nergens", condition: null);

        Assert.Equal((404, ""), (answer.Status, answer.Text));
        Assert.Contains(hub.Log.Rules, line => line.Contains(answer.Headers["Problem-Instance"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_breaks_off_or_is_framed_wrongly_is_a_problem_too()
    {
        var broken = await RawAsync(
            $"POST /berichten HTTP/1.1\r\n{Headers}Content-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
        );

        Assert.Equal((400, "application/problem+json"), (broken.Status, broken.Type));
        Assert.Contains("urn:ijw-hub:probleem:onjuist-verzoek", broken.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line")]
    [InlineData("count")]
    [InlineData("size")]
    public async Task What_the_host_lets_through_is_never_too_large_for_the_app_with_what_the_host_adds(string what)
    {
        // The host takes a line of 8 KB, 100 headers and 32 KB of them.
        var line = "/nergens" + new string('a', what == "line" ? 20_000 : 0);
        var headers = what switch
        {
            "count" => string.Concat(Enumerable.Repeat("X-Many: 1\r\n", 120)),
            "size" => $"X-Large: {new string('a', 40_000)}\r\n",
            _ => "",
        };

        var answer = await RawAsync($"GET {line} HTTP/1.1\r\n{Headers}{headers}\r\n");

        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.Type));
    }

    // The host in front of the app refuses it with a body (docs/connect.md); past that host there is a bare status, and nothing of the
    // request anywhere.
    [Theory]
    [InlineData("GET /berichten/%00999900006 HTTP/1.1\r\n", 400)]
    [InlineData("GET 999900006 HTTP/1.1\r\n", 405)]
    [InlineData("999900006\r\n", 400)]
    public async Task What_is_no_HTTP_is_a_bare_refusal_that_tells_nothing(string line, int status)
    {
        var answer = await RawAsync($"{line}{Headers}\r\n");

        Assert.Equal((status, ""), (answer.Status, answer.Body));
        Assert.DoesNotContain(Secret, answer.Head + string.Join('\n', hub.Log.Rules), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "niet-gevonden")]
    [InlineData(405, "verkeerde-methode")]
    [InlineData(408, "te-traag")]
    [InlineData(413, "te-groot")]
    [InlineData(415, "geen-xml")]
    [InlineData(400, "onjuist-verzoek")]
    public async Task What_the_framework_refuses_is_told_by_its_status(int status, string problem)
    {
        var thrown = await HandleAsync(_ => throw new BadHttpRequestException("met " + Secret, status));
        var answered = await HandleAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        foreach (var (response, body) in ((HttpResponse, JsonElement)[])[thrown, answered])
        {
            Assert.Equal((status, "urn:ijw-hub:probleem:" + problem), (response.StatusCode, body.GetProperty("type").GetString()));
            Assert.Equal("application/problem+json", response.ContentType);
        }
    }

    [Theory]
    [InlineData("data", "storing", 500)]
    [InlineData("storage", "tijdelijk-niet-mogelijk", 503)]
    public async Task A_fault_of_the_hub_is_logged_under_its_id_and_can_be_tried_again(string what, string problem, int status)
    {
        var (response, body) = await HandleAsync(_ =>
            throw (what == "data" ? new InvalidDataException(Secret) : new StorageException(StorageFault.Retry, "tabel x"))
        );

        Assert.Equal((status, "urn:ijw-hub:probleem:" + problem), (response.StatusCode, body.GetProperty("type").GetString()));
        Assert.Equal("10", response.Headers.RetryAfter);
        var line = Assert.Single(hub.Log.Rules, line => line.Contains(body.GetProperty("instance").GetString()!, StringComparison.Ordinal));
        Assert.StartsWith("Error ", line, StringComparison.Ordinal);
        Assert.Contains("Exception", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    private async Task<(HttpResponse Response, JsonElement Body)> HandleAsync(RequestDelegate next)
    {
        var context = new DefaultHttpContext { RequestServices = hub.Services };
        context.Response.Body = new MemoryStream();
        await new FaultHandling(next).InvokeAsync(context);
        context.Response.Body.Position = 0;
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(
            context.Response.Body,
            cancellationToken: TestContext.Current.CancellationToken
        );
        return (context.Response, body);
    }

    private string Headers =>
        "Host: localhost\r\nX-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n"
        + $"Authorization: Bearer {hub.Issuer.Token(HubFixture.AppId(HubSamples.Aanbieder))}\r\n";

    // As it stands, past the client, which mends what is malformed.
    private async Task<(int Status, string? Type, string Head, string Body)> RawAsync(string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(hub.Http.BaseAddress!.Host, hub.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var parts = text.Split("\r\n\r\n", 2);
        const string contentType = "Content-Type: ";
        var type = parts[0]
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(contentType, StringComparison.Ordinal))
            ?[contentType.Length..];
        var body = parts[1];
        // Chunked: the one chunk stands between its length and the last.
        if (parts[0].Contains("chunked", StringComparison.Ordinal))
        {
            body = body[(body.IndexOf('\n') + 1)..body.LastIndexOf("\r\n0\r\n", StringComparison.Ordinal)];
        }
        return (int.Parse(text.Split(' ')[1]), type, parts[0] + "\r\n", body);
    }
}
