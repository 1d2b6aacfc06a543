namespace Hub.Azure.ServiceBus;

/// <summary>Counts what is under way, so that stopping can wait for it and nothing new begins.</summary>
internal sealed class OperationGate(object owner)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _under;
    private bool _closed;

    public void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_closed, owner);

    /// <summary>Runs an operation, unless the gate is closed.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public async Task RunAsync(Func<Task> operation)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            _under++;
        }
        try
        {
            await operation().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                if (--_under == 0 && _closed)
                {
                    _empty.TrySetResult();
                }
            }
        }
    }

    /// <summary>Lets nothing new in, and waits for what is under way, though not longer than <paramref name="limit"/>.</summary>
    public async Task CloseAsync(TimeSpan limit, TimeProvider time)
    {
        lock (_gate)
        {
            _closed = true;
            if (_under == 0)
            {
                _empty.TrySetResult();
            }
        }
        try
        {
            await _empty.Task.WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What is still under way is ended by the closing of its connection.
        }
    }
}
