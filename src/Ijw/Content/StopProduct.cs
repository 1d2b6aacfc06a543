namespace Ijw.Content;

/// <summary>A stop.</summary>
public sealed record StopProduct : LeveringProduct
{
    /// <summary>JZ588, two characters.</summary>
    public required string RedenBeeindiging { get; init; }

    /// <summary>The last day of care.</summary>
    public required DateOnly Einddatum { get; init; }

    /// <summary>A temporary stop (RedenBeeindiging 20); every other is final.</summary>
    public bool IsTemporary => RedenBeeindiging == "20";
}
