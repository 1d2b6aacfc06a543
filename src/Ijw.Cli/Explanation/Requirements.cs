using Commands;
using Ijw.Model.Datatypes;

namespace Ijw.Cli.Explanation;

/// <summary>What a datatype asks of a value, in plain Dutch.</summary>
internal static class Requirements
{
    /// <summary>Each demand as a sentence.</summary>
    public static IEnumerable<string> Of(Datatype datatype)
    {
        yield return datatype.Basis switch
        {
            Basistype.Whole => "is een geheel getal",
            Basistype.Date => "is een bestaande datum, geschreven als jjjj-mm-dd, zonder tijdzone",
            Basistype.Time => "is een tijd, geschreven als uu:mm:ss, zonder tijdzone",
            _ => "is tekst",
        };
        if (datatype is { Min: { } min, Max: { } max })
        {
            yield return $"ligt van {min} tot en met {max}";
        }
        else if (datatype.Min is { } minOnly)
        {
            yield return $"is minstens {minOnly}";
        }
        else if (datatype.Max is { } maxOnly)
        {
            yield return $"is hoogstens {maxOnly}";
        }
        if (datatype.MaxLength is { } length)
        {
            yield return $"heeft hoogstens {TextBlock.Count(length, "teken", "tekens")}";
        }
        if (Pattern(datatype.Pattern) is { } pattern)
        {
            yield return pattern;
        }
        if (datatype.Codelijst is { } list)
        {
            yield return $"is een code uit {list.Name} ({list.Description}); zie: ijw uitleg {list.Name}";
        }
    }

    private static string? Pattern(Pattern? pattern) =>
        pattern switch
        {
            { Kind: PatternKind.NotEmpty } => "is niet leeg, bestaat niet uit alleen spaties en staat op één regel",
            { Kind: PatternKind.NotBlank } => "is niet leeg en bestaat niet uit alleen spaties",
            { Kind: PatternKind.Digits, Count: { } count } => $"heeft precies {count} cijfers",
            { Kind: PatternKind.Digits } => "bestaat alleen uit cijfers",
            { Kind: PatternKind.Letters } => "bestaat alleen uit letters, zonder punten of spaties",
            { Kind: PatternKind.LettersAndDigits } => "bestaat alleen uit letters en cijfers",
            { Kind: PatternKind.Version } => "is een versie n.n.n, zonder voorloopnullen",
            { Kind: PatternKind.Fixed } => "ligt vast per berichtsoort",
            _ => null,
        };
}
