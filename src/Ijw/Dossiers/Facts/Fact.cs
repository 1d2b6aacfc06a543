namespace Ijw.Dossiers.Facts;

/// <summary>
/// Something that the register remembers of one bericht: pure data, of which the meaning doesn't depend on when it was written.
/// </summary>
/// <remarks>
/// A feit is identified by the BerichtId of its <see cref="Origin"/>, its <see cref="Kind"/> and its <see cref="Place"/>: writing it again
/// changes nothing. <see cref="BerichtFacts.Of"/> makes all feiten of a bericht; <see cref="FactBlock"/> turns them into bytes and back.
/// </remarks>
/// <param name="Origin">The bericht it comes from.</param>
/// <param name="Place">Its place among the feiten of its kind of that bericht, from 0, in document order.</param>
public abstract record Fact(Origin Origin, int Place)
{
    /// <summary>The kind.</summary>
    public abstract FactKind Kind { get; }

    /// <summary>The documents of the register that it stands in.</summary>
    public abstract IEnumerable<DocumentKey> Documents { get; }
}
