using System.Threading.RateLimiting;

namespace Hub.Functions.Access;

/// <summary>
/// How many requests one caller may make: a bucket per deelnemer, so that one that runs wild keeps no other waiting. Each instance of the
/// app counts for itself; the hard bound over all is that of the gateway (docs/authorization.md).
/// </summary>
internal sealed class RequestLimit(AccessSettings settings) : IDisposable
{
    /// <summary>When nothing else is set: 100 a second, and a minute's worth at once.</summary>
    public const int PlainPerMinute = 6000;

    private const int SecondsPerMinute = 60;

    private readonly PartitionedRateLimiter<string> _buckets = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetTokenBucketLimiter(
            who,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.PerMinute,
                TokensPerPeriod = Math.Max(1, settings.PerMinute / SecondsPerMinute),
                ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1.0, (double)SecondsPerMinute / settings.PerMinute)),
                QueueLimit = 0,
            }
        )
    );

    /// <summary>Whether the caller may go on; else after how long it may try again.</summary>
    /// <param name="who">The deelnemer's code, or who else calls.</param>
    public (bool May, TimeSpan Wait) Take(string who)
    {
        using var place = _buckets.AttemptAcquire(who);
        return (place.IsAcquired, place.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
    }

    public void Dispose() => _buckets.Dispose();
}
