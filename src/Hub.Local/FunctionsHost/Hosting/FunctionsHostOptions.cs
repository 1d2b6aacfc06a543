using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Local.FunctionsHost.Hosting;

/// <summary>What <see cref="LocalFunctionsHost"/> runs, and with what.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The app folder as it was built: host.json, worker.config.json and the worker itself.</summary>
    public required string AppRoot { get; init; }

    /// <summary>
    /// The app settings. They become the worker's environment, expand <c>%NAME%</c> in bindings, and hold the connection strings.
    /// </summary>
    public IReadOnlyDictionary<string, string> AppSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>The port on 127.0.0.1 that the host listens on; 0 chooses a free one.</summary>
    public int HttpPort { get; init; }

    /// <summary>Sees every message that a function is about to get; absent = nobody does.</summary>
    public Action<ServiceBusReceivedMessage>? OnMessage { get; init; }

    /// <summary>The key that functions with authLevel function ask; absent = not asked, as Core Tools do.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>The key that authLevel admin and the /admin endpoints ask; absent = not asked. It also opens authLevel function.</summary>
    public string? AdminKey { get; init; }

    /// <summary>Where timers remember their last run, so that a missed one is past due at the next start; absent = nowhere.</summary>
    public string? StateFolder { get; init; }

    /// <summary>How long after a look through a container of blobs the next one begins.</summary>
    public TimeSpan BlobPollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// At which failure of the worker within 30 minutes the host gives up; after those before it the worker is started again.
    /// </summary>
    public int WorkerFailureLimit { get; init; } = 3;

    /// <summary>How long a worker may take to connect and load its functions.</summary>
    public TimeSpan WorkerStartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a session without messages is kept before it is released to others; absent = host.json's sessionIdleTimeout, or 1 second.
    /// </summary>
    public TimeSpan? SessionIdleTimeout { get; init; }

    /// <summary>How long running invocations may take to finish when the host stops; functionTimeout if that is shorter.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a caller may take to send the headers of a request.</summary>
    public TimeSpan RequestHeadersTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of time-outs, lock renewal and timers.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the host logs. The worker's own output has category <c>Host.Function.Console</c>.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Logs faults of the app instead of refusing it, to show what they lead to.</summary>
    internal bool ToleratesFaults { get; init; }
}
