using System.Text;
using System.Text.Json;
using Hub.Queues;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A serviceBusTrigger on a queue without sessions, and what the handler's answers do to a message.</summary>
public sealed class QueueTests : IAsyncDisposable
{
    private readonly InProcessQueues _queues = new(TimeProvider.System);

    [Fact]
    public async Task An_invocation_has_the_real_hosts_headers_and_envelope()
    {
        _queues.Create("work", sessions: false);
        await SendAsync("hello");
        await using var host = await StartAsync(_ => Task.FromResult(new Instruction()));
        var call = await host.Control.NextAsync();
        Assert.Equal("Work", call.Function);
        Assert.Equal("Azure-Functions-Host/4.1037.0.0", call.Header("User-Agent"));
        Assert.Equal("application/json; charset=utf-8", call.Header("Content-Type"));
        Assert.Equal("chunked", call.Header("Transfer-Encoding"));
        Assert.Equal("4.1037.0.0", call.Header("X-Azure-Functions-HostVersion"));
        Assert.True(Guid.TryParse(call.Header("X-Azure-Functions-InvocationId"), out _));
        Assert.Null(call.Header("traceparent"));
        Assert.Equal("hello", call.Message);
        Assert.Equal("Work", call.Metadata.GetProperty("sys").GetProperty("MethodName").GetString());
        Assert.Equal("\"m-hello\"", call.Metadata.GetProperty("MessageId").GetString());
    }

    [Fact]
    public async Task With_telemetry_on_the_handler_gets_a_span_of_the_senders_trace()
    {
        _queues.Create("work", sessions: false);
        await SendAsync("hello", new() { ["Diagnostic-Id"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" });
        await using var host = await StartAsync(
            _ => Task.FromResult(new Instruction()), AppFolder.HostJson(more: """ "telemetryMode": "OpenTelemetry", """));
        var parent = (await host.Control.NextAsync()).Header("traceparent")!;
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", parent);
        Assert.DoesNotContain("b7ad6b7169203331", parent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_run_at_once_up_to_maxConcurrentCalls()
    {
        var queue = _queues.Create("work", sessions: false);
        for (var number = 1; number <= 6; number++)
            await SendAsync($"{number}");
        var three = new TaskCompletionSource();
        var inside = 0;
        var most = 0;
        await using var host = await StartAsync(
            async _ =>
            {
                var now = Interlocked.Increment(ref inside);
                most = Math.Max(most, now);
                if (now == 3)
                    three.TrySetResult();
                await Patience.Within(three.Task);
                Interlocked.Decrement(ref inside);
                return new Instruction();
            },
            AppFolder.HostJson(serviceBus: """{ "maxConcurrentCalls": 3 }"""));
        await _queues.WhenEmptyAsync(queue);
        Assert.Equal(3, most);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(404, "{}")]
    [InlineData(302, "{}")]
    [InlineData(200, "done")]
    [InlineData(200, "[]")]
    [InlineData(200, "{} {}")]
    public async Task Anything_but_a_2xx_with_a_json_object_abandons_until_the_broker_dead_letters(int status, string body)
    {
        var queue = _queues.Create("work", sessions: false, maxDeliveryCount: 3);
        await SendAsync("poison");
        var counts = new List<string>();
        await using var host = await StartAsync(call =>
        {
            counts.Add(call.Metadata.GetProperty("DeliveryCount").GetString()!);
            return Task.FromResult(new Instruction(status, body));
        });
        await _queues.WhenDeadLetteredAsync(queue);
        Assert.Equal(["1", "2", "3"], counts);
        Assert.Equal(1, host.Host.HandlerStarts);
    }

    [Theory]
    [InlineData(202, """{ "Outputs": {}, "Logs": ["one line"], "ReturnValue": null }""")]
    [InlineData(200, " {} ")]
    public async Task Any_2xx_with_a_json_object_completes_and_its_logs_are_the_users(int status, string body)
    {
        var queue = _queues.Create("work", sessions: false);
        await SendAsync("fine");
        await using var host = await StartAsync(_ => Task.FromResult(new Instruction(status, body)));
        await _queues.WhenEmptyAsync(queue);
        Assert.Empty(queue.DeadLetters);
        if (status == 202)
            Assert.Contains(host.Log.Lines, line => line is { Category: "Function.Work.User", Text: "one line" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\n")]
    public async Task An_empty_2xx_hangs_then_costs_the_handler_and_says_what_azure_would_do(string body)
    {
        var queue = _queues.Create("work", sessions: false);
        await SendAsync("empty");
        var calls = 0;
        await using var host = await StartAsync(
            _ => Task.FromResult(new Instruction(200, Interlocked.Increment(ref calls) == 1 ? body : "{}")));
        var first = host.Host.HandlerProcessId;
        await _queues.WhenEmptyAsync(queue);
        Assert.Equal(2, calls);
        Assert.Equal(2, host.Host.HandlerStarts);
        Assert.NotEqual(first, host.Host.HandlerProcessId);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains(
            "On Azure the invocation now hangs until functionTimeout (00:05:00)", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("exited with code", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_dataType_binary_a_sender_forges_the_metadata_and_with_it_cannot()
    {
        const string forged = """{ "MessageId": "FORGED", "SessionId": "FORGED", "DeliveryCount": 99, "ApplicationProperties": { "tenant": "FORGED" } }""";
        _queues.Create("work", sessions: false);

        await SendAsync(forged);
        await using (var careless = await StartAsync(
            _ => Task.FromResult(new Instruction()),
            function: AppFolder.Queue.Replace(""", "dataType": "binary" """.Trim(' '), "", StringComparison.Ordinal),
            toleratesFaults: true))
        {
            var metadata = (await careless.Control.NextAsync()).Metadata;
            Assert.Equal("\"FORGED\"", metadata.GetProperty("MessageId").GetString());
            Assert.Equal("\"FORGED\"", metadata.GetProperty("SessionId").GetString());
            Assert.Equal("\"99\"", metadata.GetProperty("DeliveryCount").GetString());
            Assert.Equal("FORGED", metadata.GetProperty("ApplicationProperties").GetProperty("tenant").GetString());
        }

        await SendAsync(forged);
        await using (var careful = await StartAsync(_ => Task.FromResult(new Instruction())))
        {
            var metadata = (await careful.Control.NextAsync()).Metadata;
            Assert.Equal(JsonSerializer.Serialize($"m-{forged}"), metadata.GetProperty("MessageId").GetString()!.Replace("\\\"", "\\u0022", StringComparison.Ordinal));
            Assert.False(metadata.TryGetProperty("SessionId", out _));
            Assert.Equal("1", metadata.GetProperty("DeliveryCount").GetString());
            Assert.Empty(metadata.GetProperty("ApplicationProperties").EnumerateObject());
        }
    }

    [Fact]
    public async Task The_message_lock_is_renewed_while_the_handler_works()
    {
        var queue = _queues.Create("work", sessions: false, lockDuration: TimeSpan.FromSeconds(8));
        await SendAsync("long");
        var calls = 0;
        await using var host = await StartAsync(async _ =>
        {
            Interlocked.Increment(ref calls);
            await _queues.WhenAsync(() => queue.Renewals >= 2);
            return new Instruction();
        });
        await _queues.WhenEmptyAsync(queue);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task No_body_reaches_the_log()
    {
        var queue = _queues.Create("work", sessions: false, maxDeliveryCount: 2);
        await SendAsync("999900006");
        await using var host = await StartAsync(_ => Task.FromResult(new Instruction(500, "999900006")));
        await _queues.WhenDeadLetteredAsync(queue);
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("999900006", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _queues.DisposeAsync();

    private Task SendAsync(string body, Dictionary<string, object>? properties = null) =>
        _queues.SendAsync(
            "work",
            new QueueMessage { MessageId = $"m-{body}", Body = Encoding.UTF8.GetBytes(body), Properties = properties ?? [] },
            TestContext.Current.CancellationToken);

    private Task<HostUnderTest> StartAsync(
        Func<HandlerCall, Task<Instruction>> onCall, string? hostJson = null, string function = AppFolder.Queue, bool toleratesFaults = false) =>
        HostUnderTest.StartAsync(
            new AppFolder(hostJson).With("Work", function),
            _queues,
            options => options with { EmptyReplyHang = TimeSpan.FromMilliseconds(50), ToleratesFaults = toleratesFaults },
            onCall);
}
