using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Hub.Local.Samples;
using Hub.Local.Starting;

namespace EndToEnd.Worker;

/// <summary>The app as a worker in a process of its own: what it answers through the host, where it listens, and how it ends.</summary>
public sealed class WorkerTests(WorkerHub hub) : IClassFixture<WorkerHub>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/elders", 404, "niet-gevonden")]
    [InlineData("PUT", "/berichten", 405, "verkeerde-methode")]
    [InlineData("POST", "/VerwerkBericht", 404, "niet-gevonden")]
    [InlineData("GET", "/berichten/0503-00112233445566778899aabbccddeeff", 401, "niet-aangemeld")]
    public async Task Whatever_goes_wrong_is_one_problem(string method, string path, int status, string problem)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await hub.Http.SendAsync(request, Stop);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal("urn:ijw-hub:probleem:" + problem, body.RootElement.GetProperty("type").GetString());
        Assert.Contains("nosniff", answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task HEAD_is_GET_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/health/live");
        using var answer = await hub.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_what_a_bericht_may_be_is_a_413_also_past_what_Kestrel_takes_by_itself(bool chunked)
    {
        // 31 MB: over the 25 MB of a bericht and over the 30,000,000 bytes that Kestrel takes when nothing is set, under what the host
        // takes.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/controle") { Content = new ByteArrayContent(Of(31 * 1024 * 1024)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", hub.Token);
        using var answer = await hub.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_large_bericht_in_chunks_streams_and_leaves_the_app_as_small_as_it_was()
    {
        var bericht = Of(24 * 1024 * 1024);
        await CheckAsync();
        var before = Resident();
        for (var time = 0; time < 3; time++)
        {
            await CheckAsync();
        }

        // Whole in memory once it would be more than this.
        Assert.InRange(Resident() - before, long.MinValue, 24 * 1024 * 1024);

        async Task CheckAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/controle") { Content = new ByteArrayContent(bericht) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
            request.Headers.TransferEncodingChunked = true;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", hub.Token);
            using var answer = await hub.Http.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task It_listens_on_loopback_only_whatever_ASPNETCORE_URLS_says_and_a_call_past_the_host_reaches_no_function()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Where a process listens is read from /proc.");
        var listens = Listening(hub.Environment.Host.WorkerProcessId!.Value);

        Assert.All(listens, end => Assert.True(IPAddress.IsLoopback(end.Address), $"{end}"));
        Assert.DoesNotContain(WorkerHub.OtherPort, listens.Select(end => end.Port));
        // Straight to the worker, without an invocation that the host announced.
        using var past = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{listens.First().Port}"), Timeout = Patience.Longest };
        using var answer = await past.GetAsync(new Uri("/health/live", UriKind.Relative), Stop);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_worker_answers_a_ping() => await hub.Environment.Host.PingWorkerAsync(Stop);

    // White space after the document is as good as any.
    private static byte[] Of(int bytes)
    {
        var bericht = new byte[bytes];
        Array.Fill(bericht, (byte)' ');
        LargeDeclaratie.Make("90000001", "0503", 1024 * 1024).CopyTo(bericht, 0);
        return bericht;
    }

    private long Resident()
    {
        var line = File.ReadLines($"/proc/{hub.Environment.Host.WorkerProcessId}/status")
            .Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    private static List<IPEndPoint> Listening(int processId)
    {
        var sockets = Directory
            .EnumerateFiles($"/proc/{processId}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet();
        return
        [
            .. ((string[])["tcp", "tcp6"])
                .SelectMany(kind => File.ReadLines($"/proc/net/{kind}").Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[3] == "0A" && sockets.Contains(fields[9]))
                .Select(fields => End(fields[1])),
        ];
    }

    // 0100007F:1F90, each group of four bytes reversed.
    private static IPEndPoint End(string text)
    {
        var (address, port) = (Convert.FromHexString(text.Split(':')[0]), Convert.ToInt32(text.Split(':')[1], 16));
        for (var at = 0; at < address.Length; at += 4)
        {
            Array.Reverse(address, at, 4);
        }
        return new IPEndPoint(new IPAddress(address), port);
    }
}

/// <summary>A hub to look at its worker.</summary>
public sealed class WorkerHub : IAsyncLifetime
{
    /// <summary>A port that ASPNETCORE_URLS names and nobody may listen on.</summary>
    public const int OtherPort = 7999;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("worker-");

    public LocalHub Environment { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Environment = await LocalHub.StartAsync(
            Environments.Options(_folder.FullName) with
            {
                AppSettings = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://0.0.0.0:{OtherPort}" },
            },
            TestContext.Current.CancellationToken
        );
        Http = new HttpClient { BaseAddress = Environment.Host.HttpAddress, Timeout = Patience.Longest };
        Token = Environment.Access.GiveToken(Environment.Deelnemers.All[0], TimeSpan.FromHours(1));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Environment.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
