namespace Hub.Queues;

/// <summary>Receives messages under a lock and settles them; disposing gives back what is unsettled.</summary>
public interface IQueueReceiver : IAsyncDisposable
{
    /// <summary>The session this receiver holds; null on a queue without sessions.</summary>
    string? SessionId { get; }

    /// <summary>When the session lock ends (UTC); null on a queue without sessions.</summary>
    DateTimeOffset? SessionLockedUntil { get; }

    /// <summary>The next message, or null when none came within <paramref name="maxWait"/>.</summary>
    Task<ReceivedMessage?> ReceiveAsync(TimeSpan maxWait, CancellationToken cancellation);

    /// <summary>Removes the message; returns when the broker has acknowledged it. A lost lock is an error.</summary>
    Task CompleteAsync(ReceivedMessage message, CancellationToken cancellation);

    /// <summary>Gives the message back for redelivery and raises its delivery count.</summary>
    Task AbandonAsync(ReceivedMessage message, CancellationToken cancellation);

    /// <summary>Moves the message to the dead-letter queue. Reason and description never hold a value of a bericht.</summary>
    Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation);

    /// <summary>Extends the lock of the message; null stands for the session, as <see cref="RenewSessionLockAsync"/>. Gives the new end (UTC).</summary>
    Task<DateTimeOffset> RenewLockAsync(ReceivedMessage? message, CancellationToken cancellation);

    /// <summary>Extends the lock of the session that this receiver holds; gives the new end (UTC).</summary>
    Task<DateTimeOffset> RenewSessionLockAsync(CancellationToken cancellation) => RenewLockAsync(null, cancellation);
}
