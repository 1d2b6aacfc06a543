using System.Diagnostics;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;

namespace Hub.Local.FunctionsHost.Worker;

/// <summary>
/// Keeps one worker process alive by the real host's exit rules: started again after a failure, after exit code 200 and after the host
/// ended it; not after exit code 0, nor once it failed as often as the limit.
/// </summary>
internal sealed class WorkerSupervisor : IAsyncDisposable
{
    private const int RestartExitCode = 200;

    private static readonly TimeSpan ExitNotice = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan OutputFlush = TimeSpan.FromSeconds(1);

    /// <summary>How long a worker that was asked to end has for it before it is killed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly string _root;
    private readonly WorkerConfig _config;
    private readonly FunctionsHostOptions _options;
    private readonly WorkerServer _server;
    private readonly ILogger _logger;
    private readonly ILogger _console;
    private readonly FailureWindow _failures;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Task _running;
    private TaskCompletionSource<RunningWorker> _ready = NewReady();
    private TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _starts;

    public WorkerSupervisor(string root, WorkerConfig config, FunctionsHostOptions options, WorkerServer server)
    {
        _root = root;
        _config = config;
        _options = options;
        _server = server;
        _logger = options.LoggerFactory.CreateLogger("Host.Worker");
        _console = options.LoggerFactory.CreateLogger("Host.Function.Console");
        _failures = new FailureWindow(options.WorkerFailureLimit, options.TimeProvider);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Faults with a <see cref="FunctionsHostException"/> when the worker failed too often; completes when disposed.</summary>
    public Task GivenUp => _givenUp.Task;

    /// <summary>The id of the running process; null between two runs.</summary>
    public int? ProcessId => Ready.Task is { IsCompletedSuccessfully: true } task ? task.Result.Process.Id : null;

    /// <summary>How often the worker became ready.</summary>
    public int Starts => Volatile.Read(ref _starts);

    private TaskCompletionSource<RunningWorker> Ready
    {
        get
        {
            lock (_gate)
            {
                return _ready;
            }
        }
    }

    /// <summary>The running worker; waits while it starts.</summary>
    /// <exception cref="FunctionsHostException">It is not running and will not be started again.</exception>
    public Task<RunningWorker> WhenReadyAsync(CancellationToken cancellation) => Ready.Task.WaitAsync(cancellation);

    /// <summary>Waits until the worker became ready for the <paramref name="count"/>th time.</summary>
    public async Task WhenStartedAsync(int count, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_starts >= count)
                {
                    return;
                }
                next = _started.Task;
            }

            await next.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Ends that run of the worker, what it is busy with included; a new one starts, and the exit is not counted as a failure.
    /// </summary>
    public void Restart(RunningWorker worker, string reason)
    {
        _logger.WorkerEndedByHost(worker.Process.Id, reason);
        worker.Process.EndReason ??= reason;
        Retire(worker);
        _ = EndAsync(worker.Process, worker.Channel, reason);
    }

    /// <summary>
    /// After a broken connection: waits shortly to learn whether the process is gone, so that a message that comes back at once isn't
    /// sent to it again and loses no more deliveries.
    /// </summary>
    public async Task NoticeAsync(RunningWorker worker)
    {
        await ((Task)worker.Process.Exited).WaitAsync(ExitNotice).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (worker.Process.Exited.IsCompleted)
        {
            Retire(worker);
        }
    }

    /// <summary>Asks the worker to end, while it can still be heard, and kills it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _givenUp.TrySetResult();
        _stopping.Dispose();
    }

    private static TaskCompletionSource<RunningWorker> NewReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task EndAsync(WorkerProcess process, WorkerChannel channel, string reason)
    {
        process.EndReason ??= reason;
        channel.Terminate(Grace);
        await ((Task)process.Exited).WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Kill(reason);
    }

    private async Task RunAsync()
    {
        string? end;
        try
        {
            do
            {
                end = await RunOnceAsync().ConfigureAwait(false);
            } while (end is null);
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
        var channel = new WorkerChannel(_options.LoggerFactory);
        using var process = WorkerProcess.Start(BuildStart(channel), _console);
        RunningWorker? worker = null;
        var ending = Task.CompletedTask;
        using var killing = _stopping.Token.Register(() => ending = EndAsync(process, channel, "the host stops"));
        try
        {
            worker = await StartAsync(process, channel).ConfigureAwait(false);
            if (worker is not null)
            {
                SetReady(worker);
            }
        }
        catch (FunctionsHostException)
        {
            process.Kill("it cannot be used");
            throw;
        }

        var exitCode = await process.Exited.ConfigureAwait(false);
        channel.Close();
        if (worker is not null)
        {
            Retire(worker);
        }
        await ending.ConfigureAwait(false);
        await process.FlushOutputAsync(OutputFlush).ConfigureAwait(false);
        return _stopping.IsCancellationRequested ? "The host stops." : Judge(process, exitCode);
    }

    /// <summary>
    /// Waits until the worker has connected, and lets it load its functions; null when it ended first, or took too long and was killed.
    /// </summary>
    private async Task<RunningWorker?> StartAsync(WorkerProcess process, WorkerChannel channel)
    {
        using var deadline = new CancellationTokenSource(_options.WorkerStartTimeout, _options.TimeProvider);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _stopping.Token);
        _ = process.Exited.ContinueWith(_ => channel.Close(), TaskScheduler.Default);
        try
        {
            await Task.WhenAny(channel.Started, process.Exited).WaitAsync(until.Token).ConfigureAwait(false);
            if (!channel.Started.IsCompleted)
            {
                return null;
            }
            var capabilities = await channel.InitAsync(_root, until.Token).ConfigureAwait(false);
            var functions = await channel.ReadFunctionsAsync(_root, until.Token).ConfigureAwait(false);
            foreach (var function in functions)
            {
                await channel.LoadAsync(function, until.Token).ConfigureAwait(false);
            }
            var http = capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null;
            return new RunningWorker(process, channel, http, functions);
        }
        catch (WorkerLostException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            if (!_stopping.IsCancellationRequested)
            {
                process.TimedOutStarting = true;
                _logger.WorkerNotReady(process.Id, _options.WorkerStartTimeout);
                process.Kill("it did not get ready");
            }

            return null;
        }
    }

    /// <summary>From now on invocations wait for the next run.</summary>
    private void Retire(RunningWorker worker)
    {
        lock (_gate)
        {
            if (_ready.Task.IsCompletedSuccessfully && _ready.Task.Result == worker)
            {
                _ready = NewReady();
            }
        }
    }

    private string? Judge(WorkerProcess process, int exitCode)
    {
        if (process.EndReason is not null && !process.TimedOutStarting)
        {
            return null;
        }
        if (exitCode == RestartExitCode)
        {
            _logger.WorkerAskedRestart(process.Id);
            return null;
        }

        if (exitCode == 0)
        {
            _logger.WorkerEnded(process.Id);
            return "The worker exited with code 0 and is not started again.";
        }

        var reached = _failures.AddReaches();
        _logger.WorkerFailed(process.Id, exitCode, _failures.Count);
        if (!reached)
        {
            return null;
        }
        _logger.WorkerGivenUp(_options.WorkerFailureLimit);
        throw new FunctionsHostException(
            $"The worker failed {_failures.Count} times within 30 minutes (last exit code {exitCode}); the host shuts down."
        );
    }

    private void SetReady(RunningWorker worker)
    {
        _logger.WorkerReady(worker.Process.Id, worker.Functions.Count);
        TaskCompletionSource previous;
        lock (_gate)
        {
            _ready.TrySetResult(worker);
            _starts++;
            previous = _started;
            _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        previous.TrySetResult();
    }

    private ProcessStartInfo BuildStart(WorkerChannel channel)
    {
        var (workerId, requestId) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        _server.Expect(workerId, channel);
        var start = new ProcessStartInfo(_config.Executable)
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "--host",
            _server.Address.Host,
            "--port",
            $"{_server.Address.Port}",
            "--workerId",
            workerId,
            "--requestId",
            requestId,
            "--grpcMaxMessageLength",
            $"{int.MaxValue}",
            "--functions-uri",
            _server.Address.ToString(),
            "--functions-worker-id",
            workerId,
            "--functions-request-id",
            requestId,
            "--functions-grpc-max-message-length",
            $"{int.MaxValue}",
        ];
        foreach (var argument in (string?[])[_config.WorkerPath, .. arguments])
        {
            if (argument is not null)
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (var (name, value) in _options.AppSettings)
        {
            start.Environment[name] = value;
        }
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = _root;
        return start;
    }
}
