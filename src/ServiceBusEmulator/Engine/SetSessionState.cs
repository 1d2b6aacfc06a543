namespace ServiceBusEmulator.Engine;

/// <summary>The state of a session; null removes it.</summary>
internal sealed record SetSessionState(string Queue, string SessionId, byte[]? State) : StoreChange(Queue);
