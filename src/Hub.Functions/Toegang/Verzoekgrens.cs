using System.Threading.RateLimiting;

namespace Hub.Functions.Toegang;

/// <summary>
/// How many requests one caller may make: a bucket per deelnemer, so that one that runs wild keeps no other waiting. Each instance of the app counts
/// for itself; the hard bound over all is that of the gateway (docs/authorization.md).
/// </summary>
internal sealed class Verzoekgrens(ToegangInstellingen instellingen) : IDisposable
{
    /// <summary>When nothing else is set: 100 a second, and a minute's worth at once.</summary>
    public const int GewoonPerMinuut = 6000;

    private const int SecondenPerMinuut = 60;

    private readonly PartitionedRateLimiter<string> _emmers = PartitionedRateLimiter.Create<string, string>(wie => RateLimitPartition.GetTokenBucketLimiter(
        wie, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = instellingen.PerMinuut,
            TokensPerPeriod = Math.Max(1, instellingen.PerMinuut / SecondenPerMinuut),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1.0, (double)SecondenPerMinuut / instellingen.PerMinuut)),
            QueueLimit = 0,
        }));

    /// <summary>Whether the caller may go on; else after how long it may try again.</summary>
    /// <param name="wie">The deelnemer's code, or who else calls.</param>
    public (bool Mag, TimeSpan Wacht) Neem(string wie)
    {
        using var plaats = _emmers.AttemptAcquire(wie);
        return (plaats.IsAcquired, plaats.TryGetMetadata(MetadataName.RetryAfter, out var wacht) ? wacht : TimeSpan.FromSeconds(1));
    }

    public void Dispose() => _emmers.Dispose();
}
