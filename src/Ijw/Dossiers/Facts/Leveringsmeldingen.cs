using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>A start or its removal, from a JW305 (S-RG).</summary>
/// <param name="Origin">The JW305.</param>
/// <param name="Place">The place of the StartProduct.</param>
/// <param name="Client">The client.</param>
/// <param name="Product">What the JW305 says.</param>
public sealed record StartNotice(Origin Origin, int Place, ClientKey Client, StartProduct Product) : Fact(Origin, Place)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.StartNotice;

    /// <inheritdoc/>
    public override IEnumerable<DocumentKey> Documents => [LeveringDocument.Of(Origin, Client, Product)];
}

/// <summary>Where starts and stops stand: with their toewijzing, or with the client when the work is taakgericht.</summary>
internal static class LeveringDocument
{
    public static DocumentKey Of(Origin origin, ClientKey client, LeveringProduct product) =>
        product.ToewijzingNummer is { } number ? DocumentKey.Toewijzing(origin.Pair, number) : DocumentKey.Client(origin.Pair, client);
}
