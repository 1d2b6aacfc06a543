namespace ServiceBusEmulator.Engine;

/// <summary>The message is done.</summary>
internal sealed record Complete : Settlement;
