namespace ServiceBusEmulator.Engine;

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
