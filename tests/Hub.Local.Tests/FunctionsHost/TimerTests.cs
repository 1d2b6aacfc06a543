using System.Net;
using System.Text.Json;
using Hub.Local.FunctionsHost.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Local.Tests.FunctionsHost;

/// <summary>A timerTrigger.</summary>
public sealed class TimerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 30, TimeSpan.Zero));

    [Fact]
    public async Task The_function_runs_at_its_times_in_utc_and_sees_its_status()
    {
        await using var host = await StartAsync("0 */5 * * * *");
        await NextAnnouncedAsync(host, "2026-11-23T10:05:00");
        _time.Advance(TimeSpan.FromSeconds(269));
        Assert.False(host.Control.TryNext(out _));
        _time.Advance(TimeSpan.FromSeconds(1));
        var first = Timer(await host.Control.NextAsync());
        Assert.False(first.GetProperty("IsPastDue").GetBoolean());
        Assert.Equal("2026-11-23T10:05:00+00:00", first.GetProperty("ScheduleStatus").GetProperty("Next").GetString());
        Assert.Equal("0001-01-01T00:00:00", first.GetProperty("ScheduleStatus").GetProperty("Last").GetString());

        await NextAnnouncedAsync(host, "2026-11-23T10:10:00");
        _time.Advance(TimeSpan.FromMinutes(5));
        var second = Timer(await host.Control.NextAsync());
        Assert.Equal("2026-11-23T10:05:00+00:00", second.GetProperty("ScheduleStatus").GetProperty("Last").GetString());
    }

    [Fact]
    public async Task A_schedule_of_less_than_a_minute_has_no_status()
    {
        await using var host = await StartAsync("*/10 * * * * *");
        await NextAnnouncedAsync(host, "2026-11-23T10:00:40");
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(JsonValueKind.Null, Timer(await host.Control.NextAsync()).GetProperty("ScheduleStatus").ValueKind);
    }

    [Fact]
    public async Task Times_that_pass_during_a_run_are_skipped()
    {
        var finish = new TaskCompletionSource();
        await using var host = await StartAsync(
            "0 * * * * *",
            onCall: async _ =>
            {
                await finish.Task;
                return new Instruction();
            }
        );
        await NextAnnouncedAsync(host, "2026-11-23T10:01:00");
        _time.Advance(TimeSpan.FromSeconds(30));
        await host.Control.NextAsync();
        _time.Advance(TimeSpan.FromMinutes(3));
        finish.SetResult();
        await NextAnnouncedAsync(host, "2026-11-23T10:05:00");
        Assert.False(host.Control.TryNext(out _));
    }

    [Fact]
    public async Task RunOnStartup_runs_at_once()
    {
        await using var host = await StartAsync("0 0 0 1 1 *", """, "runOnStartup": true""");
        Assert.False(Timer(await host.Control.NextAsync()).GetProperty("IsPastDue").GetBoolean());
    }

    [Fact]
    public async Task A_run_that_was_missed_while_the_host_was_down_is_past_due_at_the_next_start()
    {
        var state = Directory.CreateTempSubdirectory("functions-state-").FullName;
        try
        {
            await using (var before = await StartAsync("0 */5 * * * *", configure: options => options with { StateFolder = state }))
            {
                await NextAnnouncedAsync(before, "2026-11-23T10:05:00");
            }
            _time.Advance(TimeSpan.FromHours(1));
            await using var after = await StartAsync("0 */5 * * * *", configure: options => options with { StateFolder = state });
            Assert.True(Timer(await after.Control.NextAsync()).GetProperty("IsPastDue").GetBoolean());
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    [Fact]
    public async Task A_timer_can_be_run_now_and_tells_whether_it_succeeded()
    {
        var fail = false;
        await using var host = await StartAsync("0 0 0 1 1 *", onCall: _ => Task.FromResult(new Instruction(Fail: fail)));
        Assert.True(await host.Host.InvokeTimerAsync("Watch", Patience.Token));
        fail = true;
        Assert.False(await host.Host.InvokeTimerAsync("watch", Patience.Token));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Host.InvokeTimerAsync("Other", Patience.Token));
    }

    [Fact]
    public async Task The_admin_endpoint_runs_a_timer_for_who_has_the_admin_key()
    {
        await using var host = await StartAsync("0 0 0 1 1 *", configure: options => options with { AdminKey = "admin" });
        using var refused = await host.Http.PostAsync("/admin/functions/Watch", null, Patience.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.False(host.Control.TryNext(out _));
        using var accepted = await host.Http.PostAsync("/admin/functions/Watch?code=admin", null, Patience.Token);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("Watch", (await host.Control.NextAsync()).Function);
        using var unknown = await host.Http.PostAsync("/admin/functions/Other?code=admin", null, Patience.Token);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static JsonElement Timer(WorkerCall call) => JsonDocument.Parse(call.Body).RootElement;

    private static Task<LogLine> NextAnnouncedAsync(HostUnderTest host, string when) =>
        host.Log.WaitForAsync(line => line.Text.Contains($"next run at {when}", StringComparison.Ordinal));

    private Task<HostUnderTest> StartAsync(
        string schedule,
        string more = "",
        Func<FunctionsHostOptions, FunctionsHostOptions>? configure = null,
        Func<WorkerCall, Task<Instruction>>? onCall = null
    ) =>
        HostUnderTest.StartAsync(
            new AppFolder().With("Watch", AppFolder.Timer(schedule, more)).With("Api", AppFolder.HttpAll),
            configure: options => (configure?.Invoke(options) ?? options) with { TimeProvider = _time },
            onCall: onCall
        );
}
