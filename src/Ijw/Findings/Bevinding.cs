namespace Ijw.Findings;

/// <summary>One finding on a bericht: which rule, where, and what an administratie can do about it; never a value of the bericht.</summary>
/// <param name="Niveau">Control level of the standard: 1 format, 2 one bericht, 3 across berichten, 4 external source.</param>
/// <param name="Regel">Code of the rule (RS032, CD007, TR101); <c>XML</c>, <c>XSD</c> (level 1) or <c>BSN</c> (advice) where the standard has none.</param>
/// <param name="Retourcode">The code that a retour carries for it (level 2: 0001); null at level 1, which has no retour (D8).</param>
/// <param name="Pad">Where, as the validation report writes a Locatie: <c>/Bericht/Client/Bsn</c>, index only where siblings share the name.</param>
/// <param name="Regelnummer">Line of the element or, when something is missing, of where it should have stood; 1-based.</param>
/// <param name="Kolom">Column in UTF-16 code units; 1-based.</param>
/// <param name="Tekst">What is wrong and what would be right, in plain Dutch.</param>
public sealed record Bevinding(int Niveau, string Regel, string? Retourcode, string Pad, int Regelnummer, int Kolom, string Tekst)
{
    /// <summary>True when it is only advice: something for people to look at, which rejects nothing and goes into no retour.</summary>
    public bool Advies { get; init; }

    /// <summary>
    /// True on advice of the kind <c>keten</c>: the published check that others in the chain run refuses what the standard's own text lets pass
    /// (docs/chain-check.md).
    /// </summary>
    public bool Keten { get; init; }
}
