using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>One version of a toewijzing, from a JW301 (S-TW).</summary>
/// <param name="Origin">The JW301.</param>
/// <param name="Place">The place of the ToegewezenProduct.</param>
/// <param name="Client">The client.</param>
/// <param name="Product">What the JW301 says.</param>
public sealed record ToewijzingVersion(Origin Origin, int Place, ClientKey Client, ToegewezenProduct Product) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.ToewijzingVersion;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents
    {
        get
        {
            yield return DocumentKey.Toewijzing(Origin.Pair, Product.ToewijzingNummer);
            yield return DocumentKey.Client(Origin.Pair, Client);
            yield return DocumentKey.Toewijzingsnummer(Origin.Gemeente, Product.ToewijzingNummer);
            if (Product.ReferentieAanbieder is { } reference)
            {
                yield return DocumentKey.Verzoek(Origin.Aanbieder, reference);
            }
        }
    }
}
