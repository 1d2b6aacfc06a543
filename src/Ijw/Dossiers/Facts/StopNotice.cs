using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>A stop or its removal, from a JW307 (S-RG).</summary>
/// <param name="Origin">The JW307.</param>
/// <param name="Place">The place of the StopProduct.</param>
/// <param name="Client">The client.</param>
/// <param name="Product">What the JW307 says.</param>
public sealed record StopNotice(Origin Origin, int Place, ClientKey Client, StopProduct Product) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.StopNotice;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [LeveringDocument.Of(Origin, Client, Product)];
}
