namespace ServiceBusEmulator.Engine;

/// <summary>Set it aside until it is asked for by number.</summary>
internal sealed record Defer(byte[]? Content = null) : Settlement;
