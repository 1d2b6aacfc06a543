namespace ServiceBusEmulator.Engine;

/// <summary>How much message content may be in memory at once, over all queues; safe for any thread.</summary>
/// <remarks>A message counts from its admission to its queue until it is removed, for as long as its content is here.</remarks>
internal sealed class ContentBudget(long limit)
{
    private long _held;

    /// <summary>How many bytes are in memory.</summary>
    public long Held => Interlocked.Read(ref _held);

    public bool IsOver => Held > limit;

    /// <summary>How many bytes still fit.</summary>
    public long Room => limit - Held;

    public void Add(long bytes) => Interlocked.Add(ref _held, bytes);
}
