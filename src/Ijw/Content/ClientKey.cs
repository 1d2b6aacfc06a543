namespace Ijw.Content;

/// <summary>A client as the rules across berichten know it: a key that stands for the BSN and doesn't give it away.</summary>
/// <remarks>
/// Whoever reads a bericht says how the key is made (<see cref="ContentReader"/>); the hub uses a keyed hash. The same BSN must always give
/// the same key, and another BSN another one.
/// </remarks>
/// <param name="Value">The key, of printable ASCII.</param>
public readonly record struct ClientKey(string Value)
{
    /// <summary>Says nothing: a key is no text for a log.</summary>
    public override string ToString() => "client";
}
