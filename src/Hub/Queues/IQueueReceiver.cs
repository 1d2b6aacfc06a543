namespace Hub.Queues;

/// <summary>Receives from a queue without sessions, or from a dead-letter queue: every message has a lock of its own.</summary>
public interface IQueueReceiver : IReceiver
{
    /// <summary>Extends the lock of the message; gives the new end (UTC). A lost lock is an error.</summary>
    Task<DateTimeOffset> RenewLockAsync(ReceivedMessage message, CancellationToken cancellation);
}
