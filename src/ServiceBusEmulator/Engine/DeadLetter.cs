namespace ServiceBusEmulator.Engine;

/// <summary>Move it to the dead-letter queue.</summary>
internal sealed record DeadLetter(string? Reason, string? Description, byte[]? Content = null) : Settlement;
