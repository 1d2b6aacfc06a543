namespace ServiceBusEmulator.Engine;

/// <summary>A message that is done, by the number it first had.</summary>
internal sealed record Delete(string Queue, long OriginalSequenceNumber) : StoreChange(Queue);
