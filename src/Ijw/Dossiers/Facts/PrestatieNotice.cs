using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>A prestatie, from a JW323 (S-PR).</summary>
/// <param name="Origin">The JW323.</param>
/// <param name="Place">The place of the Prestatie over all clients.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Prestatie">What the JW323 says.</param>
public sealed record PrestatieNotice(Origin Origin, int Place, PrestatieOutcome Outcome, Prestatie Prestatie) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PrestatieNotice;

    /// <summary>
    /// Why it was refused: RetourCodes of the JW325 in ascending order, separated by a space; empty unless it was refused.
    /// </summary>
    public string Codes { get; init; } = "";

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [DocumentKey.Toewijzing(Origin.Pair, Prestatie.ToewijzingNummer)];
}
