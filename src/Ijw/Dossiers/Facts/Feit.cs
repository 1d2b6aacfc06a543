namespace Ijw.Dossiers.Facts;

/// <summary>The kinds of feit. The numbers are stored: they don't change.</summary>
public enum Feitsoort
{
    /// <summary><see cref="Facts.Toewijzingsversie"/>.</summary>
    Toewijzingsversie = 1,

    /// <summary><see cref="Facts.Startmelding"/>.</summary>
    Startmelding = 2,

    /// <summary><see cref="Facts.Stopmelding"/>.</summary>
    Stopmelding = 3,

    /// <summary><see cref="Facts.Verzoekmelding"/>.</summary>
    Verzoekmelding = 4,

    /// <summary><see cref="Facts.Verzoekantwoord"/>.</summary>
    Verzoekantwoord = 5,

    /// <summary><see cref="Facts.Declaratiemelding"/>.</summary>
    Declaratiemelding = 6,

    /// <summary><see cref="Facts.Prestatiemelding"/>.</summary>
    Prestatiemelding = 7,

    /// <summary><see cref="Facts.Referentiegebruik"/>.</summary>
    Referentiegebruik = 8,

    /// <summary><see cref="Facts.Identificatiegebruik"/>.</summary>
    Identificatiegebruik = 9,

    /// <summary><see cref="Facts.Retourmelding"/>.</summary>
    Retourmelding = 10,
}

/// <summary>Something that the register remembers of one bericht: pure data, of which the meaning doesn't depend on when it was written.</summary>
/// <remarks>
/// A feit is identified by the BerichtId of its <see cref="Herkomst"/>, its <see cref="Soort"/> and its <see cref="Plaats"/>: writing it again
/// changes nothing. <see cref="Feiten.Van"/> makes all feiten of a bericht; <see cref="Feitenblok"/> turns them into bytes and back.
/// </remarks>
/// <param name="Herkomst">The bericht it comes from.</param>
/// <param name="Plaats">Its place among the feiten of its kind of that bericht, from 0, in document order.</param>
public abstract record Feit(Herkomst Herkomst, int Plaats)
{
    /// <summary>The kind.</summary>
    public abstract Feitsoort Soort { get; }

    /// <summary>The documents of the register that it stands in.</summary>
    public abstract IEnumerable<Documentsleutel> Documenten { get; }
}
