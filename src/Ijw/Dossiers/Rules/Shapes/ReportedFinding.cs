using System.Text.Json.Serialization;
using Ijw.Catalogue;
using Ijw.Content;

namespace Ijw.Dossiers.Rules.Shapes;

/// <summary>Something that a rule has to say of a class of the bericht.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Klasse">The class.</param>
/// <param name="Field">The field in it; null for the class as a whole.</param>
/// <param name="Text">What there is to say of it.</param>
/// <param name="IsAdvice">People should look at it, and it refuses nothing.</param>
internal sealed record ReportedFinding(
    [property: JsonPropertyName("regel")] string Rule,
    IKlasse Klasse,
    [property: JsonPropertyName("veld")] string? Field,
    FindingText Text,
    bool IsAdvice
);
