using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Hub.Local.FunctionsHost.App;

namespace Hub.Local.FunctionsHost.Handler;

/// <summary>
/// Keeps one handler process alive by the real host's exit rules: started again after a failure, after exit code 200 and after the host
/// killed it; not after exit code 0, nor after more failures than the limit.
/// </summary>
internal sealed class HandlerSupervisor : IAsyncDisposable
{
    private const int RestartExitCode = 200;
    private static readonly TimeSpan ReadinessPoll = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan ExitNotice = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan OutputFlush = TimeSpan.FromSeconds(1);

    private readonly FunctionApp _app;
    private readonly FunctionsHostOptions _options;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly ILogger _logger;
    private readonly ILogger _console;
    private readonly FailureWindow _failures;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _readiness = new(new SocketsHttpHandler { ActivityHeadersPropagator = null });
    private readonly Lock _gate = new();
    private readonly Task _running;
    private TaskCompletionSource<HandlerProcess> _ready = NewReady();
    private TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _starts;

    /// <param name="app">The app whose handler it is.</param>
    /// <param name="options">The host's options.</param>
    /// <param name="hostAddress">The host's own address, which the handler inherits in ASPNETCORE_URLS as on Azure.</param>
    public HandlerSupervisor(FunctionApp app, FunctionsHostOptions options, Uri hostAddress)
    {
        _app = app;
        _options = options;
        _environment = new Dictionary<string, string>(options.AppSettings)
        {
            ["ASPNETCORE_URLS"] = hostAddress.GetLeftPart(UriPartial.Authority),
            ["FUNCTIONS_APP_ROOT_PATH"] = app.Root,
        };
        _logger = options.LoggerFactory.CreateLogger("Host.Handler");
        _console = options.LoggerFactory.CreateLogger("Host.Function.Console");
        _failures = new FailureWindow(options.HandlerFailureLimit, options.TimeProvider);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Faults with a <see cref="FunctionsHostException"/> when the handler failed too often; completes when disposed.</summary>
    public Task GivenUp => _givenUp.Task;

    /// <summary>The id of the running process; null between two runs.</summary>
    public int? ProcessId => Ready.Task is { IsCompletedSuccessfully: true } task ? task.Result.Id : null;

    /// <summary>How often the handler became ready.</summary>
    public int Starts => Volatile.Read(ref _starts);

    private TaskCompletionSource<HandlerProcess> Ready
    {
        get
        {
            lock (_gate)
                return _ready;
        }
    }

    /// <summary>The running handler; waits while it starts.</summary>
    /// <exception cref="FunctionsHostException">It is not running and will not be started again.</exception>
    public Task<HandlerProcess> WhenReadyAsync(CancellationToken cancellation) => Ready.Task.WaitAsync(cancellation);

    /// <summary>Waits until the handler became ready for the <paramref name="count"/>th time.</summary>
    public async Task WhenStartedAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_starts >= count)
                    return;
                next = _started.Task;
            }

            await next.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Kills that run of the handler; a new one starts, and the exit is not counted as a failure.</summary>
    public void Restart(HandlerProcess handler, string reason)
    {
        _logger.HandlerKilled(handler.Id, reason);
        Retire(handler);
        handler.Kill(reason);
    }

    /// <summary>
    /// After a broken connection: waits shortly to learn whether the process is gone, so that a message that comes back at once isn't
    /// sent to it again and loses no more deliveries.
    /// </summary>
    public async Task NoticeAsync(HandlerProcess handler)
    {
        await ((Task)handler.Exited).WaitAsync(ExitNotice).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (handler.Exited.IsCompleted)
            Retire(handler);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _givenUp.TrySetResult();
        _readiness.Dispose();
        _stopping.Dispose();
    }

    private static TaskCompletionSource<HandlerProcess> NewReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        string? end;
        try
        {
            do
                end = await RunOnceAsync().ConfigureAwait(false);
            while (end is null);
        }
        catch (FunctionsHostException error)
        {
            end = error.Message;
            _givenUp.TrySetException(error);
        }

        var stopped = Ready;
        stopped.TrySetException(new FunctionsHostException(end));
        _ = stopped.Task.Exception;
    }

    /// <summary>One run of the process; null when it must be started again, else why not.</summary>
    private async Task<string?> RunOnceAsync()
    {
        using var handler = HandlerProcess.Start(BuildStart(out var port), port, _console);
        using var killing = _stopping.Token.Register(() => handler.Kill("the host stops"));
        if (await WaitUntilReadyAsync(handler).ConfigureAwait(false))
            SetReady(handler);
        else if (handler.TimedOutStarting)
            handler.Kill("it did not become ready");
        var exitCode = await handler.Exited.ConfigureAwait(false);
        Retire(handler);
        await handler.FlushOutputAsync(OutputFlush).ConfigureAwait(false);
        return _stopping.IsCancellationRequested ? "The host stops." : Judge(handler, exitCode);
    }

    /// <summary>From now on invocations wait for the next run.</summary>
    private void Retire(HandlerProcess handler)
    {
        lock (_gate)
        {
            if (_ready.Task.IsCompletedSuccessfully && _ready.Task.Result == handler)
                _ready = NewReady();
        }
    }

    private string? Judge(HandlerProcess handler, int exitCode)
    {
        if (handler.KillReason is not null && !handler.TimedOutStarting)
            return null;
        if (exitCode == RestartExitCode)
        {
            _logger.HandlerAskedRestart(handler.Id);
            return null;
        }

        if (exitCode == 0)
        {
            _logger.HandlerEnded(handler.Id);
            return "The handler exited with code 0 and is not started again.";
        }

        var exceeded = _failures.AddExceeds();
        _logger.HandlerFailed(handler.Id, exitCode, _failures.Count);
        if (!exceeded)
            return null;
        _logger.HandlerGivenUp(_options.HandlerFailureLimit);
        throw new FunctionsHostException(
            $"The handler failed {_failures.Count} times within 30 minutes (last exit code {exitCode}); the host shuts down.");
    }

    private void SetReady(HandlerProcess handler)
    {
        _logger.HandlerReady(handler.Id, handler.Port);
        TaskCompletionSource previous;
        lock (_gate)
        {
            _ready.TrySetResult(handler);
            _starts++;
            previous = _started;
            _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        previous.TrySetResult();
    }

    /// <summary>Asks <c>GET /</c> every 25 ms; any status will do. False when the process ended or initializationTimeout passed.</summary>
    private async Task<bool> WaitUntilReadyAsync(HandlerProcess handler)
    {
        var timeout = _app.Host.Handler.InitializationTimeout;
        using var deadline = new CancellationTokenSource(timeout, _options.TimeProvider);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _stopping.Token);
        _ = handler.Exited.ContinueWith(_ => Cancel(until), TaskScheduler.Default);
        while (!until.IsCancellationRequested)
        {
            try
            {
                using var response = await _readiness
                    .GetAsync(handler.BaseAddress, HttpCompletionOption.ResponseHeadersRead, until.Token).ConfigureAwait(false);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(ReadinessPoll, until.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        if (deadline.IsCancellationRequested)
        {
            handler.TimedOutStarting = true;
            _logger.HandlerNotReady(handler.Id, timeout);
        }

        return false;
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The process outlived the wait for it.
        }
    }

    private ProcessStartInfo BuildStart(out int port)
    {
        port = FindFreePort();
        var start = new ProcessStartInfo(HandlerExecutable.Resolve(_app))
        {
            WorkingDirectory = Path.Combine(_app.Root, _app.Host.Handler.WorkingDirectory),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in _app.Host.Handler.Arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        var id = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = $"{port}";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = start.Environment["FUNCTIONS_HTTPWORKER_ID"] = id;
        return start;
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
