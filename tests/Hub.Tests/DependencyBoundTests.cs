using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests;

/// <summary>Only what a request waits for its dependencies counts, and calls at the same time count once.</summary>
public sealed class DependencyBoundTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_one_after_the_other_share_the_bound_and_what_is_between_them_is_free()
    {
        DependencyBound.Begin(DependencyLimit.Default, _time);
        await CallAsync(TimeSpan.FromSeconds(8));
        _time.Advance(TimeSpan.FromMinutes(10));
        await CallAsync(TimeSpan.FromSeconds(6));

        var fault = await Assert.ThrowsAsync<StorageException>(() => CallAsync(TimeSpan.FromSeconds(1)));

        Assert.Equal((StorageFault.Retry, "tabel x: no answer within the 15 s of a request."), (fault.Fault, fault.Message));
        await Assert.ThrowsAsync<StorageException>(() => CallAsync(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Calls_at_the_same_time_count_once_and_progress_begins_anew()
    {
        DependencyBound.Begin(DependencyLimit.Default, _time);
        var first = Waiting();
        var second = Waiting();
        _time.Advance(TimeSpan.FromSeconds(14));
        first.Answer.SetResult();
        second.Answer.SetResult();
        await first.Call;
        await second.Call;
        DependencyBound.Progress();

        await CallAsync(TimeSpan.FromSeconds(14));
        await Assert.ThrowsAsync<StorageException>(() => CallAsync(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Work_that_is_no_request_has_no_bound_and_who_is_gone_is_no_failure_of_the_storage()
    {
        await CallAsync(TimeSpan.FromHours(1));

        DependencyBound.Begin(DependencyLimit.Default, _time);
        using var gone = new CancellationTokenSource();
        var call = DependencyBound.RunAsync("tabel x", stop => Task.Delay(Timeout.Infinite, stop), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Who_is_given_more_patience_has_it()
    {
        DependencyBound.Begin(new DependencyLimit(TimeSpan.FromMinutes(5)), _time);
        await CallAsync(TimeSpan.FromMinutes(4));

        var fault = await Assert.ThrowsAsync<StorageException>(() => CallAsync(TimeSpan.FromMinutes(1)));

        Assert.Equal("tabel x: no answer within the 300 s of a request.", fault.Message);
    }

    private Task CallAsync(TimeSpan takes) =>
        DependencyBound.RunAsync(
            "tabel x",
            async stop =>
            {
                await Task.Yield();
                _time.Advance(takes);
                stop.ThrowIfCancellationRequested();
            },
            Stop
        );

    private static (TaskCompletionSource Answer, Task Call) Waiting()
    {
        var answer = new TaskCompletionSource();
        return (answer, DependencyBound.RunAsync("tabel x", stop => answer.Task.WaitAsync(stop), Stop));
    }
}
