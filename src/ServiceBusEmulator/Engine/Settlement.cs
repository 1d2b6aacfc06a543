namespace ServiceBusEmulator.Engine;

/// <summary>What a receiver decided about a message that it holds.</summary>
internal abstract record Settlement;
