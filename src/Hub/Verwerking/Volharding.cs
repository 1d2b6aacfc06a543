using Hub.Retries;
using Polly;

namespace Hub.Verwerking;

/// <summary>Waits out a short outage while work is done under the lock of its message.</summary>
public sealed class Volharding(TimeProvider tijd)
{
    private readonly ResiliencePipeline _policy = Retry.UnderLock(tijd);

    /// <summary>Does <paramref name="werk"/>, at most four times within half a minute; the last failure is thrown.</summary>
    public async Task DoeAsync(Func<Task> werk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(werk);
        await _policy.ExecuteAsync(async _ => await werk().ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }
}
