using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>What starts and stops belong to: a client with a toewijzing, or with a product when the work is taakgericht (process.md 5).</summary>
internal readonly record struct Leveringssleutel(Clientsleutel Client, int? ToewijzingNummer, Product? Product)
{
    /// <summary>That of a start or stop.</summary>
    public static Leveringssleutel Van(Clientsleutel client, Leveringsproduct product) =>
        new(client, product.ToewijzingNummer, product.ToewijzingNummer is null ? product.Product : null);
}
