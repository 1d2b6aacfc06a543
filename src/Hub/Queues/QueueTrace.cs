using System.Diagnostics;

namespace Hub.Queues;

/// <summary>
/// Carries a trace over a queue: in the properties <c>traceparent</c> and <c>tracestate</c> (W3C), and <c>Diagnostic-Id</c> for older
/// readers.
/// </summary>
public static class QueueTrace
{
    /// <summary>The name of the activity source for processing.</summary>
    public const string SourceName = "Hub.Queues";

    private const string Parent = "traceparent";
    private const string State = "tracestate";
    private const string OlderParent = "Diagnostic-Id";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// The message with the context of <paramref name="activity"/> in its properties, unless it carries a context already; the message
    /// itself without an activity.
    /// </summary>
    public static QueueMessage WithContext(this QueueMessage message, Activity? activity)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (activity is not { IdFormat: ActivityIdFormat.W3C, Id: { } id } || message.Properties.ContainsKey(Parent))
        {
            return message;
        }
        var properties = new Dictionary<string, object>(message.Properties) { [Parent] = id, [OlderParent] = id };
        if (activity.TraceStateString is { Length: > 0 } state)
        {
            properties[State] = state;
        }
        return message with { Properties = properties };
    }

    /// <summary>The context that the properties of a message spell; null when there is none or it isn't valid.</summary>
    /// <param name="parent">Property <c>traceparent</c> or <c>Diagnostic-Id</c>.</param>
    /// <param name="state">Property <c>tracestate</c>.</param>
    public static ActivityContext? ContextOf(string? parent, string? state = null) =>
        ActivityContext.TryParse(parent, state, isRemote: true, out var context) ? context : null;

    /// <summary>
    /// Starts the span under which a received message is processed, as a child of what its sender was doing; null when nobody listens.
    /// Dispose it when done. What runs now and belongs to another trace than the sender's, such as a call by the host, is linked.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="sender">The context that the sender put on the message; absent = a child of what runs now.</param>
    /// <param name="messageId">The id of the message, when it may be told.</param>
    /// <param name="deliveryCount">1 for the first delivery, when it is known.</param>
    /// <param name="caller">The context of who calls in another process; absent = what runs now.</param>
    public static Activity? StartProcess(
        string queue,
        ActivityContext? sender,
        string? messageId,
        int? deliveryCount,
        ActivityContext? caller = null
    )
    {
        var now = caller ?? (Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Context : null);
        ActivityLink[]? links =
            sender is { } known && now is { } other && other.TraceId != known.TraceId ? [new ActivityLink(other)] : null;
        var activity = Source.StartActivity($"process {queue}", ActivityKind.Consumer, sender ?? caller ?? default, links: links);
        activity
            ?.SetTag("messaging.system", "servicebus")
            .SetTag("messaging.operation.name", "process")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", queue)
            .SetTag("messaging.message.id", messageId)
            .SetTag("messaging.servicebus.message.delivery_count", deliveryCount);
        return activity;
    }
}
