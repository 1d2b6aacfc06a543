using Ijw.Content;

namespace Ijw.Dossiers.Facts;

/// <summary>
/// What starts and stops belong to: a client with a toewijzing, or with a product when the work is taakgericht (process.md 5).
/// </summary>
internal readonly record struct LeveringKey(ClientKey Client, int? ToewijzingNummer, Product? Product)
{
    /// <summary>That of a start or stop.</summary>
    public static LeveringKey Of(ClientKey client, LeveringProduct product) =>
        new(client, product.ToewijzingNummer, product.ToewijzingNummer is null ? product.Product : null);
}
