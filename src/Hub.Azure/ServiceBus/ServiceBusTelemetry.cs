using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>Traces and metrics of the client, in the words of OpenTelemetry's messaging conventions. No tag holds content or properties.</summary>
/// <remarks>
/// Spans: <c>send q</c> (producer), <c>receive q</c> (client, linked to the senders' spans), <c>complete q</c> and the like. Metrics:
/// <c>messaging.client.operation.duration</c> (s), <c>messaging.client.sent.messages</c> and <c>messaging.client.consumed.messages</c>.
/// </remarks>
public sealed class ServiceBusTelemetry
{
    /// <summary>The name of both the activity source and the meter.</summary>
    public const string Name = "Hub.ServiceBus";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "messaging.client.operation.duration", "s", "Duration of a messaging operation",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Messages sent, accepted or not");
    private static readonly Counter<long> Consumed = Meter.CreateCounter<long>("messaging.client.consumed.messages", "{message}", "Messages received");

    private readonly string _host;
    private readonly int _port;
    private readonly TimeProvider _time;

    internal ServiceBusTelemetry(ServiceEndpoint endpoint, TimeProvider time) => (_host, _port, _time) = (endpoint.Host, endpoint.Port, time);

    /// <summary>Sends under a span; <paramref name="send"/> gets the span whose context the messages carry.</summary>
    internal async Task SendAsync(string queue, int count, Func<Activity?, Task> send)
    {
        using var activity = Start("send", "send", queue, ActivityKind.Producer, []);
        if (count > 1)
            activity?.SetTag("messaging.batch.message_count", count);
        var error = await MeasureAsync("send", "send", queue, activity, () => send(activity)).ConfigureAwait(false);
        Count(Sent, "send", queue, count, error?.Failure);
        Throw(error);
    }

    /// <summary>Settles under a span.</summary>
    internal async Task SettleAsync(string operation, string entity, Func<Task> settle)
    {
        using var activity = Start(operation, "settle", entity, ActivityKind.Client, []);
        Throw(await MeasureAsync(operation, "settle", entity, activity, settle).ConfigureAwait(false));
    }

    /// <summary>Notes a message that was received, without its id, which whoever sent it wrote; the span is linked to the one it was sent under.</summary>
    internal void OnReceived(string entity, ReceivedMessage message)
    {
        Count(Consumed, "receive", entity, 1, null);
        if (!Source.HasListeners())
            return;
        ActivityLink[] links = QueueTrace.ContextOf(message.Message) is { } context ? [new ActivityLink(context)] : [];
        using var activity = Start("receive", "receive", entity, ActivityKind.Client, links);
    }

    private Activity? Start(string operation, string type, string entity, ActivityKind kind, ActivityLink[] links)
        => Source.HasListeners() ? Source.StartActivity(kind, tags: Tags(operation, type, entity, null), links: links, name: $"{operation} {entity}") : null;

    private async Task<QueueException?> MeasureAsync(string operation, string type, string entity, Activity? activity, Func<Task> work)
    {
        var started = _time.GetTimestamp();
        QueueException? error = null;
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (QueueException failure)
        {
            error = failure;
            activity?.SetTag("error.type", failure.Failure.ToString()).SetStatus(ActivityStatusCode.Error, failure.Message);
        }
        if (Duration.Enabled)
            Duration.Record(_time.GetElapsedTime(started).TotalSeconds, [.. Tags(operation, type, entity, error?.Failure)]);
        return error;
    }

    private void Count(Counter<long> counter, string operation, string entity, int count, QueueFailure? failure)
    {
        if (counter.Enabled)
            counter.Add(count, [.. Tags(operation, null, entity, failure)]);
    }

    private IEnumerable<KeyValuePair<string, object?>> Tags(string operation, string? type, string entity, QueueFailure? failure)
    {
        yield return new("messaging.system", "servicebus");
        yield return new("messaging.operation.name", operation);
        if (type is not null)
            yield return new("messaging.operation.type", type);
        yield return new("messaging.destination.name", entity);
        yield return new("server.address", _host);
        yield return new("server.port", _port);
        if (failure is { } kind)
            yield return new("error.type", kind.ToString());
    }

    private static void Throw(QueueException? error)
    {
        if (error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
    }
}
