using System.Text.Json.Nodes;

namespace Hub.Local.Starting;

/// <summary>A finding, as far as people read it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="LineNumber">The line in the bericht.</param>
/// <param name="Text">What is wrong, in plain Dutch.</param>
public sealed record Finding(string Rule, int LineNumber, string Text)
{
    internal static IReadOnlyList<Finding> Read(JsonNode? answer) =>
        answer?["bevindingen"] is not JsonArray list
            ? []
            :
            [
                .. list.Select(find => new Finding(
                    find!["regel"]!.GetValue<string>(),
                    find["regelnummer"]!.GetValue<int>(),
                    find["tekst"]!.GetValue<string>()
                )),
            ];
}
