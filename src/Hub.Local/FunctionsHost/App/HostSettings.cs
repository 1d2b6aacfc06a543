namespace Hub.Local.FunctionsHost.App;

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
