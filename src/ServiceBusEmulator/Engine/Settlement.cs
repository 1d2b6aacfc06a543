namespace ServiceBusEmulator.Engine;

/// <summary>What a receiver decided about a message that it holds.</summary>
internal abstract record Settlement;

/// <summary>The message is done.</summary>
internal sealed record Complete : Settlement;

/// <summary>Deliver it again, counting a failed delivery; with other content when <paramref name="Content"/> is given.</summary>
internal sealed record Abandon(byte[]? Content = null) : Settlement;

/// <summary>Deliver it again as if it had not been given.</summary>
internal sealed record Release : Settlement;

/// <summary>Set it aside until it is asked for by number.</summary>
internal sealed record Defer(byte[]? Content = null) : Settlement;

/// <summary>Move it to the dead-letter queue.</summary>
internal sealed record DeadLetter(string? Reason, string? Description, byte[]? Content = null) : Settlement;
