namespace Hub;

/// <summary>
/// How long one request may wait, all in all, for what the hub depends on: storage and queues. What its sender or reader takes does not
/// count, nor what it waits by itself. Work that began none, such as that of a queue or a timer, has no bound here: it is tried again.
/// </summary>
public sealed class DependencyBound
{
    private static readonly AsyncLocal<DependencyBound?> Current = new();

    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly Lock _lock = new();
    private int _underWay;
    private long _since;
    private TimeSpan _used;

    private DependencyBound(DependencyLimit limit, TimeProvider time) => (_limit, _time) = (limit.Longest, time);

    /// <summary>Begins the bound for all that is awaited from here on in this request.</summary>
    /// <param name="limit">How long that may be.</param>
    /// <param name="time">The clock.</param>
    public static void Begin(DependencyLimit limit, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(limit);
        Current.Value = new DependencyBound(limit, time);
    }

    /// <summary>Calls a dependency, and stops it when the request has waited long enough.</summary>
    /// <param name="operation">What is called, for the message; never a value.</param>
    /// <param name="call">The call; it must end soon once its token is cancelled.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageException">It did not answer in time: the same request can be sent again.</exception>
    public static async Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (Current.Value is not { } bound)
        {
            return await call(cancellation).ConfigureAwait(false);
        }
        using var limit = new CancellationTokenSource(bound.Enter(), bound._time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await call(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new StorageException(
                StorageFault.Retry,
                $"{operation}: no answer within the {bound._limit.TotalSeconds:F0} s of a request."
            );
        }
        finally
        {
            bound.Leave();
        }
    }

    /// <summary>The same for a call that gives nothing.</summary>
    /// <exception cref="StorageException">It did not answer in time: the same request can be sent again.</exception>
    public static Task RunAsync(string operation, Func<CancellationToken, Task> call, CancellationToken cancellation) =>
        RunAsync(
            operation,
            async stop =>
            {
                await call(stop).ConfigureAwait(false);
                return true;
            },
            cancellation
        );

    /// <summary>
    /// Begins the bound anew, because something of a long row came or went: whoever sends or reads a large bericht waits for the next part,
    /// not for all of them.
    /// </summary>
    public static void Progress() => Current.Value?.Renew();

    // The clock runs while anything is under way, so that calls at the same time count once.
    private TimeSpan Enter()
    {
        lock (_lock)
        {
            if (_underWay++ == 0)
            {
                _since = _time.GetTimestamp();
            }
            var left = _limit - _used - _time.GetElapsedTime(_since);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private void Renew()
    {
        lock (_lock)
        {
            _used = TimeSpan.Zero;
            _since = _time.GetTimestamp();
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_underWay == 0)
            {
                _used += _time.GetElapsedTime(_since);
            }
        }
    }
}
