using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.FunctionsHost.Http;
using Hub.Local.FunctionsHost.Triggers;
using Hub.Local.FunctionsHost.Worker;

namespace Hub.Local.FunctionsHost;

/// <summary>
/// Runs an app folder as the Azure Functions host runs an isolated worker: starts its process, talks gRPC with it, passes HTTP on to it and
/// gives it every message, blob and timer tick. docs/functions-host.md says what differs from Azure.
/// </summary>
public sealed class LocalFunctionsHost : IAsyncDisposable
{
    private readonly FunctionsHostOptions _options;
    private readonly HostSettings _settings;
    private readonly WorkerServer _server;
    private readonly WorkerSupervisor _supervisor;
    private readonly WorkerInvoker _invoker;
    private readonly List<TimerListener> _timers = [];
    private readonly List<ServiceBusListener> _queues = [];
    private readonly List<BlobListener> _blobs = [];
    private readonly ILogger _logger;
    private HttpFrontEnd? _front;
    private bool _disposed;

    private LocalFunctionsHost(string root, WorkerConfig worker, HostSettings settings, FunctionsHostOptions options, WorkerServer server)
    {
        _options = options;
        _settings = settings;
        _server = server;
        _logger = options.LoggerFactory.CreateLogger("Host");
        _supervisor = new WorkerSupervisor(root, worker, options, server);
        _invoker = new WorkerInvoker(_supervisor, settings.FunctionTimeout, settings.OpenTelemetry, options);
    }

    /// <summary>Where the host listens, such as <c>http://127.0.0.1:7071/</c>.</summary>
    public Uri HttpAddress => _front!.Address;

    /// <summary>The process id of the worker that runs; null while none does.</summary>
    public int? WorkerProcessId => _supervisor.ProcessId;

    /// <summary>How often the worker became ready: 1 after the start, one more for each restart.</summary>
    public int WorkerStarts => _supervisor.Starts;

    /// <summary>
    /// Faults with a <see cref="FunctionsHostException"/> when the worker failed too often and the host gave up; completes when the host
    /// is disposed.
    /// </summary>
    public Task Completion => _supervisor.GivenUp;

    /// <summary>Starts the host; returns when the worker has loaded its functions and the triggers listen.</summary>
    /// <exception cref="FunctionsHostException">The app folder is faulty, the port is in use, or the worker does not start.</exception>
    public static async Task<LocalFunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellation)
    {
        if (!Directory.Exists(options.AppRoot))
        {
            throw new FunctionsHostException($"The app folder {options.AppRoot} does not exist.");
        }
        var root = Path.GetFullPath(options.AppRoot);
        var faults = new List<string>();
        var settings = HostJson.Read(root, faults);
        var worker = WorkerConfig.Read(root, faults);
        if (settings is null || worker is null || (faults.Count > 0 && !options.ToleratesFaults))
        {
            throw new FunctionsHostException(faults);
        }
        var server = await WorkerServer.StartAsync(cancellation).ConfigureAwait(false);
        var host = new LocalFunctionsHost(root, worker, settings, options, server);
        try
        {
            await host.StartAsync(cancellation).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until the worker became ready for the <paramref name="count"/>th time; see <see cref="WorkerStarts"/>.</summary>
    public Task WaitForWorkerStartAsync(int count, CancellationToken cancellation) => _supervisor.WhenStartedAsync(count, cancellation);

    /// <summary>Asks the worker whether it is there; returns when it answers.</summary>
    /// <exception cref="FunctionsHostException">It is not running and will not be started again.</exception>
    public async Task PingWorkerAsync(CancellationToken cancellation)
    {
        var worker = await _supervisor.WhenReadyAsync(cancellation).ConfigureAwait(false);
        await worker.Channel.PingAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a timer function now and waits for its end; true when it succeeded.</summary>
    /// <exception cref="ArgumentException">There is no timer function of that name.</exception>
    public Task<bool> InvokeTimerAsync(string function, CancellationToken cancellation)
    {
        var timer =
            _timers.FirstOrDefault(timer => timer.Function.Equals(function, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no timer function {function}.", nameof(function));
        return timer.InvokeAsync(cancellation);
    }

    /// <summary>
    /// Takes nothing new, lets what runs finish within the drain time-out, then asks the worker to end, and kills it when it does not.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }
        await DrainAsync().ConfigureAwait(false);
        await _supervisor.DisposeAsync().ConfigureAwait(false);
        foreach (var queue in _queues)
        {
            await queue.DisposeAsync().ConfigureAwait(false);
        }
        foreach (var blob in _blobs)
        {
            await blob.DisposeAsync().ConfigureAwait(false);
        }
        foreach (var timer in _timers)
        {
            await timer.DisposeAsync().ConfigureAwait(false);
        }
        if (_front is not null)
        {
            await _front.DisposeAsync().ConfigureAwait(false);
        }
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        var worker = await _supervisor.WhenReadyAsync(cancellation).ConfigureAwait(false);
        var faults = new List<string>();
        var app = new FunctionApp(_settings, FunctionsLint.Read(worker.Functions, new AppSettings(_options.AppSettings), faults));
        if (faults.Count > 0 && !_options.ToleratesFaults)
        {
            throw new FunctionsHostException(faults);
        }
        foreach (var fault in faults)
        {
            _logger.FaultTolerated(fault);
        }
        _front = await HttpFrontEnd.StartAsync(app, _options, cancellation).ConfigureAwait(false);
        await StartTriggersAsync(app, _front, cancellation).ConfigureAwait(false);
        _logger.Listening(HttpAddress);
    }

    private async Task StartTriggersAsync(FunctionApp app, HttpFrontEnd front, CancellationToken cancellation)
    {
        foreach (var (function, trigger) in app.With<TimerTrigger>())
        {
            _timers.Add(new TimerListener(function.Name, trigger, _invoker, _options));
        }
        foreach (var (function, trigger) in app.With<ServiceBusTrigger>())
        {
            var queue = new ServiceBusListener(function.Name, trigger, _invoker, app.Host.ServiceBus, _options);
            _queues.Add(queue);
            await queue.StartAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var (function, trigger) in app.With<BlobTrigger>())
        {
            _blobs.Add(new BlobListener(function.Name, trigger, _invoker, app.Host.Blobs, _options));
        }
        front.Connect(_invoker, _timers);
        _ = StopListeningWhenGivenUpAsync();
    }

    /// <summary>Messages stay on their queue when there is no worker left; each would only be abandoned.</summary>
    private async Task StopListeningWhenGivenUpAsync()
    {
        await _supervisor.GivenUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_supervisor.GivenUp.IsFaulted)
        {
            await DrainAsync().ConfigureAwait(false);
        }
    }

    private async Task DrainAsync()
    {
        var longest = _settings.FunctionTimeout is { } timeout && timeout < _options.DrainTimeout ? timeout : _options.DrainTimeout;
        using var limit = new CancellationTokenSource(longest, _options.TimeProvider);
        var draining = Task.WhenAll([
            .. _queues.Select(queue => queue.DrainAsync()),
            .. _blobs.Select(blob => blob.DrainAsync()),
            .. _timers.Select(timer => timer.DrainAsync()),
            _front?.DrainAsync(limit.Token) ?? Task.CompletedTask,
        ]);
        await draining.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_invoker.InFlight > 0)
        {
            _logger.NotDrained(_invoker.InFlight, longest);
        }
    }
}
