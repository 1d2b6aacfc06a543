using System.Text.Json.Serialization;

namespace Ijw.Findings;

/// <summary>One finding on a bericht: which rule, where, and what an administratie can do about it; never a value of the bericht.</summary>
/// <param name="Level">Control level of the standard: 1 format, 2 one bericht, 3 across berichten, 4 external source.</param>
/// <param name="Rule">Code of the rule (RS032, CD007, TR101); <c>XML</c>, <c>XSD</c> (level 1) or <c>BSN</c> (advice) where the standard
/// has none.</param>
/// <param name="Retourcode">The code that a retour carries for it (level 2: 0001); null at level 1, which has no retour (D8).</param>
/// <param name="Path">Where, as the validation report writes a Locatie: <c>/Bericht/Client/Bsn</c>, index only where siblings share the
/// name.</param>
/// <param name="LineNumber">Line of the element or, when something is missing, of where it should have stood; 1-based.</param>
/// <param name="Column">Column in UTF-16 code units; 1-based.</param>
/// <param name="Text">What is wrong and what would be right, in plain Dutch.</param>
public sealed record Bevinding(
    [property: JsonPropertyName("niveau")] int Level,
    [property: JsonPropertyName("regel")] string Rule,
    string? Retourcode,
    [property: JsonPropertyName("pad")] string Path,
    [property: JsonPropertyName("regelnummer")] int LineNumber,
    [property: JsonPropertyName("kolom")] int Column,
    [property: JsonPropertyName("tekst")] string Text
)
{
    /// <summary>True when it is only advice: something for people to look at, which rejects nothing and goes into no retour.</summary>
    [JsonPropertyName("advies")]
    public bool Advice { get; init; }

    /// <summary>
    /// True on advice of the kind <c>keten</c>: the published check that others in the chain run refuses what the standard's own text lets
    /// pass (docs/chain-check.md).
    /// </summary>
    [JsonPropertyName("keten")]
    public bool Chain { get; init; }
}
