using System.Text.Json.Serialization;

namespace Hub.Functions.Api;

/// <summary>
/// What is late on berichten of the caller, longest first; <paramref name="Unreadable"/> are ids of berichten on which something is late
/// that can't be read, and
/// <paramref name="Continuation"/> goes along as <c>na</c> for the rest.
/// </summary>
internal sealed record BewakingAnswer(
    [property: JsonPropertyName("teLaat")] IReadOnlyList<OverdueAnswer> Overdue,
    [property: JsonPropertyName("onleesbaar")] IReadOnlyList<string>? Unreadable,
    [property: JsonPropertyName("vervolg")] string? Continuation
);
