using ServiceBusEmulator.Engine;

namespace ServiceBusEmulator.Storage;

/// <summary>Keeps queues over a restart. Changes are applied, and answered, in the order given.</summary>
internal interface IMessageStore : IAsyncDisposable
{
    /// <summary>Whether content that was written can be read back, so that it need not stay in memory.</summary>
    bool KeepsContent { get; }

    /// <summary>What was kept of a queue, with at most <paramref name="room"/> bytes of content; what doesn't fit is paged out.</summary>
    QueueSnapshot Load(string queue, long room);

    /// <summary>Gives messages that are paged out their content.</summary>
    /// <exception cref="QueueFaultException">It could not be read.</exception>
    void ReadContent(string queue, IReadOnlyList<StoredMessage> messages);

    /// <summary>Writes one change whole or not at all, then calls <paramref name="done"/>, with null when the change is safe.</summary>
    void Write(StoreChange change, Action<Exception?> done);
}

/// <summary>A queue as read back after a start.</summary>
internal sealed record QueueSnapshot(
    IReadOnlyList<StoredMessage> Messages,
    IReadOnlyDictionary<string, byte[]> SessionStates,
    IReadOnlyList<(string MessageId, DateTimeOffset At)> Seen,
    long LastSequenceNumber)
{
    public static QueueSnapshot Empty { get; } = new([], new Dictionary<string, byte[]>(), [], 0);
}

/// <summary>One indivisible change of a queue.</summary>
internal abstract record StoreChange(string Queue);

/// <summary>New messages, remembered for duplicate detection when <paramref name="Remember"/> is set.</summary>
internal sealed record Insert(string Queue, IReadOnlyList<StoredMessage> Messages, bool Remember, DateTimeOffset At) : StoreChange(Queue);

/// <summary>A message that is done, by the number it first had.</summary>
internal sealed record Delete(string Queue, long OriginalSequenceNumber) : StoreChange(Queue);

/// <summary>A message, by the number it first had, whose state, count, content or number changed. The values are copied, because the message lives on.</summary>
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
    byte[]? NewContent) : StoreChange(Queue);

/// <summary>The state of a session; null removes it.</summary>
internal sealed record SetSessionState(string Queue, string SessionId, byte[]? State) : StoreChange(Queue);

/// <summary>Message ids older than the duplicate detection window.</summary>
internal sealed record ForgetSeen(string Queue, DateTimeOffset Before) : StoreChange(Queue);
