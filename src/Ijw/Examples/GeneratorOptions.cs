using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>What is fixed of the berichten that a <see cref="BerichtGenerator"/> makes; the seed decides on the rest.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Nothing is fixed.</summary>
    public static GeneratorOptions Standard { get; } = new();

    /// <summary>The most products, or prestaties per client, of one bericht.</summary>
    public const int MaxProducts = 50_000;

    /// <summary>
    /// How many clients a JW323 has, at most 9,000 (there are no more test BSNs); null = 1 to 4. Other berichten have one.
    /// </summary>
    public int? Clienten { get; init; }

    /// <summary>How many products, or prestaties per client, 1 to <see cref="MaxProducts"/>; null = 1 to 5.</summary>
    public int? Products { get; init; }

    /// <summary>
    /// Clients are added to a JW323 until it has at least so many bytes; then <see cref="Clienten"/> doesn't count. Null = no such size.
    /// </summary>
    public long? MinimalBytes { get; init; }

    /// <summary>The gemeente, a CBS code of 4 digits; null = one of Haaglanden.</summary>
    public string? Gemeente { get; init; }

    /// <summary>The aanbieder, an AGB code of 8 digits; null = one of 90000001 to 90000009.</summary>
    public string? Aanbieder { get; init; }

    /// <summary>BerichtIdentificatie.Identificatie, 1 to 12 characters; null = made of the seed.</summary>
    public string? Identificatie { get; init; }

    /// <summary>The Dagtekening of the bericht, from 2023 to 2100; of a retour that of its heenbericht; null = a day in 2025.</summary>
    public DateOnly? Dagtekening { get; init; }

    /// <summary>The layout.</summary>
    public Layout Layout { get; init; } = Layout.Indented;
}
