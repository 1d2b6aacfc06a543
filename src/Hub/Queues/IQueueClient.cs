namespace Hub.Queues;

/// <summary>What the flow asks of queues: sending, and looking at what was given up on; Service Bus in production.</summary>
/// <remarks>
/// Every operation throws <see cref="QueueException"/>, whose kind says whether trying again can help. What receives, the Functions host,
/// does so by itself.
/// </remarks>
public interface IQueueClient : IAsyncDisposable
{
    /// <summary>
    /// Sends one message; returns when the queue has accepted it durably. After a failure it may have been accepted all the same: queues
    /// that mind detect duplicates.
    /// </summary>
    Task SendAsync(string queue, QueueMessage message, CancellationToken cancellation);

    /// <summary>
    /// Whether a message with a body of so many bytes, and the hub's own properties, is not too large for <paramref name="queue"/>.
    /// </summary>
    Task<bool> FitsAsync(string queue, long bodyBytes, CancellationToken cancellation);

    /// <summary>Whether the queue answers; throws when not.</summary>
    Task ProbeAsync(string queue, CancellationToken cancellation);

    /// <summary>The oldest dead letters of a queue, at most <paramref name="max"/>; answers at once and locks nothing.</summary>
    Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string queue, int max, CancellationToken cancellation);

    /// <summary>
    /// The ids of the messages that a receiver still gets, oldest first, of all sessions: locked and scheduled ones too, deferred and
    /// dead-lettered ones not. Locks nothing; a message that is there all the while is listed.
    /// </summary>
    IAsyncEnumerable<string> ListMessageIdsAsync(string queue, CancellationToken cancellation);
}
