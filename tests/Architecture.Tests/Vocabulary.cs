using System.Text.RegularExpressions;
using Ijw.Model;

namespace Architecture.Tests;

/// <summary>docs/words.tsv: the words that names in the code gave up, but for the names of the standard itself.</summary>
internal static partial class Vocabulary
{
    private static readonly HashSet<string> GivenUp =
    [
        .. File.ReadLines(RootFolder.PathTo("docs", "words.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            // A third column says that it is an English word too.
            .Where(row => row.Length == 2)
            .Select(row => row[0]),
    ];

    // The names of functions: Azure, alerts and dashboards know them.
    private static readonly string[] Kept = ["VerwerkBericht"];

    private static readonly List<string[]> OfTheStandard =
    [
        .. Standard
            .Berichtsoorten.SelectMany(kind => Names(kind.Root))
            .SelectMany(name => new[] { name, name + "s" })
            .Distinct()
            .Select(Words)
            .Where(words => words.Length > 1)
            .OrderByDescending(words => words.Length),
    ];

    /// <summary>The words of a name that were given up; of a test's sentence none.</summary>
    public static IEnumerable<string> GivenUpIn(string name)
    {
        name = name.TrimStart('_', '@');
        return name.Contains('_', StringComparison.Ordinal) || Kept.Contains(name)
            ? []
            : WithoutStandard(Words(name)).Where(GivenUp.Contains);
    }

    /// <summary>What is left without the names of elements that have several words.</summary>
    private static List<string> WithoutStandard(string[] words)
    {
        var left = words.ToList();
        foreach (var standard in OfTheStandard)
        {
            for (var at = 0; at + standard.Length <= left.Count; at++)
            {
                if (left.Skip(at).Take(standard.Length).SequenceEqual(standard))
                {
                    left.RemoveRange(at, standard.Length);
                }
            }
        }
        return left;
    }

    private static IEnumerable<string> Names(Element element) => element.Children.SelectMany(Names).Append(element.Name);

    private static string[] Words(string name) => [.. Word().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+")]
    private static partial Regex Word();
}
