namespace Ijw.Dossiers.Facts;

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
