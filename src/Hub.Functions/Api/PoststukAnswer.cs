using System.Text.Json.Serialization;
using Hub.Aflevering;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary>One poststuk: a bericht, or a reminder or signal about one; its bytes are at the address <paramref name="Content"/>.</summary>
internal sealed record PoststukAnswer(
    string Id,
    [property: JsonPropertyName("soort")] string Kind,
    string BerichtId,
    string Berichtsoort,
    string Afzender,
    string Ontvanger,
    string Identificatie,
    string Oordeel,
    [property: JsonPropertyName("aantalBevindingen")] int BevindingCount,
    [property: JsonPropertyName("lengte")] long Length,
    [property: JsonPropertyName("neergelegd")] DateTimeOffset Laid,
    [property: JsonPropertyName("herhaling")] bool Repetition,
    [property: JsonPropertyName("inhoud")] string Content,
    [property: JsonPropertyName("antwoord")] string? Answer,
    [property: JsonPropertyName("herinnering")] Reminder? Reminder,
    [property: JsonPropertyName("signaal")] Signal? Signal
)
{
    public static PoststukAnswer Of(WaitingPoststuk waiting) =>
        new(
            waiting.Piece.Id,
            waiting.Piece switch
            {
                { Reminder: not null } => PostbusMessage.ContentReminder,
                { Signal: not null } => PostbusMessage.ContentSignal,
                _ => PostbusMessage.ContentBericht,
            },
            waiting.Piece.BerichtId,
            waiting.Piece.Berichtsoort,
            waiting.Piece.Afzender,
            waiting.Piece.Ontvanger,
            waiting.Piece.Identificatie,
            waiting.Piece.Oordeel,
            waiting.Piece.BevindingCount,
            waiting.Piece.Length,
            waiting.Laid,
            waiting.Piece.Repetition,
            $"/berichten/{waiting.Piece.BerichtId}/inhoud",
            waiting.Piece.Answer,
            waiting.Piece.Reminder,
            waiting.Piece.Signal
        );
}
