using System.Text.RegularExpressions;

namespace Ijw.Tests.Rules;

/// <summary>A finding that a case expects.</summary>
internal sealed record Verwachting(string Code, string Pad, bool Advies = false, bool Keten = false)
{
    public override string ToString() => Regel(Code, Pad, Advies, Keten);

    /// <summary>A finding in the words of a page.</summary>
    public static string Van(Bevinding bevinding) => Regel(bevinding.Regel, bevinding.Pad, bevinding.Advies, bevinding.Keten);

    private static string Regel(string code, string pad, bool advies, bool keten) => $"{(keten ? "keten " : advies ? "advies " : "")}{code} {pad}";
}

/// <summary>A base bericht and the lines that change it.</summary>
internal sealed record Bericht(Berichtsoort Soort, IReadOnlyList<string> Regels);

/// <summary>A bericht that came before, and what became of it: the words behind <c>vooraf</c>, none for accepted.</summary>
internal sealed record Voorbericht(Bericht Bericht, IReadOnlyList<string> Uitslag);

/// <summary>One case of a page: what came before, the bericht under test, and the findings it then has; none for a good case.</summary>
internal sealed record Geval(string Naam, Bericht Bericht, IReadOnlyList<Verwachting> Verwacht)
{
    /// <summary>The berichten before it, in order; only at level 3 and 4.</summary>
    public IReadOnlyList<Voorbericht> Vooraf { get; init; } = [];

    /// <summary>The lines of the block <c>bronnen</c>: what other sources say.</summary>
    public IReadOnlyList<string> Bronnen { get; init; } = [];
}

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

    /// <summary>The first paragraph, or the points of the first list: what findings say.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>The control level on the Niveau line; null for advice on a rule without a level.</summary>
    public required int? Niveau { get; init; }

    /// <summary>The retourcode on the Niveau line; null when there is none.</summary>
    public required string? Retourcode { get; init; }

    /// <summary>The berichtsoorten named on the Niveau line.</summary>
    public required IReadOnlyList<string> Berichten { get; init; }

    /// <summary>The cases without a finding.</summary>
    public required IReadOnlyList<Geval> Goed { get; init; }

    /// <summary>The cases that break the rule.</summary>
    public required IReadOnlyList<Geval> Fout { get; init; }

    /// <summary>The cases that only give advice.</summary>
    public required IReadOnlyList<Geval> Advies { get; init; }

    /// <summary>All cases.</summary>
    public IEnumerable<Geval> Gevallen => [.. Goed, .. Fout, .. Advies];

    /// <summary>Reads a page.</summary>
    /// <exception cref="FormatException">The page is malformed; the message says what is wrong.</exception>
    public static RegelPagina Lees(string tekst)
    {
        var regels = tekst.ReplaceLineEndings("\n").Split('\n');
        var kop = Titelvorm().Match(regels[0]);
        Eis(kop.Success, "the first line is not '# CODE: titel'");

        var secties = Secties(regels);
        var inleiding = regels[..secties[0].Begin];
        var niveau = inleiding.Select(regel => Niveauvorm().Match(regel)).Where(treffer => treffer.Success).ToList();
        Eis(niveau.Count == 1, "there is not exactly one line 'Niveau 2 · retourcode 0001 · JW301 …'");
        Eis(inleiding.Skip(1).Count(regel => regel.Length > 0) >= 3, "there is no paragraph on what must hold and one on who must act");

        var pagina = new RegelPagina
        {
            Code = kop.Groups["code"].Value,
            Titel = kop.Groups["titel"].Value,
            Texts = Eerste(regels),
            Niveau = niveau[0].Groups["niveau"].Success ? niveau[0].Groups["niveau"].Value[0] - '0' : null,
            Retourcode = niveau[0].Groups["retourcode"].Success ? niveau[0].Groups["retourcode"].Value : null,
            Berichten = [.. Berichtvorm().Matches(niveau[0].Groups["plek"].Value).Select(bericht => bericht.Value)],
            Goed = InSectie(secties, "Goed"),
            Fout = InSectie(secties, "Fout"),
            Advies = InSectie(secties, "Advies"),
        };
        Eis(pagina.Goed.All(geval => geval.Verwacht.Count == 0), "a case under Goed expects a finding");
        Eis(pagina.Fout.All(geval => geval.Verwacht.Any(verwacht => verwacht.Code == pagina.Code && !verwacht.Advies)), "a case under Fout does not break the rule");
        Eis(
            pagina.Advies.All(geval => geval.Verwacht.All(verwacht => verwacht.Advies) && geval.Verwacht.Any(verwacht => verwacht.Code == pagina.Code)),
            "a case under Advies does not only advise");
        return pagina;
    }

    private static List<string> Eerste(string[] regels)
    {
        var alinea = regels.Skip(1).SkipWhile(regel => regel.Length == 0).TakeWhile(regel => regel.Length > 0).ToList();
        Eis(alinea.Count == 1 || alinea.All(regel => regel.StartsWith("- ", StringComparison.Ordinal)), "the first paragraph is neither one line nor a list");
        return alinea.Count == 1 ? alinea : [.. alinea.Select(regel => regel[2..])];
    }

    private static List<(string Naam, int Begin, string[] Regels)> Secties(string[] regels)
    {
        var begin = Enumerable.Range(0, regels.Length).Where(at => regels[at].StartsWith("## ", StringComparison.Ordinal)).ToList();
        var secties = begin.Select((van, i) => (regels[van][3..], van, regels[(van + 1)..(i + 1 < begin.Count ? begin[i + 1] : regels.Length)])).ToList();
        var namen = string.Join(' ', secties.Select(sectie => sectie.Item1));
        Eis(namen is "Goed Fout" or "Goed Fout Advies" or "Goed Advies", "the sections are not Goed, Fout and Advies, of which one of the last two may be left out");
        return secties;
    }

    private static List<Geval> InSectie(List<(string Naam, int Begin, string[] Regels)> secties, string naam) =>
        secties.Where(sectie => sectie.Naam == naam).SelectMany(sectie => LeesGevallen(sectie.Regels)).ToList();

    private static List<Geval> LeesGevallen(string[] regels)
    {
        var gevallen = new List<Geval>();
        var koppen = Enumerable.Range(0, regels.Length).Where(at => regels[at].StartsWith("### ", StringComparison.Ordinal)).ToList();
        Eis(koppen.Count > 0, "a section has no cases");
        Eis(regels[..koppen[0]].All(regel => regel.Length == 0), "something stands outside a case");
        for (var i = 0; i < koppen.Count; i++)
            gevallen.Add(LeesGeval(regels[koppen[i]][4..], regels[(koppen[i] + 1)..(i + 1 < koppen.Count ? koppen[i + 1] : regels.Length)]));
        Eis(gevallen.DistinctBy(geval => geval.Naam).Count() == gevallen.Count, "two cases have the same name");
        return gevallen;
    }

    private static Geval LeesGeval(string naam, string[] regels)
    {
        Geval? geval = null;
        var vooraf = new List<Voorbericht>();
        string[] bronnen = [];
        for (var i = 0; i < regels.Length; i++)
        {
            if (regels[i].Length == 0) continue;
            Eis(geval is null, $"something follows the bericht under test of '{naam}'");
            Eis(regels[i].StartsWith("```xml ", StringComparison.Ordinal) || regels[i] == "```bronnen", $"'{naam}' has something else than blocks");
            var einde = Array.IndexOf(regels, "```", i + 1);
            Eis(einde > 0, $"the block of '{naam}' has no end");
            var inhoud = regels[(i + 1)..einde];
            var info = regels[i].Split(' ')[1..];
            if (info.Length == 0) bronnen = inhoud;
            else if (info is [_, "vooraf", ..]) vooraf.Add(new Voorbericht(new Bericht(Soort(naam, info[0]), inhoud), info[2..]));
            else geval = new Geval(naam, new Bericht(Soort(naam, info[0]), inhoud), Verwacht(naam, info[1..])) { Vooraf = vooraf, Bronnen = bronnen };
            i = einde;
        }

        return geval ?? throw new FormatException($"'{naam}' has no bericht under test.");
    }

    private static Berichtsoort Soort(string naam, string soort) => Standaard.Zoek(soort) ?? throw new FormatException($"'{naam}': {soort} is no berichtsoort.");

    private static List<Verwachting> Verwacht(string naam, string[] info)
    {
        if (info is ["goed"]) return [];
        var verwacht = new List<Verwachting>();
        for (var i = 0; i < info.Length; i += 2)
        {
            var keten = info[i] == "keten";
            var advies = keten || info[i] == "advies";
            if (advies) i++;
            Eis(i + 1 < info.Length, $"'{naam}' expects neither 'goed' nor pairs of code and path");
            verwacht.Add(new Verwachting(info[i], info[i + 1], advies, keten));
        }

        Eis(verwacht.Count > 0, $"'{naam}' expects neither 'goed' nor pairs of code and path");
        Eis(verwacht.All(een => Codevorm().IsMatch(een.Code) && een.Pad.StartsWith("/Bericht", StringComparison.Ordinal)), $"'{naam}' has an expectation that is not a code and a path");
        return verwacht;
    }

    private static void Eis(bool waar, string anders)
    {
        if (!waar) throw new FormatException($"Malformed rule page: {anders}.");
    }

    [GeneratedRegex(@"^# (?<code>[A-Z]{2}\d{3}): (?<titel>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Titelvorm();

    [GeneratedRegex(@"^(Niveau (?<niveau>[1-4])|Advies) · (retourcode (?<retourcode>\w{4})|geen retourcode) · (?<plek>JW\d{3} .*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Niveauvorm();

    [GeneratedRegex(@"JW\d{3}")]
    private static partial Regex Berichtvorm();

    [GeneratedRegex(@"^[A-Z]{2}\d{3}$")]
    private static partial Regex Codevorm();
}
