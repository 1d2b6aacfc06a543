using Hub.Queues;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Renews the lock of a message, or of a session, halfway its remaining time, until disposed or until the handler has worked on one
/// message for longer than maxAutoLockRenewalDuration.
/// </summary>
internal sealed class LockRenewal : IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource stopping = new();
    private readonly Func<CancellationToken, Task<DateTimeOffset>> renew;
    private readonly TimeSpan longest;
    private readonly TimeProvider time;
    private readonly Action<QueueException> onFailure;
    private readonly Task running;
    private long busySince;

    /// <param name="renew">Renews; gives the new end of the lock.</param>
    /// <param name="lockedUntil">The end of the lock now (UTC).</param>
    /// <param name="longest">maxAutoLockRenewalDuration; zero = never renew.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onFailure">Told when a renewal failed; a lost lock ends the renewal.</param>
    public LockRenewal(
        Func<CancellationToken, Task<DateTimeOffset>> renew,
        DateTimeOffset lockedUntil,
        TimeSpan longest,
        TimeProvider time,
        Action<QueueException> onFailure)
    {
        this.renew = renew;
        this.longest = longest;
        this.time = time;
        this.onFailure = onFailure;
        busySince = time.GetTimestamp();
        running = RunAsync(lockedUntil);
    }

    /// <summary>The lock now covers a new message, whose time counts from here.</summary>
    public void NextMessage() => Volatile.Write(ref busySince, time.GetTimestamp());

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task RunAsync(DateTimeOffset lockedUntil)
    {
        while (true)
        {
            var half = (lockedUntil - time.GetUtcNow()) / 2;
            await Task.Delay(half < Shortest ? Shortest : half, time, stopping.Token).ConfigureAwait(false);
            if (time.GetElapsedTime(Volatile.Read(ref busySince)) > longest)
            {
                if (time.GetUtcNow() >= lockedUntil)
                    return;
                continue;
            }

            try
            {
                lockedUntil = await renew(stopping.Token).ConfigureAwait(false);
            }
            catch (QueueException error)
            {
                onFailure(error);
                if (error.Failure is not QueueFailure.Retry)
                    return;
            }
        }
    }
}
