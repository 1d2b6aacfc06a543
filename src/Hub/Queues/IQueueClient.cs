namespace Hub.Queues;

/// <summary>Queues with locks, sessions and duplicate detection; Service Bus in production.</summary>
/// <remarks>Every operation throws <see cref="QueueException"/>, whose kind says whether trying again can help.</remarks>
public interface IQueueClient : IAsyncDisposable
{
    /// <summary>Sends one message; returns when the queue has accepted it durably.</summary>
    Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation);

    /// <summary>
    /// Sends messages in order, in as few transfers as the queue's size limit allows; returns when all are accepted durably. A failure may come after a
    /// first part was accepted: send all again only to a queue with duplicate detection.
    /// </summary>
    async Task SendBatchAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var message in messages)
            await SendAsync(queue, message, cancellation).ConfigureAwait(false);
    }

    /// <summary>The largest encoded message that <paramref name="queue"/> accepts, in bytes, properties included.</summary>
    Task<long> GetMaxMessageSizeAsync(string queue, CancellationToken cancellation);

    /// <summary>Opens a peek-lock receiver on a queue without sessions, or on its dead-letter queue.</summary>
    Task<IQueueReceiver> OpenReceiverAsync(string queue, bool deadLetters, CancellationToken cancellation);

    /// <summary>The oldest dead letters of a queue, at most <paramref name="max"/>; answers at once, locks nothing and fetches no content.</summary>
    Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation);

    /// <summary>
    /// The ids of the messages that a receiver still gets, oldest first, of all sessions: locked and scheduled ones too, deferred and dead-lettered ones not.
    /// Locks nothing and fetches no content; a message that is there all the while is listed.
    /// </summary>
    IAsyncEnumerable<string> ListMessageIdsAsync(string queue, CancellationToken cancellation);

    /// <summary>Locks a session by its id, whether or not it has messages; one that another holds is refused.</summary>
    Task<ISessionReceiver> AcceptSessionAsync(string queue, string sessionId, CancellationToken cancellation);

    /// <summary>Locks the next session that has messages and no holder; null when none came free within <paramref name="maxWait"/>.</summary>
    Task<ISessionReceiver?> AcceptNextSessionAsync(string queue, TimeSpan maxWait, CancellationToken cancellation);
}
