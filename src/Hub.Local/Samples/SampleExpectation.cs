using System.Text.Json.Serialization;

namespace Hub.Local.Samples;

/// <summary>What voorbeelden.json says that is to come of a sample.</summary>
/// <param name="Outcome">Delivered, answered, refused or recognized.</param>
/// <param name="At">Code of the deelnemer in whose postbus it, or the retour on it, arrives.</param>
/// <param name="Kind">Berichtsoort of the retour.</param>
/// <param name="Answer">Berichtsoort of the approving retour that the hub sends back besides; null when the receiver answers
/// itself.</param>
/// <param name="Status">HTTP status of a refusal.</param>
/// <param name="Rules">The rules that the hub finds broken; of a bericht that is delivered they are advice.</param>
public sealed record SampleExpectation(
    [property: JsonPropertyName("uitkomst")] SampleFate Outcome,
    [property: JsonPropertyName("bij")] string? At = null,
    [property: JsonPropertyName("soort")] string? Kind = null,
    [property: JsonPropertyName("antwoord")] string? Answer = null,
    int? Status = null,
    [property: JsonPropertyName("regels")] IReadOnlyList<string>? Rules = null
);
