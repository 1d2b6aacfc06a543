namespace Ijw.Model.Datatypes;

/// <summary>The patterns that the standard's datatypes use; a closed set, each checked in linear time (messages.md 5.5).</summary>
public enum PatroonSoort
{
    /// <summary>No pattern.</summary>
    Geen,

    /// <summary>At least one character that is not white space, and no line break.</summary>
    NietLeeg,

    /// <summary>At least one character that is not white space; line breaks are fine.</summary>
    NietBlanco,

    /// <summary>Digits only.</summary>
    Cijfers,

    /// <summary>Letters A-Z, a-z and the characters U+00C0 to U+1EF3.</summary>
    Letters,

    /// <summary>Letters A-Z, a-z and digits.</summary>
    LettersEnCijfers,

    /// <summary>A version n.n.n without leading zeros.</summary>
    Versie,

    /// <summary>Exactly one text.</summary>
    Vast,
}

/// <summary>A pattern facet.</summary>
/// <param name="Soort">Which of the closed set.</param>
/// <param name="Xsd">The pattern as XML Schema writes it, for export.</param>
/// <param name="Tekst">The one text, for <see cref="PatroonSoort.Vast"/>.</param>
/// <param name="Aantal">How many, for <see cref="PatroonSoort.Cijfers"/>; null = any number.</param>
public sealed record Patroon(PatroonSoort Soort, string Xsd, string? Tekst = null, int? Aantal = null)
{
    /// <summary>Not empty: LDT_Naam and most other texts.</summary>
    public static Patroon NietLeeg { get; } = new(PatroonSoort.NietLeeg, @".*[^\s].*");

    /// <summary>Not blank: LDT_Commentaar.</summary>
    public static Patroon NietBlanco { get; } = new(PatroonSoort.NietBlanco, @"([.\s]*\S+[.\s]*)+");

    /// <summary>Any number of digits: LDT_Telefoonnummer.</summary>
    public static Patroon Cijfers { get; } = new(PatroonSoort.Cijfers, "[0-9]*");

    /// <summary>Letters: LDT_Voorletters.</summary>
    public static Patroon Letters { get; } = new(PatroonSoort.Letters, "([a-zA-Z\u00C0-\u1EF3])+");

    /// <summary>Letters and digits: DeclaratieNummer in JW323 (CS319).</summary>
    public static Patroon LettersEnCijfers { get; } = new(PatroonSoort.LettersEnCijfers, "([a-zA-Z0-9])+");

    /// <summary>A version: LDT_Versie.</summary>
    public static Patroon Versie { get; } = new(PatroonSoort.Versie, @"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)");

    /// <summary>Exactly <paramref name="aantal"/> digits.</summary>
    public static Patroon PreciesCijfers(int aantal) => new(PatroonSoort.Cijfers, $"[0-9]{{{aantal}}}", Aantal: aantal);

    /// <summary>Exactly <paramref name="tekst"/>: the codes and versions in the Header.</summary>
    public static Patroon Vast(string tekst) => new(PatroonSoort.Vast, tekst, tekst);
}
