using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>
/// What the listener itself refuses, before any function could see it: a problem with an id that stands in the log, and nothing of the
/// request.
/// </summary>
public sealed class UnreadableRequestTests(UnreadableRequestTests.QuickHost fixture) : IClassFixture<UnreadableRequestTests.QuickHost>
{
    private const string Secret = "999900006";
    private const string Host = "Host: localhost\r\n";

    public static TheoryData<string, string, int, string> Requests =>
        new()
        {
            { "a request line that is none", Secret + "\r\n\r\n", 400, "onjuist-verzoek" },
            { "an address with a zero byte", $"GET /echo/%00{Secret} HTTP/1.1\r\n{Host}\r\n", 400, "onjuist-verzoek" },
            { "a header without a colon", $"GET /echo/x HTTP/1.1\r\n{Host}{Secret}\r\n\r\n", 400, "onjuist-verzoek" },
            { "no Host", $"GET /echo/{Secret} HTTP/1.1\r\n\r\n", 400, "onjuist-verzoek" },
            { "two hosts", $"GET /echo/{Secret} HTTP/1.1\r\n{Host}{Host}\r\n", 400, "onjuist-verzoek" },
            { "a length that is none", $"POST /echo/x HTTP/1.1\r\n{Host}Content-Length: x{Secret}\r\n\r\n", 400, "onjuist-verzoek" },
            { "an authority as the address", $"GET {Secret}:80 HTTP/1.1\r\n{Host}\r\n", 405, "verkeerde-methode" },
            { "headers that do not end in time", $"GET /echo/{Secret} HTTP/1.1\r\nX-Slow: ", 408, "te-traag" },
            { "no length", $"POST /echo/{Secret} HTTP/1.0\r\n{Host}\r\n", 400, "onjuist-verzoek" },
            { "too long an address", $"GET /echo/{Secret}{new string('a', 9000)} HTTP/1.1\r\n{Host}\r\n", 414, "adres-te-lang" },
            { "too many headers", $"GET /echo/x HTTP/1.1\r\n{Host}{Repeat($"X-{Secret}: 1\r\n", 101)}\r\n", 431, "headers-te-groot" },
            { "too much in headers", $"GET /echo/x HTTP/1.1\r\n{Host}X-Large: {Repeat(Secret, 4000)}\r\n\r\n", 431, "headers-te-groot" },
            { "a version that is none", $"GET /echo/{Secret} HTTP/3.7\r\n{Host}\r\n", 505, "onbekende-versie" },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task What_the_listener_refuses_is_a_problem_with_an_id_that_stands_in_the_log(
        string what,
        string request,
        int status,
        string type
    )
    {
        var (answered, head, body) = await SendAsync(request);

        Assert.Equal((what, status), (what, answered));
        await AssertProblemAsync(head, body, status, type);
        Assert.Contains($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n", head, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", head, StringComparison.Ordinal);
        Assert.Equal(status == 405, head.Contains("Allow: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_asked_of_a_function_stands_in_no_log_either()
    {
        using var answer = await fixture.Host.Http.GetAsync($"/echo/{Secret}?identificatie={Secret}", Patience.Token);
        await fixture.Host.Log.WaitForAsync(line => line.Text.StartsWith("Executed Api", StringComparison.Ordinal));

        Assert.DoesNotContain(fixture.Host.Log.Lines, line => line.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_too_slow_is_a_problem_too()
    {
        var (status, head, body) = await SendAsync($"POST /echo/x HTTP/1.1\r\n{Host}Content-Length: 1000\r\n\r\n{Secret}");

        // As whatever the real host could not read whole.
        Assert.Equal(500, status);
        await AssertProblemAsync(head, body, status, "storing");
    }

    [Fact]
    public async Task A_HEAD_that_is_refused_has_the_id_in_its_head_and_no_body()
    {
        var (status, head, body) = await SendAsync($"HEAD /echo/x HTTP/1.1\r\n{Host}{Repeat("X-Many: 1\r\n", 101)}\r\n");

        Assert.Equal((431, ""), (status, body));
        await fixture.Host.Log.WaitForAsync(line => line.Text.Contains(InstanceOf(head), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_before_it_on_the_same_connection_come_whole()
    {
        var (status, _, rest) = await SendAsync($"GET /no-such-address HTTP/1.1\r\n{Host}\r\nGET /echo/%00 HTTP/1.1\r\n{Host}\r\n");

        Assert.Equal(404, status);
        var second = rest[rest.IndexOf("HTTP/1.1 400 ", StringComparison.Ordinal)..].Split("\r\n\r\n");
        await AssertProblemAsync(second[0] + "\r\n", second[1], 400, "onjuist-verzoek");
    }

    private async Task AssertProblemAsync(string head, string body, int status, string type)
    {
        Assert.Contains("Content-Type: application/problem+json\r\n", head, StringComparison.Ordinal);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(
            ("urn:ijw-hub:probleem:" + type, status),
            (problem.GetProperty("type").GetString(), problem.GetProperty("status").GetInt32())
        );
        var instance = problem.GetProperty("instance").GetString()!;
        Assert.Equal(InstanceOf(head), instance);
        var line = await fixture.Host.Log.WaitForAsync(line => line.Text.Contains(instance, StringComparison.Ordinal));
        Assert.Contains($"{status}", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Secret,
            head + body + string.Join('\n', fixture.Host.Log.Lines.Select(line => line.Text)),
            StringComparison.Ordinal
        );
    }

    private static string InstanceOf(string head)
    {
        var line = head.Split("\r\n").Single(line => line.StartsWith("Problem-Instance: urn:uuid:", StringComparison.Ordinal));
        return line["Problem-Instance: ".Length..];
    }

    private async Task<(int Status, string Head, string Body)> SendAsync(string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", fixture.Host.Host.HttpAddress.Port, Patience.Token);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Patience.Token);
        using var reader = new StreamReader(stream);
        var parts = (await reader.ReadToEndAsync(Patience.Token)).Split("\r\n\r\n", 2);
        return (int.Parse(parts[0].Split(' ')[1]), parts[0] + "\r\n", parts[1]);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>One host for all tests of this class, that waits for headers no longer than it must.</summary>
    public sealed class QuickHost : IAsyncLifetime
    {
        internal HostUnderTest Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Host = await HostUnderTest.StartAsync(
                new AppFolder().With("Api", AppFolder.HttpAll),
                configure: options => options with { RequestHeadersTimeout = TimeSpan.FromSeconds(2) }
            );

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
