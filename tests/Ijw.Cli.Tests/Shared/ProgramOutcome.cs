using System.Text.Json.Serialization;

namespace Ijw.Cli.Tests.Shared;

/// <summary>What a run of ijw gave.</summary>
public sealed record ProgramOutcome(
    int Code,
    [property: JsonPropertyName("uit")] string Out,
    [property: JsonPropertyName("fout")] string Fault
)
{
    /// <summary>The lines of standard output.</summary>
    [JsonPropertyName("regels")]
    public IReadOnlyList<string> Rules => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
