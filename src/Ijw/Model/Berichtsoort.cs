namespace Ijw.Model;

/// <summary>A kind of bericht: its names, its answer and its declarative tree (D4).</summary>
public sealed class Berichtsoort
{
    /// <summary>The name, such as <c>JW301</c>.</summary>
    public required string Naam { get; init; }

    /// <summary>True for the six retourberichten (302, 306, 308, 316, 318, 320).</summary>
    public bool IsRetour { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Naam;
}
