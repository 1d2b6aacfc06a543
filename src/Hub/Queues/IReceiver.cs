namespace Hub.Queues;

/// <summary>
/// Receives messages under a lock and settles them; disposing gives back what is unsettled. What the lock is on, and so how it is renewed, is said by
/// <see cref="IQueueReceiver"/> (each message) and <see cref="ISessionReceiver"/> (the session).
/// </summary>
public interface IReceiver : IAsyncDisposable
{
    /// <summary>The next message, or null when none came within <paramref name="maxWait"/>.</summary>
    Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, CancellationToken cancellation);

    /// <summary>Removes the message; returns when the broker has acknowledged it. A lost lock is an error.</summary>
    Task CompleteAsync(ReceivedMessage message, CancellationToken cancellation);

    /// <summary>Gives the message back for redelivery and raises its delivery count.</summary>
    Task AbandonAsync(ReceivedMessage message, CancellationToken cancellation);

    /// <summary>Moves the message to the dead-letter queue. Reason and description never hold a value of a bericht.</summary>
    Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation);
}
