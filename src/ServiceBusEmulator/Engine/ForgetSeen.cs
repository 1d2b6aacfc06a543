namespace ServiceBusEmulator.Engine;

/// <summary>Message ids older than the duplicate detection window.</summary>
internal sealed record ForgetSeen(string Queue, DateTimeOffset Before) : StoreChange(Queue);
