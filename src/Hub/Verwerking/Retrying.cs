using Hub.Retries;
using Polly;

namespace Hub.Verwerking;

/// <summary>Waits out a short outage while work is done under the lock of its message.</summary>
public sealed class Retrying(TimeProvider time)
{
    private readonly ResiliencePipeline _policy = Retry.UnderLock(time);

    /// <summary>Does <paramref name="work"/>, at most four times within half a minute; the last failure is thrown.</summary>
    public async Task DoAsync(Func<Task> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _policy.ExecuteAsync(async _ => await work().ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }
}
