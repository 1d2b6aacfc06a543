using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>One request: an AangevraagdProduct of a JW315, or a JW317 as a whole (S-VZ).</summary>
/// <param name="Origin">The JW315 or JW317.</param>
/// <param name="Place">The place of the AangevraagdProduct; 0 for a JW317.</param>
/// <param name="Client">The client.</param>
/// <param name="ReferentieAanbieder">The reference.</param>
/// <param name="Product">The product of a VOT; null for a VOW and for a generieke toewijzing.</param>
/// <param name="Period">The days that a VOT asks for; null for a VOW.</param>
public sealed record VerzoekNotice(Origin Origin, int Place, ClientKey Client, string ReferentieAanbieder, Product? Product, Period? Period)
    : Fact(Origin, Place)
{
    /// <summary>True for a request to change (VOW), false for one to assign (VOT).</summary>
    public bool IsWijziging => Period is null;

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.VerzoekNotice;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents =>
        [DocumentKey.Client(Origin.Pair, Client), DocumentKey.Verzoek(Origin.Aanbieder, ReferentieAanbieder)];
}
