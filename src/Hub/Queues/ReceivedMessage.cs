namespace Hub.Queues;

/// <summary>A message received under a lock; it is settled through the receiver that gave it.</summary>
public sealed record ReceivedMessage
{
    /// <summary>The message as it was sent.</summary>
    public required QueueMessage Message { get; init; }

    /// <summary>Identifies the lock.</summary>
    public required Guid LockToken { get; init; }

    /// <summary>When the lock ends (UTC) unless renewed.</summary>
    public required DateTimeOffset LockedUntil { get; init; }

    /// <summary>1 for the first delivery, one more for each that was abandoned or whose lock expired.</summary>
    public required int DeliveryCount { get; init; }

    /// <summary>The queue's own number for the message, rising.</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>When the queue accepted the message (UTC).</summary>
    public required DateTimeOffset EnqueuedTime { get; init; }

    /// <summary>Why it was dead-lettered; only on messages read from a dead-letter queue.</summary>
    public string? DeadLetterReason { get; init; }

    /// <summary>More on why it was dead-lettered.</summary>
    public string? DeadLetterDescription { get; init; }
}
