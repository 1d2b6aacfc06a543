namespace ServiceBusEmulator.Engine;

/// <summary>One indivisible change of a queue.</summary>
internal abstract record StoreChange(string Queue);

/// <summary>New messages, remembered for duplicate detection when <paramref name="Remember"/> is set.</summary>
internal sealed record Insert(string Queue, IReadOnlyList<StoredMessage> Messages, bool Remember, DateTimeOffset At) : StoreChange(Queue);

/// <summary>A message that is done, by the number it first had.</summary>
internal sealed record Delete(string Queue, long OriginalSequenceNumber) : StoreChange(Queue);

/// <summary>
/// A message, by the number it first had, whose state, count, content or number changed. The values are copied, because the message lives
/// on.
/// </summary>
internal sealed record Update(
    string Queue,
    long OriginalSequenceNumber,
    long SequenceNumber,
    DateTimeOffset EnqueuedAt,
    int DeliveryCount,
    MessageState State,
    bool IsDeadLetter,
    string? Reason,
    string? Description,
    byte[]? NewContent
) : StoreChange(Queue);

/// <summary>The state of a session; null removes it.</summary>
internal sealed record SetSessionState(string Queue, string SessionId, byte[]? State) : StoreChange(Queue);

/// <summary>Message ids older than the duplicate detection window.</summary>
internal sealed record ForgetSeen(string Queue, DateTimeOffset Before) : StoreChange(Queue);
