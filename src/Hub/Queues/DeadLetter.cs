namespace Hub.Queues;

/// <summary>What can be seen of a message in a dead-letter queue without locking it; its content stays there.</summary>
/// <param name="MessageId">The id under which it was sent.</param>
/// <param name="Reason">Why it was dead-lettered; null when nobody said.</param>
/// <param name="SequenceNumber">The dead-letter queue's own number for it, rising.</param>
/// <param name="EnqueuedTime">When the queue accepted it (UTC).</param>
public sealed record DeadLetter(string MessageId, string? Reason, long SequenceNumber, DateTimeOffset EnqueuedTime);
