namespace Ijw.Dossiers.Facts;

/// <summary>The kinds of feit. The numbers are stored: they don't change.</summary>
public enum FactKind
{
    /// <summary><see cref="Facts.ToewijzingVersion"/>.</summary>
    ToewijzingVersion = 1,

    /// <summary><see cref="Facts.StartNotice"/>.</summary>
    StartNotice = 2,

    /// <summary><see cref="Facts.StopNotice"/>.</summary>
    StopNotice = 3,

    /// <summary><see cref="Facts.VerzoekNotice"/>.</summary>
    VerzoekNotice = 4,

    /// <summary><see cref="Facts.VerzoekAnswer"/>.</summary>
    VerzoekAnswer = 5,

    /// <summary><see cref="Facts.DeclaratieNotice"/>.</summary>
    DeclaratieNotice = 6,

    /// <summary><see cref="Facts.PrestatieNotice"/>.</summary>
    PrestatieNotice = 7,

    /// <summary><see cref="Facts.ReferenceUse"/>.</summary>
    ReferenceUse = 8,

    /// <summary><see cref="Facts.IdentificatieUse"/>.</summary>
    IdentificatieUse = 9,

    /// <summary><see cref="Facts.RetourNotice"/>.</summary>
    RetourNotice = 10,
}

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
