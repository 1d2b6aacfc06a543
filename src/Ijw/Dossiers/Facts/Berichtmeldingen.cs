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

/// <summary>That a heenbericht was answered, from a retour or a JW325 (S-RT).</summary>
/// <param name="Origin">The answer.</param>
/// <param name="Place">0.</param>
/// <param name="Heenbericht">The kind of the heenbericht, such as <c>JW301</c>.</param>
/// <param name="Afzender">Afzender of the heenbericht.</param>
/// <param name="Identificatie">Identificatie of the heenbericht.</param>
/// <param name="IsAccepted">False when the answer says that the heenbericht counts as never sent.</param>
public sealed record RetourNotice(Origin Origin, int Place, string Heenbericht, string Afzender, string Identificatie, bool IsAccepted)
    : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.RetourNotice;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [DocumentKey.Answers(Origin.Pair, Heenbericht, Afzender, Identificatie)];
}
