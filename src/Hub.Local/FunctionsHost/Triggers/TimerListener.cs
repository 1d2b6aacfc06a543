using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.FunctionsHost.Messages;
using Hub.Local.FunctionsHost.Worker;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Runs one timer function at its times, never two runs at once; times that pass during a run are skipped. A run that was missed while
/// the host was down is made up for at the start, marked IsPastDue.
/// </summary>
internal sealed class TimerListener : IAsyncDisposable
{
    /// <summary>A longer wait is cut in pieces, as timers have an upper bound.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly string _function;
    private readonly TimerTrigger _trigger;
    private readonly WorkerInvoker _invoker;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TimerMemory? _memory;
    private readonly SemaphoreSlim _single = new(1);
    private readonly CancellationTokenSource _listening = new();
    private readonly CancellationTokenSource _invoking = new();
    private readonly Task _running;
    private ScheduleStatus? _status;

    public TimerListener(string function, TimerTrigger trigger, WorkerInvoker invoker, FunctionsHostOptions options)
    {
        _function = function;
        _trigger = trigger;
        _invoker = invoker;
        _time = options.TimeProvider;
        _logger = options.LoggerFactory.CreateLogger("Host.Triggers.Timer");
        if (trigger.UseMonitor && trigger.Schedule.IsMonitored(_time.GetUtcNow()))
        {
            _memory = new TimerMemory(options.StateFolder, function);
        }
        _running = Task.Run(ListenAsync);
    }

    public string Function => _function;

    /// <summary>Runs the function now, after a run that is busy; true when it succeeded.</summary>
    public Task<bool> InvokeAsync(CancellationToken cancellation) => RunAsync(isPastDue: false, cancellation);

    /// <summary>Starts no new runs; completes when the run that is busy has ended.</summary>
    public async Task DrainAsync()
    {
        await _listening.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _invoking.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        _listening.Dispose();
        _invoking.Dispose();
        _single.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            await RunAtStartAsync().ConfigureAwait(false);
            while (true)
            {
                var next = _trigger.Schedule.Next(_time.GetUtcNow());
                var due = WaitUntilAsync(next);
                _logger.TimerNext(_function, next);
                await due.ConfigureAwait(false);
                await RunAsync(isPastDue: false, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The host drains.
        }
    }

    private async Task RunAtStartAsync()
    {
        var now = _time.GetUtcNow();
        _status = _memory?.Read() ?? new ScheduleStatus(null, _trigger.Schedule.Next(now), now);
        var isPastDue = _status.Next < now;
        if (isPastDue)
        {
            _logger.TimerPastDue(_function, _status.Next);
        }
        if (isPastDue || _trigger.RunOnStartup)
        {
            await RunAsync(isPastDue, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            _memory?.Write(_status);
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due)
    {
        while (due - _time.GetUtcNow() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, _time, _listening.Token).ConfigureAwait(false);
        }
        _listening.Token.ThrowIfCancellationRequested();
    }

    private async Task<bool> RunAsync(bool isPastDue, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_invoking.Token, cancellation);
        await _single.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            var tick = TimerInvocation.Build(_function, _trigger, _memory is null ? null : _status, isPastDue);
            var result = await _invoker.InvokeAsync(tick, either.Token).ConfigureAwait(false);
            var now = _time.GetUtcNow();
            _status = new ScheduleStatus(now, _trigger.Schedule.Next(now), now);
            _memory?.Write(_status);
            return result.Succeeded;
        }
        finally
        {
            _single.Release();
        }
    }
}
