using System.Text.Json.Serialization;

namespace Hub.Local.Samples;

/// <summary>What is to come of a sample bericht.</summary>
public enum SampleFate
{
    /// <summary>The receiver gets the bytes exactly as they were sent.</summary>
    [JsonStringEnumMemberName("afgeleverd")]
    Delivered,

    /// <summary>The hub answers the sender with a retour or JW325; the receiver gets nothing.</summary>
    [JsonStringEnumMemberName("retour")]
    Retour,

    /// <summary>The hub does not take it in.</summary>
    [JsonStringEnumMemberName("geweigerd")]
    Refused,

    /// <summary>It was sent before: the hub takes it in under the same id and nothing is delivered again.</summary>
    [JsonStringEnumMemberName("herhaling")]
    Repetition,
}

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

/// <summary>One line of voorbeelden.json.</summary>
/// <param name="File">File beside voorbeelden.json; made at run time when <paramref name="LargeUntilBytes"/> is given.</param>
/// <param name="Description">What it shows, in plain Dutch.</param>
/// <param name="Afzender">Code of the deelnemer that sends it.</param>
/// <param name="Expected">What is to come of it.</param>
/// <param name="LargeUntilBytes">At least how many bytes the bericht that is made at run time has.</param>
/// <param name="Gzip">Whether it is sent compressed.</param>
public sealed record Sample(
    [property: JsonPropertyName("bestand")] string File,
    [property: JsonPropertyName("omschrijving")] string Description,
    string Afzender,
    [property: JsonPropertyName("verwacht")] SampleExpectation Expected,
    [property: JsonPropertyName("grootTotBytes")] int? LargeUntilBytes = null,
    bool Gzip = false
);
