namespace Hub;

/// <summary>How long one request may wait for its dependencies; see <see cref="DependencyBound"/>.</summary>
/// <param name="Longest">The bound.</param>
public sealed record DependencyLimit(TimeSpan Longest)
{
    /// <summary>A caller has its 503 within 20 seconds, also when the machine is busy.</summary>
    public static DependencyLimit Default { get; } = new(TimeSpan.FromSeconds(15));
}
