namespace Hub.Local.FunctionsHost.App;

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
