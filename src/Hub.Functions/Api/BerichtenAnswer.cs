using System.Text.Json.Serialization;
using Hub.Deelnemers;
using Hub.Search;

namespace Hub.Functions.Api;

/// <summary>
/// Berichten that were found, newest first, each as <c>GET /berichten/{id}</c> gives it but for its terms; <paramref name="Unreadable"/>
/// are ids of those that were found and can't be read, and <paramref name="Continuation"/> goes along as <c>na</c> for the rest.
/// </summary>
internal sealed record BerichtenAnswer(
    IReadOnlyList<StatusAnswer> Berichten,
    [property: JsonPropertyName("onleesbaar")] IReadOnlyList<string>? Unreadable,
    [property: JsonPropertyName("vervolg")] string? Continuation
)
{
    public static BerichtenAnswer Of(Deelnemer deelnemer, SearchPage page) =>
        new(
            [.. page.Berichten.Select(bericht => StatusAnswer.Of(bericht, [], default))],
            page.Unreadable.Count > 0 ? page.Unreadable : null,
            page.Next is { } next ? BerichtenCursor.Write(deelnemer.Code, next) : null
        );
}
