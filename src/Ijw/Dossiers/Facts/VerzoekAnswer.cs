using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>
/// The answer to a request, from a JW319 (S-VZ). A JW301 that honours it is the other answer: a <see cref="ToewijzingVersion"/>.
/// </summary>
/// <param name="Origin">The JW319.</param>
/// <param name="Place">0.</param>
/// <param name="Answer">What the JW319 says.</param>
public sealed record VerzoekAnswer(Origin Origin, int Place, Answer Answer) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.VerzoekAnswer;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [DocumentKey.Verzoek(Origin.Aanbieder, Answer.ReferentieAanbieder)];
}
