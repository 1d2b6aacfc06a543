using System.Text.Json.Serialization;
using Hub.Berichten;

namespace Hub.Functions.Api;

/// <summary>The answer on a bericht that was taken in.</summary>
internal sealed record AcceptedAnswer(
    string BerichtId,
    string Berichtsoort,
    string Oordeel,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    string Status
)
{
    public static AcceptedAnswer Of(BerichtStatus bericht, string address) =>
        new(bericht.BerichtId, bericht.Header.Kind.Name, bericht.Oordeel.Name(), bericht.BevindingCount, address);
}
