namespace Hub.Local.FunctionsHost.App;

/// <summary>An app: host.json and the functions that are not disabled.</summary>
internal sealed record FunctionApp(HostSettings Host, IReadOnlyList<FunctionDefinition> Functions)
{
    public IEnumerable<(FunctionDefinition Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : Trigger =>
        Functions.Where(function => function.Trigger is TTrigger).Select(function => (function, (TTrigger)function.Trigger));
}

/// <summary>The parts of host.json that this host honours, with the real host's defaults.</summary>
internal sealed record HostSettings
{
    public string RoutePrefix { get; init; } = "api";

    /// <summary>Absent = unbounded, written as -1.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    public bool OpenTelemetry { get; init; }

    public ServiceBusSettings ServiceBus { get; init; } = new();

    public BlobSettings Blobs { get; init; } = new();
}

internal sealed record ServiceBusSettings
{
    public int MaxConcurrentCalls { get; init; } = 16;

    public int MaxConcurrentSessions { get; init; } = 8;

    public TimeSpan MaxAutoLockRenewalDuration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a session without messages is kept. On Azure a minute when absent; one developer need not wait that long.
    /// </summary>
    public TimeSpan SessionIdleTimeout { get; init; } = TimeSpan.FromSeconds(1);
}

internal sealed record BlobSettings
{
    /// <summary>How many blobs of one function are handled at once. On Azure eight per core when absent.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 8;

    /// <summary>How often a version of a blob is tried.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;
}

internal sealed record FunctionDefinition(string Name, Trigger Trigger);

/// <summary>What starts a function; <paramref name="Name"/> is the parameter that it fills.</summary>
internal abstract record Trigger(string Name);

internal enum AuthLevel
{
    Anonymous,
    Function,
    Admin,
}

/// <summary>Null <paramref name="Methods"/> = every method.</summary>
internal sealed record HttpTrigger(string Name, string Route, IReadOnlyList<string>? Methods, AuthLevel AuthLevel) : Trigger(Name);

/// <summary>
/// <paramref name="ConnectionString"/> is empty when the app settings aren't known; <paramref name="Namespace"/> is its fully qualified
/// namespace, as the metadata shows it.
/// </summary>
internal sealed record ServiceBusTrigger(string Name, string Queue, string ConnectionString, string Namespace, bool Sessions, bool Binary)
    : Trigger(Name);

/// <summary>
/// <paramref name="Storage"/> and <paramref name="ReceiptStorage"/> are connection strings; empty when the app settings aren't known.
/// <paramref name="Deferred"/>: the worker fetches the blob itself, by the setting <paramref name="Connection"/>.
/// </summary>
internal sealed record BlobTrigger(string Name, BlobPattern Path, string Connection, string Storage, string ReceiptStorage, bool Deferred)
    : Trigger(Name);

internal sealed record TimerTrigger(string Name, TimerSchedule Schedule, bool RunOnStartup, bool UseMonitor) : Trigger(Name);
