namespace ServiceBusEmulator.Settings;

/// <summary>The settings of one queue, in the words and with the defaults of the Service Bus resource provider.</summary>
public sealed record QueueDefinition
{
    /// <summary>The queue's name; compared without regard to case, may hold slashes.</summary>
    public required string Name { get; init; }

    /// <summary>Whether every message must carry a session id, and receivers lock a session at a time.</summary>
    public bool RequiresSession { get; init; }

    /// <summary>How long a message or session lock holds unless renewed.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After this many failed deliveries a message goes to the dead-letter queue.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>Whether a message id seen within the history window is accepted but not queued again.</summary>
    public bool RequiresDuplicateDetection { get; init; }

    /// <summary>How long message ids are remembered for duplicate detection.</summary>
    public TimeSpan DuplicateDetectionHistoryTimeWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether an expired message goes to the dead-letter queue rather than away.</summary>
    public bool DeadLetteringOnMessageExpiration { get; init; }

    /// <summary>Time to live of messages that bring none, and the most that any message gets.</summary>
    public TimeSpan DefaultMessageTimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>The largest message accepted, in KiB of its encoded form: 256 in the standard tier, up to 102400 in premium.</summary>
    public int MaxMessageSizeInKilobytes { get; init; } = 256;

    /// <summary>The largest message accepted, in bytes.</summary>
    public long MaxMessageSize => MaxMessageSizeInKilobytes * 1024L;
}
