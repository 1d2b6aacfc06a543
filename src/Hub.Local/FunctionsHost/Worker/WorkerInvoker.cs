using System.Diagnostics;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.FunctionsHost.Messages;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Worker;

/// <summary>Runs invocations at the worker, in parallel, and enforces functionTimeout on each.</summary>
internal sealed class WorkerInvoker
{
    /// <summary>The host version that the reference's recordings were made with.</summary>
    public const string HostVersion = "4.1037.0.0";

    private readonly WorkerSupervisor _supervisor;
    private readonly TimeSpan? _timeout;
    private readonly FunctionsHostOptions _options;
    private readonly ILogger _logger;
    private readonly bool _tracing;

    private int _inFlight;

    public WorkerInvoker(WorkerSupervisor supervisor, TimeSpan? timeout, bool openTelemetry, FunctionsHostOptions options)
    {
        _supervisor = supervisor;
        _timeout = timeout;
        _options = options;
        _logger = options.LoggerFactory.CreateLogger("Host.Executor");
        _tracing = openTelemetry || options.AppSettings.ContainsKey("APPLICATIONINSIGHTS_CONNECTION_STRING");
    }

    /// <summary>How many invocations are running.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>
    /// Runs one invocation to its end: waits for the worker, measures, logs, and at functionTimeout ends and restarts the worker.
    /// </summary>
    /// <param name="invocation">What it carries.</param>
    /// <param name="cancellation">Gives the invocation up, as when the host stops or the caller is gone.</param>
    public Task<InvocationResult> InvokeAsync(Invocation invocation, CancellationToken cancellation) =>
        InvokeAsync(invocation, null, CancellationToken.None, cancellation);

    /// <summary>The same, with more around it.</summary>
    /// <param name="invocation">What it carries.</param>
    /// <param name="beside">What is done at the worker meanwhile, such as passing a request on; its failure is the invocation's.</param>
    /// <param name="waiting">Gives it up only as long as it waits for a worker.</param>
    /// <param name="cancellation">Gives the invocation up.</param>
    public async Task<InvocationResult> InvokeAsync(
        Invocation invocation,
        Func<RunningWorker, CancellationToken, Task<InvocationResult>>? beside,
        CancellationToken waiting,
        CancellationToken cancellation
    )
    {
        _logger.Executing(invocation.Function, invocation.Id);
        var begin = _options.TimeProvider.GetTimestamp();
        Interlocked.Increment(ref _inFlight);
        try
        {
            var result = await RunBoundedAsync(invocation, beside, waiting, cancellation).ConfigureAwait(false);
            var duration = (long)_options.TimeProvider.GetElapsedTime(begin).TotalMilliseconds;
            if (result.Failure is { } failure)
            {
                _logger.Failed(invocation.Function, invocation.Id, duration, failure);
            }
            else
            {
                _logger.Succeeded(invocation.Function, invocation.Id, duration);
            }
            return result;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<InvocationResult> RunBoundedAsync(
        Invocation invocation,
        Func<RunningWorker, CancellationToken, Task<InvocationResult>>? beside,
        CancellationToken waiting,
        CancellationToken cancellation
    )
    {
        RunningWorker worker;
        try
        {
            using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, waiting);
            worker = await _supervisor.WhenReadyAsync(any.Token).ConfigureAwait(false);
        }
        catch (FunctionsHostException error)
        {
            return new InvocationResult(error.Message, WasTried: false);
        }
        catch (OperationCanceledException)
        {
            return InvocationResult.Untried;
        }

        using var deadline = new CancellationTokenSource(_timeout ?? Timeout.InfiniteTimeSpan, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await RunAsync(worker, invocation, beside, either.Token).ConfigureAwait(false);
        }
        catch (WorkerLostException error)
        {
            await _supervisor.NoticeAsync(worker).ConfigureAwait(false);
            return new InvocationResult(error.Message);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            worker.Channel.Cancel(invocation.Id.ToString());
            _logger.TimedOut(invocation.Function, invocation.Id, _timeout.GetValueOrDefault());
            _supervisor.Restart(worker, $"{invocation.Function} timed out");
            return new InvocationResult($"timeout value of {_timeout} was exceeded");
        }
        catch (OperationCanceledException)
        {
            worker.Channel.Cancel(invocation.Id.ToString());
            throw;
        }
    }

    private async Task<InvocationResult> RunAsync(
        RunningWorker worker,
        Invocation invocation,
        Func<RunningWorker, CancellationToken, Task<InvocationResult>>? beside,
        CancellationToken cancellation
    )
    {
        var request = Build(worker, invocation);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var passing = beside?.Invoke(worker, both.Token);
        string? failure;
        try
        {
            failure = await worker.Channel.InvokeAsync(invocation.Function, request, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await both.CancelAsync().ConfigureAwait(false);
            if (passing is not null)
            {
                await ((Task)passing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            throw;
        }

        var passed = passing is null ? InvocationResult.Success : await passing.ConfigureAwait(false);
        return failure is null ? passed : new InvocationResult(failure, FunctionFailed: true);
    }

    private InvocationRequest Build(RunningWorker worker, Invocation invocation)
    {
        var request = new InvocationRequest
        {
            InvocationId = invocation.Id.ToString(),
            FunctionId = worker.FunctionId(invocation.Function),
            InputData =
            {
                new ParameterBinding { Name = invocation.Parameter, Data = invocation.Data },
            },
            // The worker demands one, also when nothing is traced.
            TraceContext = new TraceContext { TraceParent = _tracing ? NewTraceParent(invocation.TraceParent) : "" },
        };
        foreach (var (name, value) in invocation.Metadata.With(invocation.Function, _options.TimeProvider.GetUtcNow()))
        {
            request.TriggerMetadata[name] = value;
        }
        return request;
    }

    /// <summary>A new span of the caller's trace, or of a new one.</summary>
    private static string NewTraceParent(string? caller)
    {
        var trace = ActivityContext.TryParse(caller, null, out var parent) ? parent.TraceId : ActivityTraceId.CreateRandom();
        return $"00-{trace}-{ActivitySpanId.CreateRandom()}-01";
    }
}
