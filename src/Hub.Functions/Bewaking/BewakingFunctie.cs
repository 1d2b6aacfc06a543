using System.Text.Json;
using Hub.Bewaking;
using Hub.Functions.Envelope;

namespace Hub.Functions.Bewaking;

/// <summary>Every minute: queues again what was left lying, sees which terms have passed, and reports dead letters.</summary>
internal sealed class BewakingFunctie(OudWerk oudWerk, TeLaat teLaat, DeadLetters deadLetters, Instellingen instellingen) : IEnvelopeFunctie
{
    public string Naam => "Bewaking";

    public async Task RoepAanAsync(JsonElement data, CancellationToken cancellation)
    {
        await oudWerk.HerstelAsync(instellingen.OudWerk, cancellation);
        await teLaat.MeldAsync(cancellation);
        await deadLetters.MeldAsync(cancellation);
    }
}
