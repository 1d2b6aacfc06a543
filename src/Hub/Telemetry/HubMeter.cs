using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hub.Berichten;

namespace Hub.Telemetry;

/// <summary>What the hub counts; no tag ever holds a value of a bericht.</summary>
public sealed class HubMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Hub";

    private readonly Meter _meter = new(Name);

    /// <summary>Starts the meter.</summary>
    public HubMeter()
    {
        OldWork = _meter.CreateCounter<long>("hub.oud_werk", "{bericht}", "Berichten queued again because they waited too long");
        DeadLetters = _meter.CreateCounter<long>("hub.dead_letters", "{bericht}", "Dead letters seen, per run of the bewaking");
        Overdue = _meter.CreateCounter<long>("hub.te_laat", "{termijn}", "Terms whose last day passed without what should have come");
        Berichten = _meter.CreateCounter<long>("hub.berichten", "{bericht}", "Berichten that were processed");
        Bevindingen = _meter.CreateCounter<long>("hub.bevindingen", "{bevinding}", "Findings that are kept with processed berichten");
        LeadTime = _meter.CreateHistogram<double>("hub.doorlooptijd", "s", "From the last byte of a bericht to the end of its processing");
        UnreadableRows = _meter.CreateCounter<long>(
            "hub.unreadable_rows",
            "{rij}",
            "Rows of a table that could not be read and were passed over"
        );
        Failures = _meter.CreateCounter<long>(
            "hub.failures",
            "{failure}",
            "Requests and functions, or parts of them, that failed by the hub's fault"
        );
        Refusals = _meter.CreateCounter<long>("hub.refusals", "{request}", "Requests that were answered with a problem of the caller's");
        OldestWork = _meter.CreateGauge<double>(
            "hub.oudste_werk",
            "s",
            "Age of the oldest work that is not finished, per run of the bewaking"
        );
    }

    /// <summary><c>hub.berichten</c>, with tags <c>soort</c> (14), <c>oordeel</c> (2) and <c>besluit</c> (3).</summary>
    public Counter<long> Berichten { get; }

    /// <summary><c>hub.bevindingen</c>, with tag <c>regel</c>: a code of the standard, of which there are some 300.</summary>
    public Counter<long> Bevindingen { get; }

    /// <summary><c>hub.doorlooptijd</c>, with tag <c>soort</c>.</summary>
    public Histogram<double> LeadTime { get; }

    /// <summary><c>hub.oudste_werk</c>; 0 when nothing waits.</summary>
    public Gauge<double> OldestWork { get; }

    /// <summary>
    /// <c>hub.failures</c>, with tag <c>operation</c>: the name of the function, or of the part of the Bewaking, that failed.
    /// </summary>
    public Counter<long> Failures { get; }

    /// <summary>
    /// <c>hub.refusals</c>, with tag <c>problem</c>, the last part of the type of the problem, and <c>deelnemer</c>, the code of a caller
    /// that is known.
    /// </summary>
    public Counter<long> Refusals { get; }

    /// <summary>Counts a failure, and says of the span that it ended in one; of the cause only its type is told.</summary>
    /// <param name="operation">The name of the function, or of the part of the Bewaking, that failed.</param>
    /// <param name="span">What ran; null when nobody listens, or when it goes on.</param>
    /// <param name="cause">What was thrown.</param>
    public void Failed(string operation, Activity? span, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        Failures.Add(1, new KeyValuePair<string, object?>("operation", operation));
        span?.SetTag("error.type", cause.GetType().FullName).SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Counts a bericht that has been processed.</summary>
    public void Processed(BerichtStatus bericht, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var kind = new KeyValuePair<string, object?>("soort", bericht.Header.Kind.Name);
        Berichten.Add(1, kind, new("oordeel", bericht.Oordeel.Name()), new("besluit", decision.Name()));
        if (bericht.Trail.Processed is { } end)
        {
            LeadTime.Record((end - bericht.Trail.Received).TotalSeconds, kind);
        }
        foreach (var rule in bericht.Bevindingen.CountBy(bevinding => bevinding.Rule))
        {
            Bevindingen.Add(rule.Value, new KeyValuePair<string, object?>("regel", rule.Key));
        }
    }

    /// <summary><c>hub.oud_werk</c>.</summary>
    public Counter<long> OldWork { get; }

    /// <summary><c>hub.dead_letters</c>, with tags <c>queue</c> and <c>reden</c>.</summary>
    public Counter<long> DeadLetters { get; }

    /// <summary><c>hub.te_laat</c>, with tag <c>termijn</c>.</summary>
    public Counter<long> Overdue { get; }

    /// <summary><c>hub.unreadable_rows</c>, with tag <c>tabel</c>.</summary>
    public Counter<long> UnreadableRows { get; }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
