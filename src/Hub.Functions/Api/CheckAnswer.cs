using System.Text.Json.Serialization;

namespace Hub.Functions.Api;

/// <summary>The answer on a check.</summary>
internal sealed record CheckAnswer(
    string? Berichtsoort,
    string Oordeel,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    IReadOnlyList<Bevinding> Bevindingen
)
{
    public static CheckAnswer Of(CheckOutcome outcome) =>
        new(outcome.Kind?.Name, outcome.Oordeel.Name(), outcome.BevindingCount, outcome.Bevindingen);
}
