namespace ServiceBusEmulator.Engine;

/// <summary>Deliver it again as if it had not been given.</summary>
internal sealed record Release : Settlement;
