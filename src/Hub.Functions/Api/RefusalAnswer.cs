using System.Text.Json.Serialization;
using Hub.Berichten;

namespace Hub.Functions.Api;

/// <summary>A refusal: when it came in (UTC), how many bytes it had, the last day on which they are kept, and what was found.</summary>
internal sealed record RefusalAnswer(
    [property: JsonPropertyName("kenmerk")] string Reference,
    string Deelnemer,
    [property: JsonPropertyName("ontvangen")] DateTimeOffset Received,
    [property: JsonPropertyName("lengte")] long Length,
    [property: JsonPropertyName("bewaardTot")] DateOnly StoredUntil,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    IReadOnlyList<Bevinding> Bevindingen
)
{
    public static RefusalAnswer Of(Refusal refusal, int days) =>
        new(
            refusal.Reference,
            refusal.Deelnemer,
            refusal.Received,
            refusal.Length,
            refusal.KeptUntil(days),
            refusal.BevindingCount,
            refusal.Bevindingen
        );
}
