using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>HTTP with enableProxyingHttpRequest: the handler sees the request as it was sent.</summary>
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
    public async Task The_handler_gets_the_invocation_id_and_who_asked_what()
    {
        var echo = await Host.Http.GetFromJsonAsync<JsonElement>("/echo/headers", Patience.Token);
        var headers = echo.GetProperty("headers");
        Assert.True(headers.GetProperty("x-ms-invocation-id")[0].TryGetGuid(out _));
        Assert.Equal(Host.Host.HttpAddress.Authority, headers.GetProperty("X-Forwarded-Host")[0].GetString());
        Assert.Equal("http", headers.GetProperty("X-Forwarded-Proto")[0].GetString());
        Assert.Equal("127.0.0.1", headers.GetProperty("X-Forwarded-For")[0].GetString());
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
    public async Task A_chunked_upload_reaches_the_handler_while_it_is_sent()
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
    public async Task An_upload_larger_than_the_host_takes_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = new LongContent(104_857_601) };
        request.Headers.ExpectContinue = true;
        using var response = await Host.Http.SendAsync(request, Patience.Token);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
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
    public async Task The_handlers_output_is_logged_as_the_console_of_the_function()
    {
        await Host.Http.GetAsync("/say", Patience.Token);
        var said = await Host.Log.WaitForAsync(line => line.Text == "said on stdout");
        var erred = await Host.Log.WaitForAsync(line => line.Text == "said on stderr");
        Assert.Equal(("Host.Function.Console", Microsoft.Extensions.Logging.LogLevel.Information), (said.Category, said.Level));
        Assert.Equal(("Host.Function.Console", Microsoft.Extensions.Logging.LogLevel.Error), (erred.Category, erred.Level));
    }

    [Fact]
    public async Task The_handler_gets_the_contracts_environment_and_its_expanded_arguments()
    {
        var environment = await Host.Http.GetFromJsonAsync<Dictionary<string, string>>("/environment", Patience.Token);
        Assert.NotNull(environment);
        Assert.Equal(environment["FUNCTIONS_CUSTOMHANDLER_PORT"], environment["FUNCTIONS_HTTPWORKER_PORT"]);
        Assert.Equal(environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"], environment["FUNCTIONS_HTTPWORKER_ID"]);
        Assert.True(Directory.Exists(environment["FUNCTIONS_APP_ROOT_PATH"]));
        Assert.Equal("value", environment["A_SETTING"]);
        Assert.Equal(Host.Host.HttpAddress.GetLeftPart(UriPartial.Authority), environment["ASPNETCORE_URLS"]);
        Assert.Equal(new List<string> { "--x", "value" }, await Host.Http.GetFromJsonAsync<List<string>>("/arguments", Patience.Token));
    }

    /// <summary>One host for all tests of this class.</summary>
    public sealed class ProxyHost : IAsyncLifetime
    {
        internal HostUnderTest Host { get; private set; } = null!;

        internal Task OnStreamed { get; set; } = Task.CompletedTask;

        public async ValueTask InitializeAsync() =>
            Host = await HostUnderTest.StartAsync(
                new AppFolder(AppFolder.HostJson(arguments: """["--x", "%A_SETTING%"]""")).With("Api", AppFolder.HttpAll),
                configure: options => options with
                {
                    AppSettings = new Dictionary<string, string>(options.AppSettings) { ["A_SETTING"] = "value" },
                },
                onCall: async call =>
                {
                    if (call.Function == "streamed")
                        await OnStreamed;
                    return new Instruction();
                });

        internal async Task<HandlerCall> NextAsync(string what)
        {
            while (true)
            {
                var call = await Host.Control.NextAsync();
                if (call.Function == what)
                    return call;
            }
        }

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
