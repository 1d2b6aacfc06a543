using System.Text.Json.Serialization;

namespace Ijw.Tests.Rules;

/// <summary>A finding that a case expects.</summary>
internal sealed record RuleExpectation(
    string Code,
    [property: JsonPropertyName("pad")] string Path,
    [property: JsonPropertyName("advies")] bool Advice = false,
    [property: JsonPropertyName("keten")] bool Chain = false
)
{
    public override string ToString() => Rule(Code, Path, Advice, Chain);

    /// <summary>A finding in the words of a page.</summary>
    public static string Of(Bevinding bevinding) => Rule(bevinding.Rule, bevinding.Path, bevinding.Advice, bevinding.Chain);

    private static string Rule(string code, string path, bool advice, bool chain) =>
        $"{(chain ? "keten " : advice ? "advies " : "")}{code} {path}";
}
