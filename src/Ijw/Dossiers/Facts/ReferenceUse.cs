namespace Ijw.Dossiers.Facts;

/// <summary>That an aanbieder has used a ReferentieNummer, also for a prestatie that was refused (TR314).</summary>
/// <param name="Origin">The JW323.</param>
/// <param name="Place">The place of the Prestatie over all clients.</param>
/// <param name="ReferentieNummer">The number.</param>
/// <param name="ToewijzingNummer">The toewijzing that the prestatie is on: where its <see cref="PrestatieNotice"/> stands.</param>
public sealed record ReferenceUse(Origin Origin, int Place, string ReferentieNummer, int ToewijzingNummer) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.ReferenceUse;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [DocumentKey.PrestatieReference(Origin.Aanbieder, ReferentieNummer)];
}
