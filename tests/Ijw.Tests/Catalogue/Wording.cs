using System.Text.RegularExpressions;
using Ijw.Catalogue;

namespace Ijw.Tests.Catalogue;

/// <summary>The rules of docs/wording.md that a machine can hold a text to.</summary>
internal static partial class Wording
{
    private const int LongestSentence = 15;

    /// <summary>What is against the text of a finding; nothing when it is in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="onlyAdvises">Nothing is refused for it.</param>
    public static IEnumerable<string> Against(FindingText text, bool onlyAdvises)
    {
        if (!FaultWord().IsMatch(text.Fault))
        {
            yield return $"no word says that something is wrong: {text.Fault}";
        }
        if (RuleWord().Match(text.Fault) is { Success: true } rule)
        {
            yield return $"'{rule.Value}' states a rule: {text.Fault}";
        }
        if (!Actor().IsMatch(text.Action))
        {
            yield return $"nobody acts: {text.Action}";
        }
        if (Forbidden().Match(text.Text) is { Success: true } word)
        {
            yield return $"'{word.Value}' is a word that we don't use: {text.Text}";
        }
        if (onlyAdvises && Must().IsMatch(text.Text))
        {
            yield return $"advice says 'moet': {text.Text}";
        }
        if (LooksLikeValue().Match(text.Text) is { Success: true } value)
        {
            yield return $"'{value.Value}' looks like a value of a bericht: {text.Text}";
        }
        if (BareCode().Match(text.Text) is { Success: true } code)
        {
            yield return $"'{code.Value}' stands without its word: {text.Text}";
        }
        foreach (var part in new[] { text.Fault, text.Right, text.Action })
        {
            if (part.Trim() != part || !Ending().IsMatch(part))
            {
                yield return $"no sentence: '{part}'";
            }
            foreach (var sentence in Sentence().Split(part).Where(sentence => sentence.Split(' ').Length > LongestSentence))
            {
                yield return $"{sentence.Split(' ').Length} words: {sentence}";
            }
        }
    }

    // Reviewed by hand: each says of a fact that it is a fault. "Na" and "vóór" do so too, when they don't come with "niet" or "op of".
    [GeneratedRegex(
        @"\b(niet|geen|zonder|ontbreekt|ontbreken|leeg|dubbel|al|te (vroeg|laat|vaak|veel)|verkeerde?|fout|hoger|lager|groter|langer|dieper"
            + @"|meer( is veranderd)? dan|eerder dan|vóór|na|buiten|vervallen|losse|overlapt|overlappen|toekomst|"
            + @"verwijderd|overgeslagen|veranderd"
            + @"|onrechtmatig|andere?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FaultWord();

    // How a rule speaks: it asks, allows, bounds or generalises.
    [GeneratedRegex(
        @"\b(mag|mogen|moet|moeten|hoogstens|minstens|uiterlijk|altijd|verplicht|kan|kunt|allebei|volgt|ten minste|hoort geen|voldoet aan"
            + @"|elkaar niet|is gelijk aan|op of (na|vóór)|niet (meer dan|na|vóór|eerder dan|later dan))\b|[,;] (als|dan|tenzij) "
            + @"|^(Als|Een|Elke?|Is|Heeft|Zolang|Alleen|Wie|Met|Vul|Gebruik|Stuur|Kies|Neem|Zet|Noem) ",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex RuleWord();

    [GeneratedRegex(
        @"\b(u|uw|de gemeente|de aanbieder|gemeente en aanbieder|de ontvanger|de verzender|softwareleverancier)\b"
            + @"|(^|[.?] )(Beëindig|Controleer|Crediteer|Declareer|Geef|Haal|Kies|Kort|Laat|Maak|Meld|Neem|Pak|Pas|Reken|"
            + @"Stel|Stuur|Tel|Verbeter|Verdeel"
            + @"|Vergelijk|Verwijder|Voeg|Vraag|Vul|Wacht|Zet) ",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Actor();

    [GeneratedRegex(
        @"\b(ongeldige?|geldige|helaas|errors?|sorry|gelieve|conform|middels|betreffende|dient|dienen|foutief|foutieve|"
            + @"incorrecte?|invalide?|uw fout)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\b[Mm]oet(en)?\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Must();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b|\b\d{8,}\b|\b\d{4} ?[A-Z]{2}\b|€")]
    private static partial Regex LooksLikeValue();

    [GeneratedRegex(@"(?<![(/])\bJW\d{3}\b")]
    private static partial Regex BareCode();

    [GeneratedRegex(@"[.?]$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?<=[.?]) (?=\p{Lu}|\{|')")]
    private static partial Regex Sentence();
}
