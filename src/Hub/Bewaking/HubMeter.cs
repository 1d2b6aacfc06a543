using System.Diagnostics.Metrics;

namespace Hub.Bewaking;

/// <summary>What the hub counts; no tag ever holds a value of a bericht.</summary>
public sealed class HubMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Naam = "Hub";

    private readonly Meter _meter = new(Naam);

    /// <summary>Starts the meter.</summary>
    public HubMeter()
    {
        OudWerk = _meter.CreateCounter<long>("hub.oud_werk", "{bericht}", "Berichten queued again because they waited too long");
        DeadLetters = _meter.CreateCounter<long>("hub.dead_letters", "{bericht}", "Dead letters seen, per run of the bewaking");
        TeLaat = _meter.CreateCounter<long>("hub.te_laat", "{termijn}", "Terms whose last day passed without what should have come");
    }

    /// <summary><c>hub.oud_werk</c>.</summary>
    public Counter<long> OudWerk { get; }

    /// <summary><c>hub.dead_letters</c>, with tags <c>queue</c> and <c>reden</c>.</summary>
    public Counter<long> DeadLetters { get; }

    /// <summary><c>hub.te_laat</c>, with tag <c>termijn</c>.</summary>
    public Counter<long> TeLaat { get; }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
