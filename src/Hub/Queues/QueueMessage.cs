namespace Hub.Queues;

/// <summary>One message on a queue, as sent: body bytes and the properties that travel beside them.</summary>
/// <remarks>Nothing here may hold a BSN, a name or any value of a bericht other than its header.</remarks>
public sealed record QueueMessage
{
    /// <summary>Identity for duplicate detection; the same id within the queue's window is accepted once.</summary>
    public required string MessageId { get; init; }

    /// <summary>The body, as bytes.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The session that keeps messages in order; required by queues with sessions, absent elsewhere.</summary>
    public string? SessionId { get; init; }

    /// <summary>Media type of the body, such as <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>What the message is about, in one word; Service Bus calls it Label.</summary>
    public string? Subject { get; init; }

    /// <summary>Application properties: string, bool, int, long, double, Guid, DateTimeOffset (UTC) or byte[].</summary>
    public IReadOnlyDictionary<string, object> Properties { get; init; } = new Dictionary<string, object>();

    /// <summary>When the message becomes visible (UTC); absent = at once.</summary>
    public DateTimeOffset? ScheduledEnqueueTime { get; init; }
}
