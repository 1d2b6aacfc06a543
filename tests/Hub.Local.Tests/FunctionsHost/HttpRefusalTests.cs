using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>What the host refuses by itself, or answers for an app that is not there: a problem with a body, as the app's own.</summary>
public sealed class HttpRefusalTests
{
    private const string OnlyGet = """
        { "type": "httpTrigger", "direction": "In", "name": "req", "route": "echo/{*pad}", "methods": ["get"], "authLevel": "Function" },
        { "type": "http", "direction": "Out", "name": "$return" }
        """;

    [Fact]
    public async Task An_app_that_is_lost_during_a_request_is_503_with_Retry_After()
    {
        await using var host = await StartAsync();
        host.Control.OnCall = async _ =>
        {
            using var app = Process.GetProcessById(host.Host.WorkerProcessId!.Value);
            app.Kill();
            await app.WaitForExitAsync(Patience.Token);
            return new Instruction();
        };
        using var answer = await host.Http.GetAsync("/hang", Patience.Token);
        await AssertProblemAsync(answer, HttpStatusCode.ServiceUnavailable, "tijdelijk-niet-mogelijk");
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task An_app_that_is_not_started_again_is_503_with_Retry_After()
    {
        await using var host = await StartAsync();
        using var ending = await host.Http.GetAsync("/exit/0", Patience.Token);
        await host.Log.WaitForAsync(line => line.Text.Contains("exited with code 0", StringComparison.Ordinal));
        using var answer = await host.Http.PostAsync("/echo/x", new StringContent("<Bericht/>"), Patience.Token);
        await AssertProblemAsync(answer, HttpStatusCode.ServiceUnavailable, "tijdelijk-niet-mogelijk");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_address_a_method_and_a_key_that_the_host_refuses_are_told()
    {
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Api", OnlyGet),
            configure: options => options with { FunctionKey = "key" }
        );
        using var elsewhere = await host.Http.GetAsync("/elsewhere", Patience.Token);
        await AssertProblemAsync(elsewhere, HttpStatusCode.NotFound, "niet-gevonden");
        using var admin = await host.Http.GetAsync("/admin/functions", Patience.Token);
        await AssertProblemAsync(admin, HttpStatusCode.NotFound, "niet-gevonden");
        using var method = await host.Http.DeleteAsync("/echo/x?code=key", Patience.Token);
        await AssertProblemAsync(method, HttpStatusCode.NotFound, "niet-gevonden");
        using var unknown = await host.Http.GetAsync("/echo/x", Patience.Token);
        await AssertProblemAsync(unknown, HttpStatusCode.Unauthorized, "niet-aangemeld");
    }

    [Fact]
    public async Task What_the_app_answered_passes_through_however_empty()
    {
        await using var host = await StartAsync();
        using var answer = await host.Http.GetAsync("/no-such-address", Patience.Token);
        Assert.Equal((HttpStatusCode.NotFound, null), (answer.StatusCode, answer.Content.Headers.ContentType));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Patience.Token));
    }

    private static Task<HostUnderTest> StartAsync(TimeSpan? headers = null) =>
        HostUnderTest.StartAsync(
            new AppFolder().With("Api", AppFolder.HttpAll),
            configure: options => options with { RequestHeadersTimeout = headers ?? options.RequestHeadersTimeout }
        );

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        Assert.Equal(
            (status, new MediaTypeHeaderValue("application/problem+json")),
            (answer.StatusCode, answer.Content.Headers.ContentType)
        );
        AssertProblem(await answer.Content.ReadAsStringAsync(Patience.Token), (int)status, type);
    }

    private static void AssertProblem(string body, int status, string type)
    {
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(
            ("urn:ijw-hub:probleem:" + type, status),
            (problem.GetProperty("type").GetString(), problem.GetProperty("status").GetInt32())
        );
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
    }
}
