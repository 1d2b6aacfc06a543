using System.Text.Json;
using Hub.Bewaking;
using Hub.Functions.Envelope;

namespace Hub.Functions.Bewaking;

/// <summary>Every minute: queues again what was left lying, and reports dead letters.</summary>
internal sealed class BewakingFunctie(OudWerk oudWerk, DeadLetters deadLetters, Instellingen instellingen) : IEnvelopeFunctie
{
    public string Naam => "Bewaking";

    public async Task RoepAanAsync(JsonElement data, CancellationToken cancellation)
    {
        await oudWerk.HerstelAsync(instellingen.OudWerk, cancellation);
        await deadLetters.MeldAsync(cancellation);
    }
}
