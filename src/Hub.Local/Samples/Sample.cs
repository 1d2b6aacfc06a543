using System.Text.Json.Serialization;

namespace Hub.Local.Samples;

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
