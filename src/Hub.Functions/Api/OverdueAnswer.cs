using System.Text.Json.Serialization;
using Hub.Deelnemers;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary>One thing that is late: on what, since when, and who must act.</summary>
internal sealed record OverdueAnswer(
    string Termijn,
    [property: JsonPropertyName("zeker")] bool Certain,
    string BerichtId,
    string Berichtsoort,
    string Identificatie,
    [property: JsonPropertyName("pad")] string? Path,
    [property: JsonPropertyName("uiterlijk")] DateOnly Deadline,
    [property: JsonPropertyName("teLaatSinds")] DateOnly OverdueSince,
    [property: JsonPropertyName("aanZet")] string OnTurn,
    [property: JsonPropertyName("uBentAanZet")] bool IsYourTurn,
    [property: JsonPropertyName("tekst")] string Text
)
{
    public static OverdueAnswer Of(TermijnSetting setting, Deelnemer reader, DeelnemerList deelnemers)
    {
        var isYourTurn = setting.OnTurn == reader.Code;

        var who = isYourTurn ? "U" : deelnemers.WithCode(setting.OnTurn)?.Name ?? setting.OnTurn;

        return new OverdueAnswer(
            setting.Kind.Name(),
            setting.Kind.IsCertain(),
            setting.BerichtId,
            setting.Berichtsoort,
            setting.Identificatie,
            setting.Path,
            setting.Deadline,
            setting.Deadline.AddDays(1),
            setting.OnTurn,
            isYourTurn,
            TermijnText.Of(setting, who)
        );
    }
}
