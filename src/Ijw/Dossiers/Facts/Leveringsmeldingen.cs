using Ijw.Inhoud;

namespace Ijw.Dossiers.Facts;

/// <summary>A start or its removal, from a JW305 (S-RG).</summary>
/// <param name="Herkomst">The JW305.</param>
/// <param name="Plaats">The place of the StartProduct.</param>
/// <param name="Client">The client.</param>
/// <param name="Product">What the JW305 says.</param>
public sealed record Startmelding(Herkomst Herkomst, int Plaats, Clientsleutel Client, StartProduct Product) : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Startmelding;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten => [Leveringsdocument.Van(Herkomst, Client, Product)];
}

/// <summary>A stop or its removal, from a JW307 (S-RG).</summary>
/// <param name="Herkomst">The JW307.</param>
/// <param name="Plaats">The place of the StopProduct.</param>
/// <param name="Client">The client.</param>
/// <param name="Product">What the JW307 says.</param>
public sealed record Stopmelding(Herkomst Herkomst, int Plaats, Clientsleutel Client, StopProduct Product) : Feit(Herkomst, Plaats)
{
    /// <inheritdoc/>
    public override Feitsoort Soort => Feitsoort.Stopmelding;

    /// <inheritdoc/>
    public override IEnumerable<Documentsleutel> Documenten => [Leveringsdocument.Van(Herkomst, Client, Product)];
}

/// <summary>Where starts and stops stand: with their toewijzing, or with the client when the work is taakgericht.</summary>
internal static class Leveringsdocument
{
    public static Documentsleutel Van(Herkomst herkomst, Clientsleutel client, Leveringsproduct product) =>
        product.ToewijzingNummer is { } nummer ? Documentsleutel.Toewijzing(herkomst.Paar, nummer) : Documentsleutel.Client(herkomst.Paar, client);
}
