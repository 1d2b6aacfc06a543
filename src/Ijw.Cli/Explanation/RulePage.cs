namespace Ijw.Cli.Explanation;

/// <summary>What the page of a rule adds to the catalogue.</summary>
/// <param name="Why">Why the rule is there, and who does what.</param>
/// <param name="Where">The berichten and elements that it is bound to.</param>
/// <param name="Reading">Which reading of the standard is followed; null where there is only one.</param>
/// <param name="Good">Good cases, in words.</param>
/// <param name="Fault">Bad cases, in words.</param>
/// <param name="Advice">Cases that only give advice, in words.</param>
internal sealed record RulePage(
    string Why,
    string Where,
    string? Reading,
    IReadOnlyList<string> Good,
    IReadOnlyList<string> Fault,
    IReadOnlyList<string> Advice
)
{
    private const string Source = "Ijw.Cli.Rules.";

    /// <summary>The page of the rule with this code; null when it has none.</summary>
    public static RulePage? Find(string code)
    {
        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream(Source + code);
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    private static RulePage Read(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = paragraphs.TakeWhile(paragraph => paragraph != "## Goed").ToList();
        var level = header.FindIndex(paragraph =>
            paragraph.StartsWith("Niveau ", StringComparison.Ordinal) || paragraph.StartsWith("Advies · ", StringComparison.Ordinal)
        );
        // The first paragraph after the title is what the catalogue says.
        return new RulePage(
            string.Join(' ', header.Skip(2).Take(level - 2)),
            header[level].Split(" · ")[^1],
            header.Find(paragraph => paragraph.StartsWith("Lezing: ", StringComparison.Ordinal))?["Lezing: ".Length..],
            Cases(paragraphs, "## Goed"),
            Cases(paragraphs, "## Fout"),
            Cases(paragraphs, "## Advies")
        );
    }

    private static List<string> Cases(string[] paragraphs, string header) =>
        [
            .. paragraphs
                .SkipWhile(paragraph => paragraph != header)
                .Skip(1)
                .TakeWhile(paragraph => !paragraph.StartsWith("## ", StringComparison.Ordinal))
                .Where(paragraph => paragraph.StartsWith("### ", StringComparison.Ordinal))
                .Select(paragraph => paragraph["### ".Length..]),
        ];
}
