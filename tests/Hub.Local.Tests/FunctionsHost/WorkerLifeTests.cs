using System.Diagnostics;
using System.Globalization;
using System.Net;
using Hub.Local.FunctionsHost.Hosting;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>The worker process: start, exit rules, time-outs and its end.</summary>
public sealed class WorkerLifeTests
{
    [Fact]
    public async Task A_worker_that_is_killed_is_started_again()
    {
        await using var host = await StartAsync();
        var first = host.Host.WorkerProcessId!.Value;
        Kill(first);
        await host.Host.WaitForWorkerStartAsync(2, Patience.Token);
        Assert.NotEqual(first, host.Host.WorkerProcessId);
        using var response = await host.Http.GetAsync("/echo/again", Patience.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task At_the_third_failure_within_30_minutes_the_host_gives_up_and_says_so()
    {
        await using var host = await StartAsync();
        for (var start = 1; start <= 3; start++)
        {
            await host.Host.WaitForWorkerStartAsync(start, Patience.Token);
            Kill(host.Host.WorkerProcessId!.Value);
        }

        var gaveUp = await Assert.ThrowsAsync<FunctionsHostException>(() => Patience.Within(host.Host.Completion));
        Assert.Contains("failed 3 times within 30 minutes", gaveUp.Message, StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("Shutting down the host", StringComparison.Ordinal));
        Assert.Equal(3, host.Host.WorkerStarts);
        Assert.Null(host.Host.WorkerProcessId);
    }

    [Fact]
    public async Task Failures_further_apart_than_30_minutes_do_not_add_up()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var host = await StartAsync(options => options with { WorkerFailureLimit = 2, TimeProvider = time });
        for (var start = 1; start <= 3; start++)
        {
            await host.Host.WaitForWorkerStartAsync(start, Patience.Token);
            Kill(host.Host.WorkerProcessId!.Value);
            await host.Log.WaitForAsync(line => host.Log.Lines.Count(other => IsExit(other)) == start && IsExit(line));
            time.Advance(TimeSpan.FromMinutes(31));
        }

        await host.Host.WaitForWorkerStartAsync(4, Patience.Token);

        static bool IsExit(LogLine line) => line.Text.Contains("exited with code 137", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_code_200_is_a_wish_and_not_a_failure()
    {
        await using var host = await StartAsync(options => options with { WorkerFailureLimit = 1 });
        for (var start = 1; start <= 2; start++)
        {
            await host.Host.WaitForWorkerStartAsync(start, Patience.Token);
            using var response = await host.Http.GetAsync("/exit/200", Patience.Token);
        }

        await host.Host.WaitForWorkerStartAsync(3, Patience.Token);
        Assert.False(host.Host.Completion.IsCompleted);
    }

    [Fact]
    public async Task Exit_code_0_counts_as_success_and_the_worker_is_not_started_again()
    {
        await using var host = await StartAsync();
        using var ending = await host.Http.GetAsync("/exit/0", Patience.Token);
        await host.Log.WaitForAsync(line => line.Text.Contains("exited with code 0", StringComparison.Ordinal));
        using var response = await host.Http.GetAsync("/echo/late", Patience.Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Null(host.Host.WorkerProcessId);
        Assert.Equal(1, host.Host.WorkerStarts);
        Assert.False(host.Host.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_worker_that_never_starts_fails_the_hosts_start()
    {
        var failed = await Assert.ThrowsAsync<FunctionsHostException>(() =>
            StartAsync(options => options with { AppSettings = new Dictionary<string, string> { ["TEST_EXIT_AT_START"] = "3" } })
        );
        Assert.Contains("last exit code 3", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_does_not_get_ready_in_time_is_killed_and_counts_as_failed()
    {
        var log = new LogRecorder();
        await Assert.ThrowsAsync<FunctionsHostException>(() =>
            HostUnderTest.StartAsync(
                new AppFolder(),
                configure: options =>
                    options with
                    {
                        AppSettings = new Dictionary<string, string> { ["TEST_HANG_AT_START"] = "1" },
                        WorkerStartTimeout = TimeSpan.FromMilliseconds(300),
                        WorkerFailureLimit = 2,
                        LoggerFactory = log,
                    }
            )
        );
        Assert.Equal(2, log.Lines.Count(line => line.Text.Contains("did not get ready", StringComparison.Ordinal)));
        Assert.Equal(2, log.Lines.Count(line => line.Text.Contains("exited with code 137", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_missing_worker_is_told_by_name()
    {
        var app = new AppFolder();
        app.WriteWorkerConfig("NoSuchWorker.dll");
        var failed = await Assert.ThrowsAsync<FunctionsHostException>(() => HostUnderTest.StartAsync(app));
        Assert.Contains("NoSuchWorker.dll does not exist", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_answers_a_ping()
    {
        await using var host = await StartAsync();
        await Patience.Within(host.Host.PingWorkerAsync(Patience.Token));
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        await using var first = await StartAsync();
        var failed = await Assert.ThrowsAsync<FunctionsHostException>(() =>
            StartAsync(options => options with { HttpPort = first.Host.HttpAddress.Port })
        );
        Assert.Equal($"Port {first.Host.HttpAddress.Port} on 127.0.0.1 is in use.", failed.Message);
    }

    [Fact]
    public async Task Stopping_asks_the_worker_to_end_and_leaves_nothing_behind()
    {
        var host = await StartAsync();
        // A worker has loaded its functions before all of it has started; after an answer it has.
        using var answer = await host.Http.GetAsync("/echo/x", Patience.Token);
        using var worker = Process.GetProcessById(host.Host.WorkerProcessId!.Value);
        await host.Host.DisposeAsync();
        await worker.WaitForExitAsync(Patience.Token);
        // The worker was told, and had the time to say so.
        await host.Control.NextAsync("stopping");
        await Patience.Within(host.Host.Completion);
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("exited with code", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_that_does_not_end_when_asked_is_killed_after_its_grace()
    {
        var never = new TaskCompletionSource<Instruction>();
        var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Api", AppFolder.HttpAll),
            onCall: call => call.Function == "stopping" ? never.Task : Task.FromResult(new Instruction())
        );
        using var answer = await host.Http.GetAsync("/echo/x", Patience.Token);
        using var worker = Process.GetProcessById(host.Host.WorkerProcessId!.Value);
        await Patience.Within(host.Host.DisposeAsync().AsTask());
        await worker.WaitForExitAsync(Patience.Token);
        never.SetResult(new Instruction());
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_host_that_is_killed_itself_takes_its_worker_along()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "Only Linux ends a process with its parent.");
        using var app = new AppFolder().With("Api", AppFolder.HttpAll);
        await using var control = await WorkerControl.StartAsync();
        var start = new ProcessStartInfo("dotnet", [AppFolder.TestWorker, "host", app.Root]) { RedirectStandardOutput = true };
        start.Environment["TEST_CONTROL"] = control.Address.ToString();
        using var host = Process.Start(start)!;
        var id = int.Parse((await host.StandardOutput.ReadLineAsync(Patience.Token))!, CultureInfo.InvariantCulture);
        using var worker = Process.GetProcessById(id);
        Assert.False(worker.HasExited);
        host.Kill();
        await worker.WaitForExitAsync(Patience.Token);
    }

    [Fact]
    public async Task Ctrl_C_at_the_terminal_does_not_reach_the_worker()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setsid"), "Only Linux starts the worker in a session of its own.");
        await using var host = await StartAsync();
        var id = host.Host.WorkerProcessId!.Value;
        var stat = await File.ReadAllTextAsync($"/proc/{id}/stat", Patience.Token);
        var processGroup = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2];
        Assert.Equal($"{id}", processGroup);
    }

    [Fact]
    public async Task What_runs_when_the_host_stops_may_finish()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync("x");
        var finish = new TaskCompletionSource();
        var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Work", AppFolder.Queue),
            broker,
            onCall: async call =>
            {
                if (call.Function == "Work")
                {
                    await finish.Task;
                }
                return new Instruction();
            }
        );
        await host.Control.NextAsync();
        var stopping = host.Host.DisposeAsync();
        finish.SetResult();
        await Patience.Within(stopping.AsTask());
        Assert.Null(await broker.PeekAsync());
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_was_received_but_not_tried_when_the_host_stops_has_lost_no_delivery()
    {
        await using var broker = await Broker.StartAsync(sessions: true);
        var received = new TaskCompletionSource();
        await using (
            var host = await HostUnderTest.StartAsync(
                new AppFolder().With("Work", AppFolder.Sessions).With("Api", AppFolder.HttpAll),
                broker,
                options => options with { OnMessage = _ => received.TrySetResult() }
            )
        )
        {
            // Ends by its own wish, so there is no worker any more and there will be none.
            using var ending = await host.Http.GetAsync("/exit/0", Patience.Token);
            await host.Log.WaitForAsync(line => line.Text.Contains("exited with code 0", StringComparison.Ordinal));
            await broker.SendAsync("untried", "a");
            await Patience.Within(received.Task);
        }

        var message = await broker.TakeFromSessionAsync("a");
        Assert.Equal("untried", message.Body.ToString());
        Assert.Equal(1, message.DeliveryCount);
    }

    [Fact]
    public async Task A_worker_that_crashes_during_a_call_costs_the_message_one_delivery()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync("x");
        var deliveries = new List<string?>();
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Work", AppFolder.Queue),
            broker,
            onCall: call =>
            {
                if (call.Function != "Work")
                {
                    return Task.FromResult(new Instruction());
                }
                deliveries.Add(call.Metadata("DeliveryCount"));
                return Task.FromResult(deliveries.Count == 1 ? new Instruction(Exit: 7) : new Instruction());
            }
        );
        await broker.WhenEmptyAsync();
        Assert.Equal(["1", "2"], deliveries);
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("exited with code 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_kills_the_worker_makes_the_host_give_up_within_its_own_deliveries()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync("deadly");
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder().With("Work", AppFolder.Queue),
            broker,
            onCall: call => Task.FromResult(new Instruction(Exit: call.Function == "Work" ? 7 : null))
        );
        await Assert.ThrowsAsync<FunctionsHostException>(() => Patience.Within(host.Host.Completion));
        Assert.Equal(0, await broker.DeadLettersAsync());
    }

    [Fact]
    public async Task At_functionTimeout_the_worker_is_ended_and_what_else_ran_fails_too()
    {
        await using var broker = await Broker.StartAsync(sessions: false);
        await broker.SendAsync("x");
        var calls = 0;
        var never = new TaskCompletionSource<Instruction>();
        await using var host = await HostUnderTest.StartAsync(
            new AppFolder(AppFolder.HostJson(functionTimeout: "00:00:02")).With("Work", AppFolder.Queue).With("Api", AppFolder.HttpAll),
            broker,
            onCall: call =>
                call.Function == "hanging" || (call.Function == "Work" && Interlocked.Increment(ref calls) == 1)
                    ? never.Task
                    : Task.FromResult(new Instruction())
        );
        using var hanging = await host.Http.GetAsync("/hang", Patience.Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, hanging.StatusCode);
        await broker.WhenEmptyAsync();
        Assert.True(host.Host.WorkerStarts >= 2);
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
