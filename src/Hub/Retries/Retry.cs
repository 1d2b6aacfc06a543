using Hub.Queues;
using Polly;
using Polly.Retry;

namespace Hub.Retries;

/// <summary>
/// How work is tried again, all of it: at once when others came first, after a pause when something it needs fails for a while.
/// </summary>
public static class Retry
{
    /// <summary>How often work is tried at most while others keep coming first.</summary>
    public const int MaxAttempts = 20;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)];
    private static readonly ResiliencePropertyKey<int> AttemptKey = new("attempt");

    private static readonly ResiliencePipeline Conflicts = new ResiliencePipelineBuilder()
        .AddRetry(
            new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StorageException>(fault => fault.Fault == StorageFault.Conflict),
                MaxRetryAttempts = MaxAttempts - 1,
                Delay = TimeSpan.Zero,
                OnRetry = retry =>
                {
                    retry.Context.Properties.Set(AttemptKey, retry.AttemptNumber + 1);
                    return default;
                },
            }
        )
        .Build();

    /// <summary>
    /// Does work again, at once, while it ends in <see cref="StorageFault.Conflict"/>: what it read was changed by another before it wrote.
    /// </summary>
    /// <param name="work">Reads and writes; told which attempt it is, from 0.</param>
    /// <param name="cancellation">Stops it between attempts, and what <paramref name="work"/> does with it.</param>
    /// <exception cref="StorageException">Others kept coming first, or what the last attempt threw.</exception>
    public static async Task<T> OnConflictAsync<T>(Func<int, Task<T>> work, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(cancellation);
        try
        {
            return await Conflicts
                .ExecuteAsync(async running => await work(running.Properties.GetValue(AttemptKey, 0)).ConfigureAwait(false), context)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The same for work that gives nothing.</summary>
    public static Task OnConflictAsync(Func<int, Task> work, CancellationToken cancellation) =>
        OnConflictAsync(
            async attempt =>
            {
                await work(attempt).ConfigureAwait(false);
                return true;
            },
            cancellation
        );

    /// <summary>
    /// The policy for work under a lock: at most four times within half a minute while it fails for a reason that may pass. The host gives
    /// an abandoned message back at once, so a short outage would use up every delivery and end in the dead letters; waiting under the
    /// lock, which the host renews, bridges it.
    /// </summary>
    /// <param name="time">Measures the pauses.</param>
    public static ResiliencePipeline UnderLock(TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder()
                        .Handle<StorageException>(fault => fault.Fault is StorageFault.Retry or StorageFault.Conflict)
                        .Handle<QueueException>(fault => fault.Failure == QueueFailure.Retry),
                    MaxRetryAttempts = Pauses.Length,
                    DelayGenerator = retry => new(Pauses[retry.AttemptNumber]),
                }
            )
            .Build();
}
