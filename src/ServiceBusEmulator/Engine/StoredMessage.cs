namespace ServiceBusEmulator.Engine;

/// <summary>One message as the engine keeps it: what it needs to know of it, and the rest as bytes it never reads.</summary>
internal sealed class StoredMessage
{
    private byte[]? _content;

    public required string MessageId { get; init; }

    public string? SessionId { get; init; }

    /// <summary>
    /// The encoded sections that travel unchanged: properties, application properties, body, footer. Not to be asked for while paged out.
    /// </summary>
    public required byte[] Content
    {
        get => _content ?? throw new InvalidOperationException("The content is in the store only.");
        set => (_content, ContentLength) = (value, value.Length);
    }

    public int ContentLength { get; private set; }

    /// <summary>Whether the content is in the store only.</summary>
    public bool IsPagedOut => _content is null;

    /// <summary>How many changes of the content are not written yet.</summary>
    public int ChangesUnderWay { get; set; }

    /// <summary>The sender's own message annotations, encoded; empty when there were none.</summary>
    public byte[] Annotations { get; init; } = [];

    public TimeSpan? TimeToLive { get; init; }

    public DateTimeOffset? ScheduledFor { get; init; }

    public long SequenceNumber { get; set; }

    /// <summary>
    /// The number the message first had, and by which the store knows it; it differs once it was scheduled or dead-lettered.
    /// </summary>
    public long OriginalSequenceNumber { get; set; }

    public DateTimeOffset EnqueuedAt { get; set; }

    /// <summary>Failed deliveries so far: 0 on the first.</summary>
    public int DeliveryCount { get; set; }

    public MessageState State { get; set; }

    public bool IsDeadLetter { get; set; }

    public string? DeadLetterReason { get; set; }

    public string? DeadLetterDescription { get; set; }

    /// <summary>The lock, while there is one; never written to disk.</summary>
    public MessageLock? Lock { get; set; }

    /// <summary>What ends the message when its time to live is over.</summary>
    public Deadline? Expiry { get; set; }

    public DateTimeOffset ExpiresAt =>
        TimeToLive is { } life && life < DateTimeOffset.MaxValue - EnqueuedAt ? EnqueuedAt + life : DateTimeOffset.MaxValue;

    public long Size => ContentLength + Annotations.Length;

    /// <summary>Leaves the content to the store, which has it.</summary>
    public void PageOut() => _content = null;

    /// <summary>Leaves content to the store that was never read from it; <paramref name="length"/> in bytes.</summary>
    public void PageOut(int length) => (_content, ContentLength) = (null, length);
}
