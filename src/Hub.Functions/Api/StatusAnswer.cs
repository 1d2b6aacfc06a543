using System.Text.Json.Serialization;
using Hub.Berichten;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary>The state of a bericht, as its two parties may see it.</summary>
internal sealed record StatusAnswer(
    string BerichtId,
    string Berichtsoort,
    string Afzender,
    string Ontvanger,
    string Identificatie,
    string Dagtekening,
    string? IdentificatieRetour,
    string Status,
    string Oordeel,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    IReadOnlyList<Bevinding> Bevindingen,
    [property: JsonPropertyName("lengte")] long Length,
    string Sha256,
    [property: JsonPropertyName("spoor")] Trail Trail,
    IReadOnlyList<TermijnAnswer>? Termijnen,
    string? Retour,
    string? Heenbericht
)
{
    public static StatusAnswer Of(BerichtStatus bericht, IReadOnlyList<Termijn> termijnen, DateOnly today) =>
        new(
            bericht.BerichtId,
            bericht.Header.Kind.Name,
            bericht.Header.Afzender,
            bericht.Header.Ontvanger,
            bericht.Header.Identificatie,
            bericht.Header.DagtekeningText,
            bericht.Header.IdentificatieRetour,
            BerichtStates.Of(bericht),
            bericht.Oordeel.Name(),
            bericht.BevindingCount,
            bericht.Bevindingen,
            bericht.Length,
            bericht.Sha256,
            bericht.Trail,
            termijnen.Count > 0 ? [.. termijnen.Select(termijn => TermijnAnswer.Of(termijn, today))] : null,
            bericht.Retour,
            bericht.Heenbericht
        );
}
