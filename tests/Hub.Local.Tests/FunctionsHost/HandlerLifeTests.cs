using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Hub.Local.FunctionsHost;
using Hub.Queues;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>The handler process: start, exit rules, time-outs and its end.</summary>
public sealed class HandlerLifeTests
{
    [Fact]
    public async Task A_handler_that_is_killed_is_started_again()
    {
        await using var host = await StartAsync();
        var first = host.Host.HandlerProcessId!.Value;
        Kill(first);
        await host.Host.WaitForHandlerStartAsync(2, Patience.Token);
        Assert.NotEqual(first, host.Host.HandlerProcessId);
        using var response = await host.Http.GetAsync("/echo/again", Patience.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task At_the_fourth_failure_within_30_minutes_the_host_gives_up_and_says_so()
    {
        await using var host = await StartAsync();
        for (var start = 1; start <= 4; start++)
        {
            await host.Host.WaitForHandlerStartAsync(start, Patience.Token);
            Kill(host.Host.HandlerProcessId!.Value);
        }

        var gaveUp = await Assert.ThrowsAsync<FunctionsHostException>(() => Patience.Within(host.Host.Completion));
        Assert.Contains("failed 4 times within 30 minutes", gaveUp.Message, StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("Shutting down the host", StringComparison.Ordinal));
        Assert.Equal(4, host.Host.HandlerStarts);
        Assert.Null(host.Host.HandlerProcessId);
    }

    [Fact]
    public async Task Failures_further_apart_than_30_minutes_do_not_add_up()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var host = await StartAsync(options => options with { HandlerFailureLimit = 1, TimeProvider = time });
        for (var start = 1; start <= 3; start++)
        {
            await host.Host.WaitForHandlerStartAsync(start, Patience.Token);
            Kill(host.Host.HandlerProcessId!.Value);
            await host.Log.WaitForAsync(line => host.Log.Lines.Count(other => IsExit(other)) == start && IsExit(line));
            time.Advance(TimeSpan.FromMinutes(31));
        }

        await host.Host.WaitForHandlerStartAsync(4, Patience.Token);

        static bool IsExit(LogLine line) => line.Text.Contains("exited with code 137", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_code_200_is_a_wish_and_not_a_failure()
    {
        await using var host = await StartAsync(options => options with { HandlerFailureLimit = 0 });
        for (var start = 1; start <= 2; start++)
        {
            await host.Host.WaitForHandlerStartAsync(start, Patience.Token);
            using var response = await host.Http.GetAsync("/exit/200", Patience.Token);
        }

        await host.Host.WaitForHandlerStartAsync(3, Patience.Token);
        Assert.False(host.Host.Completion.IsCompleted);
    }

    [Fact]
    public async Task Exit_code_0_counts_as_success_and_the_handler_is_not_started_again()
    {
        await using var host = await StartAsync();
        using var ending = await host.Http.GetAsync("/exit/0", Patience.Token);
        await host.Log.WaitForAsync(line => line.Text.Contains("exited with code 0", StringComparison.Ordinal));
        using var response = await host.Http.GetAsync("/echo/late", Patience.Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Null(host.Host.HandlerProcessId);
        Assert.Equal(1, host.Host.HandlerStarts);
        Assert.False(host.Host.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_handler_that_never_starts_fails_the_hosts_start()
    {
        var failed = await Assert.ThrowsAsync<FunctionsHostException>(() => StartAsync(options => options with
        {
            AppSettings = new Dictionary<string, string> { ["TEST_EXIT_AT_START"] = "3" },
        }));
        Assert.Contains("last exit code 3", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_does_not_answer_within_initializationTimeout_is_killed_and_counts_as_failed()
    {
        var log = new LogRecorder();
        var app = new AppFolder(AppFolder.HostJson().Replace("00:02:00", "00:00:00.3", StringComparison.Ordinal));
        await Assert.ThrowsAsync<FunctionsHostException>(() => HostUnderTest.StartAsync(app, configure: options => options with
        {
            AppSettings = new Dictionary<string, string> { ["TEST_HANG_AT_START"] = "1" },
            HandlerFailureLimit = 1,
            LoggerFactory = log,
        }));
        Assert.Equal(2, log.Lines.Count(line => line.Text.Contains("did not answer GET /", StringComparison.Ordinal)));
        Assert.Equal(2, log.Lines.Count(line => line.Text.Contains("exited with code 137", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_missing_handler_is_told_by_name()
    {
        var app = new AppFolder(AppFolder.HostJson().Replace("TestHandler\"", "NoSuchHandler\"", StringComparison.Ordinal));
        var failed = await Assert.ThrowsAsync<FunctionsHostException>(() => HostUnderTest.StartAsync(app));
        Assert.Contains("NoSuchHandler is neither in", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        await using var first = await StartAsync();
        var failed = await Assert.ThrowsAsync<FunctionsHostException>(
            () => StartAsync(options => options with { HttpPort = first.Host.HttpAddress.Port }));
        Assert.Equal($"Port {first.Host.HttpAddress.Port} on 127.0.0.1 is in use.", failed.Message);
    }

    [Fact]
    public async Task Stopping_kills_the_handler_and_leaves_nothing_behind()
    {
        var host = await StartAsync();
        using var handler = Process.GetProcessById(host.Host.HandlerProcessId!.Value);
        await host.DisposeAsync();
        await handler.WaitForExitAsync(Patience.Token);
        Assert.True(handler.HasExited);
        await Patience.Within(host.Host.Completion);
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("stopping gracefully", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_is_killed_itself_takes_its_handler_along()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "Only Linux ends a process with its parent.");
        using var app = new AppFolder().With("Api", AppFolder.HttpAll);
        await using var control = await HandlerControl.StartAsync();
        var start = new ProcessStartInfo(AppFolder.TestHandler, ["host", app.Root]) { RedirectStandardOutput = true };
        start.Environment["TEST_CONTROL"] = control.Address.ToString();
        using var host = Process.Start(start)!;
        var id = int.Parse((await host.StandardOutput.ReadLineAsync(Patience.Token))!, CultureInfo.InvariantCulture);
        using var handler = Process.GetProcessById(id);
        Assert.False(handler.HasExited);
        host.Kill();
        await handler.WaitForExitAsync(Patience.Token);
    }

    [Fact]
    public async Task Ctrl_C_at_the_terminal_does_not_reach_the_handler()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setsid"), "Only Linux starts the handler in a session of its own.");
        await using var host = await StartAsync();
        var id = host.Host.HandlerProcessId!.Value;
        var stat = await File.ReadAllTextAsync($"/proc/{id}/stat", Patience.Token);
        var processGroup = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2];
        Assert.Equal($"{id}", processGroup);
    }

    [Fact]
    public async Task What_runs_when_the_host_stops_may_finish()
    {
        await using var queues = new InProcessQueues(TimeProvider.System);
        var queue = queues.Create("work", sessions: false);
        await queues.SendAsync("work", new QueueMessage { MessageId = "1", Body = "x"u8.ToArray() }, Patience.Token);
        var finish = new TaskCompletionSource();
        var host = await HostUnderTest.StartAsync(new AppFolder().With("Work", AppFolder.Queue), queues, onCall: async _ =>
        {
            await finish.Task;
            return new Instruction();
        });
        await host.Control.NextAsync();
        var stopping = host.Host.DisposeAsync();
        finish.SetResult();
        await Patience.Within(stopping.AsTask());
        Assert.Empty(queue.Messages);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_handler_that_crashes_during_a_call_costs_the_message_one_delivery()
    {
        await using var queues = new InProcessQueues(TimeProvider.System);
        var queue = queues.Create("work", sessions: false);
        await queues.SendAsync("work", new QueueMessage { MessageId = "1", Body = "x"u8.ToArray() }, Patience.Token);
        var deliveries = new List<string?>();
        await using var host = await HostUnderTest.StartAsync(new AppFolder().With("Work", AppFolder.Queue), queues, onCall: call =>
        {
            deliveries.Add(call.Metadata.GetProperty("DeliveryCount").GetString());
            return Task.FromResult(deliveries.Count == 1 ? new Instruction(Exit: 7) : new Instruction());
        });
        await queues.WhenEmptyAsync(queue);
        Assert.Equal(["1", "2"], deliveries);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("exited with code 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_functionTimeout_the_handler_is_killed_and_what_else_ran_fails_too()
    {
        await using var queues = new InProcessQueues(TimeProvider.System);
        var queue = queues.Create("work", sessions: false);
        await queues.SendAsync("work", new QueueMessage { MessageId = "1", Body = Encoding.UTF8.GetBytes("x") }, Patience.Token);
        var calls = 0;
        var never = new TaskCompletionSource<Instruction>();
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder(AppFolder.HostJson(functionTimeout: "00:00:01")).With("Work", AppFolder.Queue).With("Api", AppFolder.HttpAll),
            queues,
            onCall: call => call.Function == "hanging" || Interlocked.Increment(ref calls) == 1 ? never.Task : Task.FromResult(new Instruction()));
        using var hanging = await host.Http.GetAsync("/hang", Patience.Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, hanging.StatusCode);
        await queues.WhenEmptyAsync(queue);
        Assert.True(host.Host.HandlerStarts >= 2);
        Assert.Contains(host.Log.Lines, line => line.Text.StartsWith("A function timeout has occurred", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("exited with code", StringComparison.Ordinal));
        never.SetResult(new Instruction());
    }

    private static Task<HostUnderTest> StartAsync(Func<FunctionsHostOptions, FunctionsHostOptions>? configure = null) =>
        HostUnderTest.StartAsync(new AppFolder().With("Api", AppFolder.HttpAll), configure: configure);

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }
}
