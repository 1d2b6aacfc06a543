using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>A declaratie, from a JW323 (S-DC).</summary>
/// <param name="Origin">The JW323.</param>
/// <param name="Place">0.</param>
/// <param name="Identificatie">Identificatie in its Header, by which a JW325 refers to it.</param>
/// <param name="BasisschemaXsdVersie">BasisschemaXsdVersie in its Header.</param>
/// <param name="BerichtXsdVersie">BerichtXsdVersie in its Header.</param>
/// <param name="Declaratie">What the JW323 says.</param>
public sealed record DeclaratieNotice(
    Origin Origin,
    int Place,
    string Identificatie,
    string BasisschemaXsdVersie,
    string BerichtXsdVersie,
    Declaratie Declaratie
) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.DeclaratieNotice;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents =>
        [DocumentKey.Declaraties(Origin.Pair), DocumentKey.Declaratienummer(Origin.Aanbieder, Declaratie.DeclaratieNummer)];
}
