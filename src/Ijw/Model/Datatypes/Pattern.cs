namespace Ijw.Model.Datatypes;

/// <summary>A pattern facet.</summary>
/// <param name="Kind">Which of the closed set.</param>
/// <param name="Xsd">The pattern as XML Schema writes it, for export.</param>
/// <param name="Text">The one text, for <see cref="PatternKind.Fixed"/>.</param>
/// <param name="Count">How many, for <see cref="PatternKind.Digits"/>; null = any number.</param>
public sealed record Pattern(PatternKind Kind, string Xsd, string? Text = null, int? Count = null)
{
    /// <summary>Not empty: LDT_Naam and most other texts.</summary>
    public static Pattern NotEmpty { get; } = new(PatternKind.NotEmpty, @".*[^\s].*");

    /// <summary>Not blank: LDT_Commentaar.</summary>
    public static Pattern NotBlank { get; } = new(PatternKind.NotBlank, @"([.\s]*\S+[.\s]*)+");

    /// <summary>Any number of digits: LDT_Telefoonnummer.</summary>
    public static Pattern Digits { get; } = new(PatternKind.Digits, "[0-9]*");

    /// <summary>Letters: LDT_Voorletters.</summary>
    public static Pattern Letters { get; } = new(PatternKind.Letters, "([a-zA-Z\u00C0-\u1EF3])+");

    /// <summary>Letters and digits: DeclaratieNummer in JW323 (CS319).</summary>
    public static Pattern LettersAndDigits { get; } = new(PatternKind.LettersAndDigits, "([a-zA-Z0-9])+");

    /// <summary>A version: LDT_Versie.</summary>
    public static Pattern Version { get; } = new(PatternKind.Version, @"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)");

    /// <summary>Exactly <paramref name="count"/> digits.</summary>
    public static Pattern ExactlyDigits(int count) => new(PatternKind.Digits, $"[0-9]{{{count}}}", Count: count);

    /// <summary>Exactly <paramref name="text"/>: the codes and versions in the Header.</summary>
    public static Pattern Fixed(string text) => new(PatternKind.Fixed, text, text);
}
