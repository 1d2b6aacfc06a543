namespace ServiceBusEmulator.Engine;

/// <summary>Deliver it again, counting a failed delivery; with other content when <paramref name="Content"/> is given.</summary>
internal sealed record Abandon(byte[]? Content = null) : Settlement;
