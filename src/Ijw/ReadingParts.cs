using Ijw.Content;

namespace Ijw;

/// <summary>
/// What one reading of a bericht is to give, besides whether it is one (level 1) and its Header. What is not asked for costs nothing.
/// </summary>
public sealed record ReadingParts
{
    /// <summary>The verdict and findings of level 1 and 2, and nothing else.</summary>
    public static ReadingParts Check { get; } = new() { Rules = true };

    /// <summary>Whether the rules over one bericht (level 2) are checked; without them there is no verdict.</summary>
    public bool Rules { get; init; }

    /// <summary>What the typed content keeps; null when that is not asked for.</summary>
    public ContentKeys? Content { get; init; }

    /// <summary>
    /// The most bytes of a bericht of which the tree is made, that an answer is made from; 0 when none is. A larger one is made from the
    /// bytes again, when it is known what was found (<see cref="Retour.RetourBuilder.MakeAsync"/>): then only what is refused is kept in
    /// memory.
    /// </summary>
    public long TreeBytes { get; init; }
}
