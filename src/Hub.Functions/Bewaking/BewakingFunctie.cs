using System.Text.Json;
using Hub.Bewaking;
using Hub.Functions.Envelope;

namespace Hub.Functions.Bewaking;

/// <summary>Every minute: queues again what was left lying, sees which terms have passed, and reports dead letters.</summary>
internal sealed class BewakingFunctie(WatchRound round, Instellingen instellingen) : IEnvelopeFunctie
{
    public string Naam => "Bewaking";

    public Task RoepAanAsync(JsonElement data, CancellationToken cancellation) => round.RunAsync(instellingen.OudWerk, cancellation);
}
