using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Envelopes;
using Hub.Local.FunctionsHost.Handler;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Runs one timer function at its times, never two runs at once; times that pass during a run are skipped. A run that was missed while
/// the host was down is made up for at the start, marked IsPastDue.
/// </summary>
internal sealed class TimerListener : IAsyncDisposable
{
    /// <summary>A longer wait is cut in pieces, as timers have an upper bound.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly string function;
    private readonly TimerTrigger trigger;
    private readonly HandlerInvoker invoker;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly TimerMemory? memory;
    private readonly SemaphoreSlim single = new(1);
    private readonly CancellationTokenSource listening = new();
    private readonly CancellationTokenSource invoking = new();
    private readonly Task running;
    private ScheduleStatus? status;

    public TimerListener(string function, TimerTrigger trigger, HandlerInvoker invoker, FunctionsHostOptions options)
    {
        this.function = function;
        this.trigger = trigger;
        this.invoker = invoker;
        time = options.TimeProvider;
        logger = options.LoggerFactory.CreateLogger("Host.Triggers.Timer");
        if (trigger.UseMonitor && trigger.Schedule.IsMonitored(time.GetUtcNow()))
            memory = new TimerMemory(options.StateFolder, function);
        running = Task.Run(ListenAsync);
    }

    public string Function => function;

    /// <summary>Runs the function now, after a run that is busy; true when it succeeded.</summary>
    public Task<bool> InvokeAsync(CancellationToken cancellation) => RunAsync(isPastDue: false, cancellation);

    /// <summary>Starts no new runs; completes when the run that is busy has ended.</summary>
    public async Task DrainAsync()
    {
        await listening.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await invoking.CancelAsync().ConfigureAwait(false);
        await DrainAsync().ConfigureAwait(false);
        listening.Dispose();
        invoking.Dispose();
        single.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            await RunAtStartAsync().ConfigureAwait(false);
            while (true)
            {
                var next = trigger.Schedule.Next(time.GetUtcNow());
                var due = WaitUntilAsync(next);
                logger.TimerNext(function, next);
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
        var now = time.GetUtcNow();
        status = memory?.Read() ?? new ScheduleStatus(null, trigger.Schedule.Next(now), now);
        var isPastDue = status.Next < now;
        if (isPastDue)
            logger.TimerPastDue(function, status.Next);
        if (isPastDue || trigger.RunOnStartup)
            await RunAsync(isPastDue, CancellationToken.None).ConfigureAwait(false);
        else
            memory?.Write(status);
    }

    private async Task WaitUntilAsync(DateTimeOffset due)
    {
        while (due - time.GetUtcNow() is { Ticks: > 0 } wait)
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, listening.Token).ConfigureAwait(false);
        listening.Token.ThrowIfCancellationRequested();
    }

    private async Task<bool> RunAsync(bool isPastDue, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(invoking.Token, cancellation);
        await single.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            var result = await invoker.InvokeAsync(
                function,
                () => TimerEnvelope.Build(trigger, memory is null ? null : status, isPastDue),
                traceParent: null,
                either.Token).ConfigureAwait(false);
            var now = time.GetUtcNow();
            status = new ScheduleStatus(now, trigger.Schedule.Next(now), now);
            memory?.Write(status);
            return result.Succeeded;
        }
        finally
        {
            single.Release();
        }
    }
}
