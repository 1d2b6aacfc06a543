using System.Text.Json.Serialization;
using Hub.Deelnemers;
using Hub.Postbus;

namespace Hub.Functions.Api;

/// <summary>What waits in a postbus, ids of what waits there and can't be read, and the cursor behind the last of it.</summary>
internal sealed record PostbusAnswer(
    [property: JsonPropertyName("kanaal")] string Channel,
    IReadOnlyList<PoststukAnswer> Poststukken,
    [property: JsonPropertyName("onleesbaar")] IReadOnlyList<string>? Unreadable,
    string Cursor,
    [property: JsonPropertyName("meer")] bool More
)
{
    public static PostbusAnswer Of(Deelnemer deelnemer, PostbusPage page) =>
        new(
            deelnemer.Channel == Deelnemers.Channel.Http ? "http" : "servicebus",
            [.. page.Pieces.Select(PoststukAnswer.Of)],
            page.Unreadable.Count > 0 ? page.Unreadable : null,
            Postbus.Cursor.Write(deelnemer.Code, page.Last),
            page.More
        );
}
