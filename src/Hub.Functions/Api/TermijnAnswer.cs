using System.Text.Json.Serialization;
using Hub.Berichten;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary>A term on a bericht: by when something must come, and whether it came.</summary>
internal sealed record TermijnAnswer(
    string Termijn,
    [property: JsonPropertyName("pad")] string? Path,
    [property: JsonPropertyName("aanZet")] string OnTurn,
    [property: JsonPropertyName("uiterlijk")] DateOnly Deadline,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("gestopt")] DateTimeOffset? Stopped,
    [property: JsonPropertyName("door")] string? By
)
{
    public static TermijnAnswer Of(Termijn termijn, DateOnly today)
    {
        var setting = termijn.Setting!;

        var state = termijn.State(today) switch
        {
            TermijnState.Runs => "loopt",
            TermijnState.Overdue => "te-laat",
            TermijnState.OnTime => "op-tijd",
            TermijnState.CameLate => "te-laat-gekomen",
            _ => "vervallen",
        };

        return new TermijnAnswer(
            setting.Kind.Name(),
            setting.Path,
            setting.OnTurn,
            setting.Deadline,
            state,
            termijn.Stopped,
            termijn.StoppedBy
        );
    }
}
