namespace Hub.Azure.ServiceBus;

/// <summary>Counts what is under way, so that stopping can wait for it and nothing new begins.</summary>
internal sealed class OperationGate(object owner)
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int under;
    private bool closed;

    public void ThrowIfClosed() => ObjectDisposedException.ThrowIf(closed, owner);

    /// <summary>Runs an operation, unless the gate is closed.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public async Task RunAsync(Func<Task> operation)
    {
        lock (gate)
        {
            ThrowIfClosed();
            under++;
        }
        try
        {
            await operation().ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                if (--under == 0 && closed)
                    empty.TrySetResult();
            }
        }
    }

    /// <summary>Lets nothing new in, and waits for what is under way, though not longer than <paramref name="limit"/>.</summary>
    public async Task CloseAsync(TimeSpan limit, TimeProvider time)
    {
        lock (gate)
        {
            closed = true;
            if (under == 0)
                empty.TrySetResult();
        }
        try
        {
            await empty.Task.WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What is still under way is ended by the closing of its connection.
        }
    }
}
