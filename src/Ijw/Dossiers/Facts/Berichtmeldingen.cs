namespace Ijw.Dossiers.Facts;

/// <summary>That an Identificatie was used; also by a bericht that was rejected (S-ID, TR056).</summary>
/// <param name="Origin">The bericht that used it.</param>
/// <param name="Place">0.</param>
/// <param name="Afzender">Afzender in its Header.</param>
/// <param name="Identificatie">Identificatie in its Header.</param>
public sealed record IdentificatieUse(Origin Origin, int Place, string Afzender, string Identificatie) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.IdentificatieUse;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [DocumentKey.Identificatie(Afzender, Origin.Berichtsoort, Identificatie)];
}
