namespace ServiceBusEmulator.Engine;

/// <summary>A queue as read back after a start.</summary>
internal sealed record QueueSnapshot(
    IReadOnlyList<StoredMessage> Messages,
    IReadOnlyDictionary<string, byte[]> SessionStates,
    IReadOnlyList<(string MessageId, DateTimeOffset At)> Seen,
    long LastSequenceNumber
)
{
    public static QueueSnapshot Empty { get; } = new([], new Dictionary<string, byte[]>(), [], 0);
}
