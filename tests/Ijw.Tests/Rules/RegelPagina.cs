using System.Text.RegularExpressions;
using Ijw.Model;

namespace Ijw.Tests.Rules;

/// <summary>A finding that a case expects.</summary>
internal sealed record Verwachting(string Code, string Pad);

/// <summary>One case of a page: a base bericht, the lines that change it, and the findings it then has; none for a good case.</summary>
internal sealed record Geval(string Naam, Berichtsoort Soort, IReadOnlyList<string> Regels, IReadOnlyList<Verwachting> Verwacht);

/// <summary>A page docs/rules/CODE.md: what people read about a rule, and at once its tests.</summary>
/// <remarks>docs/rules/README.md says how a page is written. A page that isn't written like that doesn't parse.</remarks>
internal sealed partial class RegelPagina
{
    private RegelPagina()
    {
    }

    /// <summary>The code in the first heading.</summary>
    public required string Code { get; init; }

    /// <summary>The title in the first heading.</summary>
    public required string Titel { get; init; }

    /// <summary>The first paragraph: what must hold.</summary>
    public required string Tekst { get; init; }

    /// <summary>The control level on the Niveau line.</summary>
    public required int Niveau { get; init; }

    /// <summary>The retourcode on the Niveau line.</summary>
    public required string Retourcode { get; init; }

    /// <summary>The berichtsoorten named on the Niveau line.</summary>
    public required IReadOnlyList<string> Berichten { get; init; }

    /// <summary>The cases without a finding.</summary>
    public required IReadOnlyList<Geval> Goed { get; init; }

    /// <summary>The cases that break the rule.</summary>
    public required IReadOnlyList<Geval> Fout { get; init; }

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">The page is malformed; the message says what is wrong.</exception>
    public static RegelPagina Lees(string tekst)
    {
        var regels = tekst.ReplaceLineEndings("\n").Split('\n');
        var kop = Titelvorm().Match(regels[0]);
        Eis(kop.Success, "the first line is not '# CODE: titel'");

        var goed = Array.IndexOf(regels, "## Goed");
        var fout = Array.IndexOf(regels, "## Fout");
        Eis(goed > 0 && fout > goed, "there is no '## Goed' followed by '## Fout'");
        Eis(regels.Count(regel => regel.StartsWith("## ", StringComparison.Ordinal)) == 2, "there are other sections than Goed and Fout");

        var niveau = regels.Take(goed).Select(regel => Niveauvorm().Match(regel)).Where(treffer => treffer.Success).ToList();
        Eis(niveau.Count == 1, "there is not exactly one line 'Niveau 2 · retourcode 0001 · JW301 …'");
        Eis(regels.Skip(1).Take(goed - 1).Count(regel => regel.Length > 0) >= 3, "there is no paragraph on what must hold and one on who must act");

        var pagina = new RegelPagina
        {
            Code = kop.Groups["code"].Value,
            Titel = kop.Groups["titel"].Value,
            Tekst = regels.Skip(1).First(regel => regel.Length > 0),
            Niveau = niveau[0].Groups["niveau"].Value[0] - '0',
            Retourcode = niveau[0].Groups["retourcode"].Value,
            Berichten = [.. Berichtvorm().Matches(niveau[0].Groups["plek"].Value).Select(bericht => bericht.Value)],
            Goed = Gevallen(regels[(goed + 1)..fout]),
            Fout = Gevallen(regels[(fout + 1)..]),
        };
        Eis(pagina.Goed.All(geval => geval.Verwacht.Count == 0), "a case under Goed expects a finding");
        Eis(pagina.Fout.All(geval => geval.Verwacht.Any(verwacht => verwacht.Code == pagina.Code)), "a case under Fout does not break the rule");
        return pagina;
    }

    private static List<Geval> Gevallen(string[] regels)
    {
        var gevallen = new List<Geval>();
        string? naam = null;
        for (var i = 0; i < regels.Length; i++)
        {
            if (regels[i].Length == 0) continue;
            if (regels[i].StartsWith("### ", StringComparison.Ordinal))
            {
                Eis(naam is null, $"'{naam}' has no block");
                naam = regels[i][4..];
                continue;
            }

            Eis(naam is not null, $"'{regels[i]}' stands outside a case");
            Eis(regels[i].StartsWith("```xml ", StringComparison.Ordinal), $"'{naam}' does not begin with an xml block");
            var einde = Array.IndexOf(regels, "```", i + 1);
            Eis(einde > 0, $"the block of '{naam}' has no end");
            gevallen.Add(Geval(naam!, regels[i]["```xml ".Length..].Split(' '), regels[(i + 1)..einde]));
            naam = null;
            i = einde;
        }

        Eis(naam is null, $"'{naam}' has no block");
        Eis(gevallen.Count > 0, "a section has no cases");
        Eis(gevallen.DistinctBy(geval => geval.Naam).Count() == gevallen.Count, "two cases have the same name");
        return gevallen;
    }

    private static Geval Geval(string naam, string[] info, string[] regels)
    {
        var soort = Standaard.Zoek(info[0]) ?? throw new FormatException($"'{naam}': {info[0]} is no berichtsoort.");
        if (info is [_, "goed"]) return new Geval(naam, soort, regels, []);

        Eis(info.Length >= 3 && info.Length % 2 == 1, $"'{naam}' expects neither 'goed' nor pairs of code and path");
        var verwacht = info.Skip(1).Chunk(2).Select(paar => new Verwachting(paar[0], paar[1])).ToList();
        Eis(verwacht.All(een => Codevorm().IsMatch(een.Code) && een.Pad.StartsWith("/Bericht", StringComparison.Ordinal)), $"'{naam}' has an expectation that is not a code and a path");
        return new Geval(naam, soort, regels, verwacht);
    }

    private static void Eis(bool waar, string anders)
    {
        if (!waar) throw new FormatException($"Malformed rule page: {anders}.");
    }

    [GeneratedRegex(@"^# (?<code>[A-Z]{2}\d{3}): (?<titel>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Titelvorm();

    [GeneratedRegex(@"^Niveau (?<niveau>[1-4]) · retourcode (?<retourcode>\w{4}) · (?<plek>JW\d{3} .*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Niveauvorm();

    [GeneratedRegex(@"JW\d{3}")]
    private static partial Regex Berichtvorm();

    [GeneratedRegex(@"^[A-Z]{2}\d{3}$")]
    private static partial Regex Codevorm();
}
