using System.Text.RegularExpressions;

namespace Ijw.Tests.Rules;

/// <summary>A bericht that came before, and what became of it: the words behind <c>vooraf</c>, none for accepted.</summary>
internal sealed record PriorBericht(Bericht Bericht, IReadOnlyList<string> Outcome);

/// <summary>A page docs/rules/CODE.md: what people read about a rule, and at once its tests.</summary>
/// <remarks>docs/rules/README.md says how a page is written. A page that isn't written like that doesn't parse.</remarks>
internal sealed partial class RulePage
{
    private RulePage() { }

    /// <summary>The code in the first heading.</summary>
    public required string Code { get; init; }

    /// <summary>The title in the first heading.</summary>
    public required string Title { get; init; }

    /// <summary>The first paragraph, or the points of the first list: what findings say.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>The control level on the Niveau line; null for advice on a rule without a level.</summary>
    public required int? Level { get; init; }

    /// <summary>The retourcode on the Niveau line; null when there is none.</summary>
    public required string? Retourcode { get; init; }

    /// <summary>The berichtsoorten named on the Niveau line.</summary>
    public required IReadOnlyList<string> Berichten { get; init; }

    /// <summary>The cases without a finding.</summary>
    public required IReadOnlyList<Case> Good { get; init; }

    /// <summary>The cases that break the rule.</summary>
    public required IReadOnlyList<Case> Fault { get; init; }

    /// <summary>The cases that only give advice.</summary>
    public required IReadOnlyList<Case> Advice { get; init; }

    /// <summary>All cases.</summary>
    public IEnumerable<Case> Cases => [.. Good, .. Fault, .. Advice];

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">The page is malformed; the message says what is wrong.</exception>
    public static RulePage Read(string text)
    {
        var rules = text.ReplaceLineEndings("\n").Split('\n');
        var header = TitleShape().Match(rules[0]);
        Require(header.Success, "the first line is not '# CODE: titel'");

        var sections = Sections(rules);
        var introduction = rules[..sections[0].Begin];
        var level = introduction.Select(rule => LevelShape().Match(rule)).Where(hit => hit.Success).ToList();
        Require(level.Count == 1, "there is not exactly one line 'Niveau 2 · retourcode 0001 · JW301 …'");
        Require(
            introduction.Skip(1).Count(rule => rule.Length > 0) >= 3,
            "there is no paragraph on what must hold and one on who must act"
        );

        var page = new RulePage
        {
            Code = header.Groups["code"].Value,
            Title = header.Groups["title"].Value,
            Texts = First(rules),
            Level = level[0].Groups["level"].Success ? level[0].Groups["level"].Value[0] - '0' : null,
            Retourcode = level[0].Groups["retourcode"].Success ? level[0].Groups["retourcode"].Value : null,
            Berichten = [.. BerichtShape().Matches(level[0].Groups["place"].Value).Select(bericht => bericht.Value)],
            Good = InSection(sections, "Goed"),
            Fault = InSection(sections, "Fout"),
            Advice = InSection(sections, "Advies"),
        };
        Require(page.Good.All(testCase => testCase.Expected.Count == 0), "a case under Goed expects a finding");
        Require(
            page.Fault.All(testCase => testCase.Expected.Any(expected => expected.Code == page.Code && !expected.Advice)),
            "a case under Fout does not break the rule"
        );
        Require(
            page.Advice.All(testCase =>
                testCase.Expected.All(expected => expected.Advice) && testCase.Expected.Any(expected => expected.Code == page.Code)
            ),
            "a case under Advies does not only advise"
        );
        return page;
    }

    private static List<string> First(string[] rules)
    {
        var paragraph = rules.Skip(1).SkipWhile(rule => rule.Length == 0).TakeWhile(rule => rule.Length > 0).ToList();
        Require(
            paragraph.Count == 1 || paragraph.All(rule => rule.StartsWith("- ", StringComparison.Ordinal)),
            "the first paragraph is neither one line nor a list"
        );
        return paragraph.Count == 1 ? paragraph : [.. paragraph.Select(rule => rule[2..])];
    }

    private static List<(string Name, int Begin, string[] Rules)> Sections(string[] rules)
    {
        var begin = Enumerable.Range(0, rules.Length).Where(at => rules[at].StartsWith("## ", StringComparison.Ordinal)).ToList();
        var sections = begin
            .Select((from, i) => (rules[from][3..], from, rules[(from + 1)..(i + 1 < begin.Count ? begin[i + 1] : rules.Length)]))
            .ToList();
        var names = string.Join(' ', sections.Select(section => section.Item1));
        Require(
            names is "Goed Fout" or "Goed Fout Advies" or "Goed Advies",
            "the sections are not Goed, Fout and Advies, of which one of the last two may be left out"
        );
        return sections;
    }

    private static List<Case> InSection(List<(string Name, int Begin, string[] Rules)> sections, string name) =>
        sections.Where(section => section.Name == name).SelectMany(section => ReadCases(section.Rules)).ToList();

    private static List<Case> ReadCases(string[] rules)
    {
        var testCases = new List<Case>();
        var headers = Enumerable.Range(0, rules.Length).Where(at => rules[at].StartsWith("### ", StringComparison.Ordinal)).ToList();
        Require(headers.Count > 0, "a section has no cases");
        Require(rules[..headers[0]].All(rule => rule.Length == 0), "something stands outside a case");
        for (var i = 0; i < headers.Count; i++)
        {
            testCases.Add(
                ReadCase(rules[headers[i]][4..], rules[(headers[i] + 1)..(i + 1 < headers.Count ? headers[i + 1] : rules.Length)])
            );
        }
        Require(testCases.DistinctBy(testCase => testCase.Name).Count() == testCases.Count, "two cases have the same name");
        return testCases;
    }

    private static Case ReadCase(string name, string[] rules)
    {
        Case? testCase = null;
        var beforehand = new List<PriorBericht>();
        string[] sources = [];
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Length == 0)
            {
                continue;
            }
            Require(testCase is null, $"something follows the bericht under test of '{name}'");
            Require(
                rules[i].StartsWith("```xml ", StringComparison.Ordinal) || rules[i] == "```bronnen",
                $"'{name}' has something else than blocks"
            );
            var end = Array.IndexOf(rules, "```", i + 1);
            Require(end > 0, $"the block of '{name}' has no end");
            var content = rules[(i + 1)..end];
            var info = rules[i].Split(' ')[1..];
            if (info.Length == 0)
            {
                sources = content;
            }
            else if (info is [_, "vooraf", ..])
            {
                beforehand.Add(new PriorBericht(new Bericht(Kind(name, info[0]), content), info[2..]));
            }
            else
            {
                testCase = new Case(name, new Bericht(Kind(name, info[0]), content), Expected(name, info[1..]))
                {
                    Beforehand = beforehand,
                    Sources = sources,
                };
            }
            i = end;
        }

        return testCase ?? throw new FormatException($"'{name}' has no bericht under test.");
    }

    private static Berichtsoort Kind(string name, string kind) =>
        Standard.Find(kind) ?? throw new FormatException($"'{name}': {kind} is no berichtsoort.");

    private static List<RuleExpectation> Expected(string name, string[] info)
    {
        if (info is ["goed"])
        {
            return [];
        }
        var expected = new List<RuleExpectation>();
        for (var i = 0; i < info.Length; i += 2)
        {
            var chain = info[i] == "keten";
            var advice = chain || info[i] == "advies";
            if (advice)
            {
                i++;
            }
            Require(i + 1 < info.Length, $"'{name}' expects neither 'goed' nor pairs of code and path");
            expected.Add(new RuleExpectation(info[i], info[i + 1], advice, chain));
        }

        Require(expected.Count > 0, $"'{name}' expects neither 'goed' nor pairs of code and path");
        Require(
            expected.All(one => CodeShape().IsMatch(one.Code) && one.Path.StartsWith("/Bericht", StringComparison.Ordinal)),
            $"'{name}' has an expectation that is not a code and a path"
        );
        return expected;
    }

    private static void Require(bool where, string otherwise)
    {
        if (!where)
        {
            throw new FormatException($"Malformed rule page: {otherwise}.");
        }
    }

    [GeneratedRegex(@"^# (?<code>[A-Z]{2}\d{3}): (?<title>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleShape();

    [GeneratedRegex(
        @"^(Niveau (?<level>[1-4])|Advies) · (retourcode (?<retourcode>\w{4})|geen retourcode) · (?<place>JW\d{3} .*)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex LevelShape();

    [GeneratedRegex(@"JW\d{3}")]
    private static partial Regex BerichtShape();

    [GeneratedRegex(@"^[A-Z]{2}\d{3}$")]
    private static partial Regex CodeShape();
}
