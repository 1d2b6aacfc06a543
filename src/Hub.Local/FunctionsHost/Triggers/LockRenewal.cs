using Hub.Queues;

namespace Hub.Local.FunctionsHost.Triggers;

/// <summary>
/// Renews the lock of a message, or of a session, halfway its remaining time, until disposed or until the handler has worked on one
/// message for longer than maxAutoLockRenewalDuration.
/// </summary>
internal sealed class LockRenewal : IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<CancellationToken, Task<DateTimeOffset>> _renew;
    private readonly TimeSpan _longest;
    private readonly TimeProvider _time;
    private readonly Action<QueueException> _onFailure;
    private readonly Task _running;
    private long _busySince;

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
        _renew = renew;
        _longest = longest;
        _time = time;
        _onFailure = onFailure;
        _busySince = time.GetTimestamp();
        _running = RunAsync(lockedUntil);
    }

    /// <summary>The lock now covers a new message, whose time counts from here.</summary>
    public void NextMessage() => Volatile.Write(ref _busySince, _time.GetTimestamp());

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task RunAsync(DateTimeOffset lockedUntil)
    {
        while (true)
        {
            var half = (lockedUntil - _time.GetUtcNow()) / 2;
            await Task.Delay(half < Shortest ? Shortest : half, _time, _stopping.Token).ConfigureAwait(false);
            if (_time.GetElapsedTime(Volatile.Read(ref _busySince)) > _longest)
            {
                if (_time.GetUtcNow() >= lockedUntil)
                    return;
                continue;
            }

            try
            {
                lockedUntil = await _renew(_stopping.Token).ConfigureAwait(false);
            }
            catch (QueueException error)
            {
                _onFailure(error);
                if (error.Failure is not QueueFailure.Retry)
                    return;
            }
        }
    }
}
