namespace Hub.Queues;

/// <summary>Queues with locks, sessions and duplicate detection; Service Bus in production.</summary>
/// <remarks>Every operation throws <see cref="QueueException"/>, whose kind says whether trying again can help.</remarks>
public interface IQueueClient : IAsyncDisposable
{
    /// <summary>Sends one message; returns when the queue has accepted it durably.</summary>
    Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation);

    /// <summary>The largest encoded message that <paramref name="queue"/> accepts, in bytes, properties included.</summary>
    Task<long> GetMaxMessageSizeAsync(string queue, CancellationToken cancellation);

    /// <summary>Opens a peek-lock receiver on a queue without sessions, or on its dead-letter queue.</summary>
    Task<IQueueReceiver> OpenReceiverAsync(string queue, bool deadLetters, CancellationToken cancellation);

    /// <summary>Locks the next session that has messages and no holder; null when none came free within <paramref name="maxWait"/>.</summary>
    Task<IQueueReceiver?> AcceptNextSessionAsync(string queue, TimeSpan maxWait, CancellationToken cancellation);
}
