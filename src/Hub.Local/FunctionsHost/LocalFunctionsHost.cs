using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Handler;
using Hub.Local.FunctionsHost.Http;
using Hub.Local.FunctionsHost.Triggers;

namespace Hub.Local.FunctionsHost;

/// <summary>
/// Runs an app folder as the Azure Functions host runs a custom handler: starts the executable, proxies HTTP to it and posts it an
/// envelope for every message, blob and timer tick. docs/functions-host.md says what differs from Azure.
/// </summary>
public sealed class LocalFunctionsHost : IAsyncDisposable
{
    private readonly FunctionApp _app;
    private readonly FunctionsHostOptions _options;
    private readonly HttpFrontEnd _front;
    private readonly HandlerSupervisor _supervisor;
    private readonly HandlerInvoker _invoker;
    private readonly List<TimerListener> _timers = [];
    private readonly List<ServiceBusListener> _queues = [];
    private readonly List<BlobListener> _blobs = [];
    private readonly ILogger _logger;
    private bool _disposed;

    private LocalFunctionsHost(FunctionApp app, FunctionsHostOptions options, HttpFrontEnd front, ILogger logger)
    {
        _app = app;
        _options = options;
        _front = front;
        _logger = logger;
        _supervisor = new HandlerSupervisor(app, options, front.Address);
        _invoker = new HandlerInvoker(_supervisor, app.Host, options);
    }

    /// <summary>Where the host listens, such as <c>http://127.0.0.1:7071/</c>.</summary>
    public Uri HttpAddress => _front.Address;

    /// <summary>The process id of the handler that runs; null while none does.</summary>
    public int? HandlerProcessId => _supervisor.ProcessId;

    /// <summary>How often the handler became ready: 1 after the start, one more for each restart.</summary>
    public int HandlerStarts => _supervisor.Starts;

    /// <summary>
    /// Faults with a <see cref="FunctionsHostException"/> when the handler failed too often and the host gave up; completes when the host
    /// is disposed.
    /// </summary>
    public Task Completion => _supervisor.GivenUp;

    /// <summary>Starts the host; returns when the handler answers and the triggers listen.</summary>
    /// <exception cref="FunctionsHostException">The app folder is faulty, the port is in use, or the handler does not start.</exception>
    public static async Task<LocalFunctionsHost> StartAsync(FunctionsHostOptions options, CancellationToken cancellation)
    {
        var logger = options.LoggerFactory.CreateLogger("Host");
        var app = ReadApp(options, logger);
        _ = HandlerExecutable.Resolve(app);
        var front = await HttpFrontEnd.StartAsync(app, options, cancellation).ConfigureAwait(false);
        var host = new LocalFunctionsHost(app, options, front, logger);
        try
        {
            await host._supervisor.WhenReadyAsync(cancellation).ConfigureAwait(false);
            host.StartTriggers();
            logger.Listening(host.HttpAddress);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until the handler became ready for the <paramref name="count"/>th time; see <see cref="HandlerStarts"/>.</summary>
    public Task WaitForHandlerStartAsync(int count, CancellationToken cancellation) => _supervisor.WhenStartedAsync(count, cancellation);

    /// <summary>Runs a timer function now and waits for its end; true when it succeeded.</summary>
    /// <exception cref="ArgumentException">There is no timer function of that name.</exception>
    public Task<bool> InvokeTimerAsync(string function, CancellationToken cancellation)
    {
        var timer = _timers.FirstOrDefault(timer => timer.Function.Equals(function, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no timer function {function}.", nameof(function));
        return timer.InvokeAsync(cancellation);
    }

    /// <summary>Takes nothing new, lets what runs finish within the drain time-out, then kills the handler.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await DrainAsync().ConfigureAwait(false);
        await _supervisor.DisposeAsync().ConfigureAwait(false);
        foreach (var queue in _queues)
            await queue.DisposeAsync().ConfigureAwait(false);
        foreach (var blob in _blobs)
            await blob.DisposeAsync().ConfigureAwait(false);
        foreach (var timer in _timers)
            await timer.DisposeAsync().ConfigureAwait(false);
        await _front.DisposeAsync().ConfigureAwait(false);
        _invoker.Dispose();
    }

    private static FunctionApp ReadApp(FunctionsHostOptions options, ILogger logger)
    {
        if (!Directory.Exists(options.AppRoot))
            throw new FunctionsHostException($"The app folder {options.AppRoot} does not exist.");
        var faults = new List<string>();
        var app = FunctionsLint.Read(Path.GetFullPath(options.AppRoot), new AppSettings(options.AppSettings), faults);
        if (app is null || (faults.Count > 0 && !options.ToleratesFaults))
            throw new FunctionsHostException(faults);
        if (options.ServiceBus is null && app.With<ServiceBusTrigger>().Any())
            throw new FunctionsHostException("The app has a serviceBusTrigger but the host was given no queues.");
        foreach (var fault in faults)
            logger.FaultTolerated(fault);
        return app;
    }

    private void StartTriggers()
    {
        foreach (var (function, trigger) in _app.With<TimerTrigger>())
            _timers.Add(new TimerListener(function.Name, trigger, _invoker, _options));
        foreach (var (function, trigger) in _app.With<ServiceBusTrigger>())
            _queues.Add(new ServiceBusListener(function.Name, trigger, _invoker, _app.Host.ServiceBus, _options));
        foreach (var (function, trigger) in _app.With<BlobTrigger>())
            _blobs.Add(new BlobListener(function.Name, trigger, _invoker, _app.Host.Blobs, _options));
        _front.Connect(_supervisor, _invoker, _timers);
        _ = StopListeningWhenGivenUpAsync();
    }

    /// <summary>Messages stay on their queue when there is no handler left; each would only be abandoned.</summary>
    private async Task StopListeningWhenGivenUpAsync()
    {
        await _supervisor.GivenUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_supervisor.GivenUp.IsFaulted)
            await DrainAsync().ConfigureAwait(false);
    }

    private async Task DrainAsync()
    {
        var longest = _app.Host.FunctionTimeout is { } timeout && timeout < _options.DrainTimeout ? timeout : _options.DrainTimeout;
        using var limit = new CancellationTokenSource(longest, _options.TimeProvider);
        var draining = Task.WhenAll([
            .. _queues.Select(queue => queue.DrainAsync()),
            .. _blobs.Select(blob => blob.DrainAsync()),
            .. _timers.Select(timer => timer.DrainAsync()),
            _front.DrainAsync(limit.Token),
        ]);
        await draining.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_invoker.InFlight > 0)
            _logger.NotDrained(_invoker.InFlight, longest);
    }
}
