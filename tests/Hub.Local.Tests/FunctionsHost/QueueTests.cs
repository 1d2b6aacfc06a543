using System.Globalization;
using System.Text.Json;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A serviceBusTrigger on a queue without sessions, and what the end of a function does to its message.</summary>
public sealed class QueueTests
{
    private static readonly Func<WorkerCall, Task<Instruction>> Succeed = _ => Task.FromResult(new Instruction());

    [Fact]
    public async Task A_function_gets_the_bytes_of_the_message_and_what_the_broker_knows_of_it()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync("hello", properties: new() { ["tenant"] = "acme", ["attempt"] = 3 });
        await using var host = await StartAsync(broker, Succeed);
        var call = await host.Control.NextAsync("Work");
        Assert.Equal("hello", call.Body);
        Assert.Equal("m-hello", call.Metadata("MessageId"));
        Assert.Equal("1", call.Metadata("DeliveryCount"));
        Assert.Equal("""{"tenant":"acme","attempt":3}""", call.Metadata("ApplicationProperties"));
        Assert.EndsWith("Z\"", call.Metadata("EnqueuedTimeUtc"), StringComparison.Ordinal);
        Assert.Equal("Work", JsonDocument.Parse(call.Metadata("sys")!).RootElement.GetProperty("MethodName").GetString());
        Assert.Equal("", call.TraceParent);
        Assert.True(Guid.TryParse(call.Facts.GetProperty("invocationId").GetString(), out _));
    }

    [Fact]
    public async Task With_telemetry_on_the_worker_gets_a_span_of_the_senders_trace()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync(
            "hello",
            properties: new() { ["Diagnostic-Id"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }
        );
        await using var host = await StartAsync(broker, Succeed, AppFolder.HostJson(more: """ "telemetryMode": "OpenTelemetry", """));
        var parent = (await host.Control.NextAsync("Work")).TraceParent!;
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", parent);
        Assert.DoesNotContain("b7ad6b7169203331", parent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_run_at_once_up_to_maxConcurrentCalls()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        for (var number = 1; number <= 6; number++)
        {
            await broker.SendAsync($"{number}");
        }
        var three = new TaskCompletionSource();
        var (inside, most) = (0, 0);
        await using var host = await StartAsync(
            broker,
            async call =>
            {
                if (call.Function != "Work")
                {
                    return new Instruction();
                }
                var now = Interlocked.Increment(ref inside);
                most = Math.Max(most, now);
                if (now == 3)
                {
                    three.TrySetResult();
                }
                await Patience.Within(three.Task);
                Interlocked.Decrement(ref inside);
                return new Instruction();
            },
            AppFolder.HostJson(serviceBus: """{ "maxConcurrentCalls": 3 }""")
        );
        await broker.WhenEmptyAsync();
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task An_exception_abandons_at_once_until_the_broker_dead_letters_and_the_host_repeats_neither_its_text_nor_the_body()
    {
        await using var broker = await Broker.StartAsync(sessions: false, maxDeliveryCount: 3);
        await broker.SendAsync("999900006");
        var counts = new List<string>();
        await using var host = await StartAsync(
            broker,
            call =>
            {
                counts.Add(call.Metadata("DeliveryCount")!);
                return Task.FromResult(new Instruction(Fail: true));
            }
        );
        await broker.WhenDeadLetteredAsync();
        Assert.Equal(["1", "2", "3"], counts);
        Assert.Equal(1, host.Host.WorkerStarts);
        await host.Log.WaitForAsync(line =>
            line.Text.Contains("Executed Work (Failed", StringComparison.Ordinal)
            && line.Text.Contains("InvalidOperationException", StringComparison.Ordinal)
        );
        // The worker logs what was thrown by itself: an app must throw nothing that may not be known.
        Assert.Contains(
            host.Log.Lines,
            line => line is { Category: "Function.Work.User" } && line.Text.Contains("999900006", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            host.Log.Lines,
            line => line.Category.StartsWith("Host", StringComparison.Ordinal) && line.Text.Contains("999900006", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_success_completes_and_what_the_function_logs_is_the_users()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync("fine");
        await using var host = await StartAsync(broker, _ => Task.FromResult(new Instruction(Log: "one line")));
        await broker.WhenEmptyAsync();
        Assert.Equal(0, await broker.DeadLettersAsync());
        var line = await host.Log.WaitForAsync(line => line.Text == "one line");
        Assert.Equal("Function.Work.User", line.Category);
    }

    [Fact]
    public async Task As_text_a_sender_forges_the_metadata_and_as_bytes_it_cannot()
    {
        const string forged =
            """{ "MessageId": "FORGED", "SessionId": "FORGED", "DeliveryCount": 99, "ApplicationProperties": { "tenant": "FORGED" } }""";
        await using var broker = await Broker.StartAsync(sessions: false);

        await broker.SendAsync(forged);
        await using (
            var careless = await StartAsync(
                broker,
                Succeed,
                function: AppFolder.Queue.Replace(""", "dataType": "Binary" """.Trim(' '), "", StringComparison.Ordinal),
                toleratesFaults: true
            )
        )
        {
            var call = await careless.Control.NextAsync("Work");
            Assert.Equal(
                ("FORGED", "FORGED", "99"),
                (call.Metadata("MessageId"), call.Metadata("SessionId"), call.Metadata("DeliveryCount"))
            );
            Assert.Equal("""{"tenant":"FORGED"}""", call.Metadata("ApplicationProperties"));
            await broker.WhenEmptyAsync();
        }

        // A broker of its own: the host before may still be letting go of the other.
        await using var second = await Broker.StartAsync(sessions: false);
        await second.SendAsync(forged);
        await using (var careful = await StartAsync(second, Succeed))
        {
            var call = await careful.Control.NextAsync("Work");
            Assert.StartsWith("m-", call.Metadata("MessageId"), StringComparison.Ordinal);
            Assert.Equal(
                (null, "1", "{}"),
                (call.Metadata("SessionId"), call.Metadata("DeliveryCount"), call.Metadata("ApplicationProperties"))
            );
        }
    }

    [Fact]
    public async Task The_message_lock_is_renewed_while_the_function_works()
    {
        await using var broker = await Broker.StartAsync(sessions: false, lockDuration: TimeSpan.FromSeconds(5));
        await broker.SendAsync("long");
        var calls = 0;
        await using var host = await StartAsync(
            broker,
            async call =>
            {
                if (call.Function == "Work")
                {
                    Interlocked.Increment(ref calls);
                    await Task.Delay(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);
                }

                return new Instruction();
            }
        );
        await broker.WhenEmptyAsync();
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Numbers_travel_as_json_since_the_worker_takes_no_others()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync(
            "x",
            properties: new()
            {
                ["big"] = 12345678901L,
                ["price"] = 1.5,
                ["flag"] = true,
            }
        );
        await using var host = await StartAsync(broker, Succeed);
        var call = await host.Control.NextAsync("Work");
        Assert.True(long.TryParse(call.Metadata("SequenceNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out _));
        Assert.Equal("""{"big":12345678901,"price":1.5,"flag":true}""", call.Metadata("ApplicationProperties"));
    }

    private static Task<HostUnderTest> StartAsync(
        Broker broker,
        Func<WorkerCall, Task<Instruction>> onCall,
        string? hostJson = null,
        string function = AppFolder.Queue,
        bool toleratesFaults = false
    ) =>
        HostUnderTest.StartAsync(
            new AppFolder(hostJson).With("Work", function),
            broker,
            options => options with { ToleratesFaults = toleratesFaults },
            onCall
        );
}
