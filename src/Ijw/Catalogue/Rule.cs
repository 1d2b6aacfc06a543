using System.Text.Json.Serialization;

namespace Ijw.Catalogue;

/// <summary>One rule of the standard, as people read it.</summary>
/// <param name="Code">The code: <c>CD007</c>.</param>
/// <param name="Kind">The kind of rule.</param>
/// <param name="Level">The control level, 1 to 4; null for OP, IV and UP, which belong to no level.</param>
/// <param name="Retourcode">The code in the retour when the rule is broken; null when the standard has none.</param>
/// <param name="Berichten">Names of the berichtsoorten that the standard binds it to, such as <c>JW301</c>; empty when it is about none in
/// particular.</param>
/// <param name="Who">Who has to act.</param>
/// <param name="NotChecked">Why this library does not check the rule, in Dutch; null when it does.</param>
/// <param name="Advice">Why a break of the rule is only advice, in Dutch; null when it rejects, or isn't checked.</param>
/// <param name="Reserve">Up to where the rule is checked, in Dutch; null when in full, or not at all.</param>
/// <param name="Title">What the rule is about, in at most 60 characters of plain Dutch, without a full stop; a finding never says
/// it.</param>
/// <param name="Sample">A small example in words; null when the text needs none.</param>
public sealed record Rule(
    string Code,
    [property: JsonPropertyName("soort")] RuleKind Kind,
    [property: JsonPropertyName("niveau")] int? Level,
    string? Retourcode,
    IReadOnlyList<string> Berichten,
    [property: JsonPropertyName("wie")] WhoActs Who,
    [property: JsonPropertyName("nietGecontroleerd")] string? NotChecked,
    [property: JsonPropertyName("advies")] string? Advice,
    [property: JsonPropertyName("voorbehoud")] string? Reserve,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("voorbeeld")] string? Sample
)
{
    /// <summary>What a finding on the rule can say; the first when the rule doesn't choose. Never empty.</summary>
    public IReadOnlyList<FindingText> Texts => FindingTexts.Of(Code);

    /// <summary>True when this library checks the rule, be it for advice.</summary>
    [JsonPropertyName("isGecontroleerd")]
    public bool IsChecked => NotChecked is null;
}
