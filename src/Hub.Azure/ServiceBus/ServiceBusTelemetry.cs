using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hub.Queues;

namespace Hub.Azure.ServiceBus;

/// <summary>
/// Traces and metrics of the client, in the words of OpenTelemetry's messaging conventions. No tag holds content or properties.
/// </summary>
/// <remarks>
/// Span <c>send q</c> (producer); metrics <c>messaging.client.operation.duration</c> (s) and <c>messaging.client.sent.messages</c>. The SDK
/// has no metrics of its own, and its spans stay off: ours have the names that dashboards and traces were built on.
/// </remarks>
public sealed class ServiceBusTelemetry
{
    /// <summary>The name of both the activity source and the meter.</summary>
    public const string Name = "Hub.ServiceBus";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "messaging.client.operation.duration",
        "s",
        "Duration of a messaging operation",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
        }
    );
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>(
        "messaging.client.sent.messages",
        "{message}",
        "Messages sent, accepted or not"
    );

    private readonly string _host;
    private readonly TimeProvider _time;

    internal ServiceBusTelemetry(string host, TimeProvider time) => (_host, _time) = (host, time);

    /// <summary>Sends one message under a span; <paramref name="send"/> gets the span whose context the message carries.</summary>
    internal async Task SendAsync(string queue, Func<Activity?, Task> send)
    {
        using var activity = Source.HasListeners()
            ? Source.StartActivity(ActivityKind.Producer, tags: Tags(queue, null), name: $"send {queue}")
            : null;
        var started = _time.GetTimestamp();
        QueueException? error = null;
        try
        {
            await send(activity).ConfigureAwait(false);
        }
        catch (QueueException failure)
        {
            error = failure;
            activity?.SetTag("error.type", failure.Failure.ToString()).SetStatus(ActivityStatusCode.Error, failure.Message);
            throw;
        }
        finally
        {
            if (Duration.Enabled)
            {
                Duration.Record(_time.GetElapsedTime(started).TotalSeconds, [.. Tags(queue, error?.Failure)]);
            }
            if (Sent.Enabled)
            {
                Sent.Add(1, [.. Tags(queue, error?.Failure)]);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, object?>> Tags(string queue, QueueFailure? failure)
    {
        yield return new("messaging.system", "servicebus");
        yield return new("messaging.operation.name", "send");
        yield return new("messaging.operation.type", "send");
        yield return new("messaging.destination.name", queue);
        yield return new("server.address", _host);
        if (failure is { } kind)
        {
            yield return new("error.type", kind.ToString());
        }
    }
}
