using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>HTTP: the worker sees the request as it was sent, and the caller what the worker answers.</summary>
public sealed class HttpProxyTests(HttpProxyTests.ProxyHost fixture) : IClassFixture<HttpProxyTests.ProxyHost>
{
    private HostUnderTest Host => fixture.Host;

    [Fact]
    public async Task Repeated_query_parameters_and_the_path_arrive_intact()
    {
        var echo = await Host.Http.GetFromJsonAsync<JsonElement>("/echo/a%20b/c?x=1&x=2&y=z%20q", Patience.Token);
        Assert.Equal("?x=1&x=2&y=z%20q", echo.GetProperty("query").GetString());
        Assert.Equal("/echo/a b/c", echo.GetProperty("path").GetString());
    }

    [Fact]
    public async Task The_worker_gets_the_invocation_id_and_who_asked_what()
    {
        var echo = await Host.Http.GetFromJsonAsync<JsonElement>("/echo/headers", Patience.Token);
        var headers = echo.GetProperty("headers");
        Assert.True(headers.GetProperty("x-ms-invocation-id")[0].TryGetGuid(out _));
        Assert.Equal(Host.Host.HttpAddress.Authority, echo.GetProperty("host").GetString());
        Assert.Equal("http", echo.GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task A_body_with_a_length_is_read_whole_before_the_function_sees_any_of_it()
    {
        using var socket = new System.Net.Sockets.TcpClient("127.0.0.1", Host.Host.HttpAddress.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes("POST /upload/whole HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n"),
            Patience.Token
        );
        await stream.WriteAsync(new byte[100_000], Patience.Token);
        // A request that is sent whole after it is answered while the first still waits for its end.
        Assert.Equal(
            "5",
            await (await Host.Http.PostAsync("/upload/small", new ByteArrayContent(new byte[5]), Patience.Token)).Content.ReadAsStringAsync(
                Patience.Token
            )
        );
        while (await Host.Control.NextAsync() is { Function: not "small" } other)
        {
            Assert.NotEqual("whole", other.Function);
        }
        await stream.WriteAsync(new byte[100_000], Patience.Token);
        while ((await fixture.NextAsync("whole")).Facts.GetProperty("total").GetInt32() < 200_000)
        {
            // The rest comes in pieces.
        }
    }

    [Fact]
    public async Task An_exception_of_the_function_is_a_500_without_a_word()
    {
        using var response = await Host.Http.GetAsync("/throw", Patience.Token);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("999900006", await response.Content.ReadAsStringAsync(Patience.Token), StringComparison.Ordinal);
        // The worker itself logs what was thrown, so an app must throw nothing that may not be known; the host adds nothing of it.
        Assert.DoesNotContain(
            Host.Log.Lines,
            line => line.Category.StartsWith("Host", StringComparison.Ordinal) && line.Text.Contains("999900006", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_caller_that_writes_the_invocation_id_itself_hangs_and_gets_a_500()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/echo/x");
        request.Headers.Add("x-ms-invocation-id", Guid.NewGuid().ToString());
        using var response = await Host.Http.SendAsync(request, Patience.Token);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task A_caller_that_goes_away_is_known_in_the_worker()
    {
        using var gone = new CancellationTokenSource();
        var hanging = Host.Http.GetAsync("/hang", gone.Token);
        await fixture.NextAsync("hanging");
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        await fixture.NextAsync("aborted");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task A_function_without_methods_takes_every_method(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/echo/x");
        using var response = await Host.Http.SendAsync(request, Patience.Token);
        var echo = await response.Content.ReadFromJsonAsync<JsonElement>(Patience.Token);
        Assert.Equal(method, echo.GetProperty("method").GetString());
    }

    [Fact]
    public async Task A_chunked_upload_reaches_the_worker_while_it_is_sent()
    {
        var pipe = new Pipe();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = new StreamContent(pipe.Reader.AsStream()) };
        request.Headers.TransferEncodingChunked = true;
        var sending = Host.Http.SendAsync(request, Patience.Token);
        // Larger than the clients' own write buffers, as small writes wait there for more.
        const int part = 256 * 1024;
        await pipe.Writer.WriteAsync(new byte[part], Patience.Token);
        Assert.InRange((await fixture.NextAsync("uploaded")).Facts.GetProperty("total").GetInt32(), 1, part);
        await pipe.Writer.WriteAsync(new byte[part], Patience.Token);
        await pipe.Writer.CompleteAsync();
        using var response = await sending;
        Assert.Equal($"{2 * part}", await response.Content.ReadAsStringAsync(Patience.Token));
    }

    [Fact]
    public async Task A_response_reaches_the_caller_while_it_is_written()
    {
        var release = new TaskCompletionSource();
        fixture.OnStreamed = release.Task;
        using var response = await Host.Http.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead, Patience.Token);
        await using var body = await response.Content.ReadAsStreamAsync(Patience.Token);
        var first = new byte[5];
        await body.ReadExactlyAsync(first, Patience.Token);
        Assert.Equal("first", Encoding.ASCII.GetString(first));
        release.SetResult();
        using var rest = new StreamReader(body);
        Assert.Equal("second", await rest.ReadToEndAsync(Patience.Token));
    }

    [Fact]
    public async Task An_upload_larger_than_the_host_takes_is_a_500_as_on_the_real_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = new LongContent(104_857_601) };
        request.Headers.ExpectContinue = true;
        using var response = await Host.Http.SendAsync(request, Patience.Token);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory]
    [InlineData("/admin/host/status")]
    [InlineData("/runtime/webhooks/blobs")]
    public async Task The_hosts_own_paths_never_reach_a_catch_all_function(string path)
    {
        using var response = await Host.Http.PostAsync(path, null, Patience.Token);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_workers_output_is_logged_as_the_console_of_the_function()
    {
        await Host.Http.GetAsync("/say", Patience.Token);
        var said = await Host.Log.WaitForAsync(line => line.Text == "said on stdout");
        var erred = await Host.Log.WaitForAsync(line => line.Text == "said on stderr");
        Assert.Equal(("Host.Function.Console", Microsoft.Extensions.Logging.LogLevel.Information), (said.Category, said.Level));
        Assert.Equal(("Host.Function.Console", Microsoft.Extensions.Logging.LogLevel.Error), (erred.Category, erred.Level));
    }

    [Fact]
    public async Task The_worker_gets_the_contracts_environment_and_arguments()
    {
        var environment = await Host.Http.GetFromJsonAsync<Dictionary<string, string>>("/environment", Patience.Token);
        Assert.NotNull(environment);
        Assert.Equal(environment["FUNCTIONS_WORKER_DIRECTORY"], environment["FUNCTIONS_APPLICATION_DIRECTORY"]);
        Assert.True(File.Exists(Path.Combine(environment["FUNCTIONS_APPLICATION_DIRECTORY"], "worker.config.json")));
        Assert.Equal("value", environment["A_SETTING"]);
        var arguments = (await Host.Http.GetFromJsonAsync<List<string>>("/arguments", Patience.Token))!;
        string[] names =
        [
            "--host",
            "--port",
            "--workerId",
            "--requestId",
            "--grpcMaxMessageLength",
            "--functions-uri",
            "--functions-worker-id",
            "--functions-request-id",
            "--functions-grpc-max-message-length",
        ];
        Assert.Equal(names, arguments.Where((_, at) => at % 2 == 0));
        Assert.Equal(arguments[5], arguments[13]);
        Assert.Equal(new Uri($"http://{arguments[1]}:{arguments[3]}/"), new Uri(arguments[11]));
    }

    /// <summary>One host for all tests of this class.</summary>
    public sealed class ProxyHost : IAsyncLifetime
    {
        internal HostUnderTest Host { get; private set; } = null!;

        internal Task OnStreamed { get; set; } = Task.CompletedTask;

        public async ValueTask InitializeAsync() =>
            Host = await HostUnderTest.StartAsync(
                new AppFolder().With("Api", AppFolder.HttpAll),
                configure: options =>
                    options with
                    {
                        AppSettings = new Dictionary<string, string>(options.AppSettings) { ["A_SETTING"] = "value" },
                    },
                onCall: async call =>
                {
                    if (call.Function == "streamed")
                    {
                        await OnStreamed;
                    }
                    return new Instruction();
                }
            );

        internal Task<WorkerCall> NextAsync(string what) => Host.Control.NextAsync(what);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    private sealed class LongContent(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
