namespace Ijw.Catalogue;

/// <summary>
/// What a finding says, in plain Dutch and in three parts: docs/wording.md has the rules of it. Never a value of a bericht.
/// </summary>
/// <remarks>
/// Texts of level 1 name the element: <c>{element}</c>, and where they need it <c>{parent}</c>, <c>{other}</c>, <c>{limit}</c>,
/// <c>{list}</c> and <c>{allowed}</c>.
/// </remarks>
/// <param name="Code">The rule that is broken, or <c>XML</c> or <c>XSD</c>, which level 1 uses where the standard has no rule.</param>
/// <param name="Variant">Which of the shapes of the fault; empty for the first, which is said when the rule doesn't choose.</param>
/// <param name="Fault">What is wrong in this bericht, as a fact: never the rule as if it were kept.</param>
/// <param name="Right">What would be right.</param>
/// <param name="Action">Who does what: "u" is who sends the bericht.</param>
public sealed record FindingText(string Code, string Variant, string Fault, string Right, string Action)
{
    private static readonly (string Place, string Words)[] AnyElement =
    [
        ("{element}", "dit element"),
        ("{parent}", "het element eromheen"),
        ("{other}", "een ander element"),
        ("{limit}", "de grens"),
        ("{list}", "van dit element"),
        ("{allowed}", "de vaste waarde"),
    ];

    /// <summary>The three parts in their order.</summary>
    public string Text => $"{Fault} {Right} {Action}";

    /// <summary>The text as it holds for any element, for who looks up the rule.</summary>
    public FindingText General => this with { Fault = Generally(Fault), Right = Generally(Right), Action = Generally(Action) };

    /// <summary>The text with its places filled: names of elements and bounds of the standard.</summary>
    /// <param name="places">Each place, braces included, and what goes there.</param>
    public string Fill(params ReadOnlySpan<(string Place, string Words)> places) => Fill(Text, places);

    private static string Generally(string part) =>
        string.Join(". ", Fill(part, AnyElement).Split(". ").Select(sentence => char.ToUpperInvariant(sentence[0]) + sentence[1..]));

    private static string Fill(string part, params ReadOnlySpan<(string Place, string Words)> places)
    {
        foreach (var (place, words) in places)
        {
            part = part.Replace(place, words, StringComparison.Ordinal);
        }
        return part;
    }
}
