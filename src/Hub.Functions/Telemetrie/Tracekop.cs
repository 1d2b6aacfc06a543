using System.Diagnostics;

namespace Hub.Functions.Telemetrie;

/// <summary>Takes from a request only the ids of its trace: what else a caller sends with them (tracestate, baggage) would travel on with every span.</summary>
internal sealed class Tracekop : DistributedContextPropagator
{
    private const string Kop = "traceparent";

    public override IReadOnlyCollection<string> Fields { get; } = [Kop];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id }) setter?.Invoke(carrier, Kop, id);
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        traceId = null;
        traceState = null;
        getter?.Invoke(carrier, Kop, out traceId, out _);
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
