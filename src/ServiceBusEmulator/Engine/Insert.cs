namespace ServiceBusEmulator.Engine;

/// <summary>New messages, remembered for duplicate detection when <paramref name="Remember"/> is set.</summary>
internal sealed record Insert(string Queue, IReadOnlyList<StoredMessage> Messages, bool Remember, DateTimeOffset At) : StoreChange(Queue);
