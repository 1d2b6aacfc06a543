using Ijw.Catalogue;
using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules.Shapes;
using Ijw.Findings;

namespace Ijw.Dossiers.Rules;

/// <summary>Checks a bericht against what is known from outside it: levels 3 and 4. The bericht is clean at levels 1 and 2.</summary>
/// <remarks>
/// The steps and their order are those of retour.md 3.4. What is not answered yet (<see cref="FactState.Open"/>) never makes the difference
/// between accepting and rejecting: a finding rejects when it stands with and without it, and advises when it stands only with it.
/// </remarks>
public static class DossierCheck
{
    /// <summary>The most advice that is kept; the rest is counted.</summary>
    public const int MaxAdvices = 100;

    private const string DependsOnOpen = " Let op: dit hangt af van een bericht dat nog niet is beantwoord.";

    private const string IsIncomplete = " Let op: de gegevens van vóór de aansluiting op de hub zijn nog niet compleet.";

    /// <summary>Checks a bericht. A pure function of what it is given.</summary>
    /// <param name="content">The bericht.</param>
    /// <param name="dossier">What is known of before, filled with all that <see cref="DossierQuestion"/> asks for.</param>
    /// <param name="sources">The other sources.</param>
    /// <param name="isComplete">False while the register of the pair lacks what came before the hub: then level 3 only advises.</param>
    public static DossierOutcome Check(BerichtContent content, Dossier dossier, Sources sources, bool isComplete = true)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(sources);
        var broken = new HashSet<IKlasse>(ReferenceEqualityComparer.Instance);
        var refused = new HashSet<IKlasse>(ReferenceEqualityComparer.Instance);
        var tidy = new Assessment(content, dossier, sources, broken);
        var certain = dossier.HasOpen ? new Assessment(content, dossier.WithoutOpen(), sources, broken) : null;
        var weighed = new List<Weighed>();
        foreach (var check in DossierRules.PerStep)
        {
            var step = Weigh(tidy.Run(check), certain?.Run(check), isComplete);
            weighed.AddRange(step);
            broken.UnionWith(step.Where(one => one.IsBroken).Select(one => one.Notice.Klasse));
            refused.UnionWith(step.Where(one => one.IsFault).Select(one => one.Notice.Klasse));
            if (
                refused.Contains(content.HeaderKlasse)
                || (content is DeclaratieBericht { Declaratie: { } declaratie } && refused.Contains(declaratie))
            )
            {
                break;
            }
        }

        return Make(content, weighed, refused, sources);
    }

    /// <summary>A finding with its weight.</summary>
    /// <param name="Notice">The finding.</param>
    /// <param name="IsBroken">The rule is surely broken by what is known, so that later steps pass over the class.</param>
    /// <param name="IsFault">It rejects.</param>
    /// <param name="Remark">Why it only advises although the rule is broken; empty otherwise.</param>
    private sealed record Weighed(ReportedFinding Notice, bool IsBroken, bool IsFault, string Remark = "");

    private static List<Weighed> Weigh(IReadOnlyList<ReportedFinding> tidy, IReadOnlyList<ReportedFinding>? certain, bool isComplete)
    {
        if (tidy.Count == 0)
        {
            return [];
        }
        var standing = certain?.Select(Identity).ToHashSet();
        return
        [
            .. tidy.Select(notice =>
                notice switch
                {
                    { IsAdvice: true } => new Weighed(notice, IsBroken: false, IsFault: false),
                    _ when standing?.Contains(Identity(notice)) == false => new Weighed(
                        notice,
                        IsBroken: false,
                        IsFault: false,
                        DependsOnOpen
                    ),
                    _ when !isComplete && RuleCatalogue.Find(notice.Rule)!.Level == 3 => new Weighed(
                        notice,
                        IsBroken: true,
                        IsFault: false,
                        IsIncomplete
                    ),
                    _ => new Weighed(notice, IsBroken: true, IsFault: true),
                }
            ),
        ];
    }

    /// <summary>What is said of it may differ between the two views.</summary>
    private static (string, IKlasse, string?, bool) Identity(ReportedFinding notice) =>
        (notice.Rule, notice.Klasse, notice.Field, notice.IsAdvice);

    private static DossierOutcome Make(BerichtContent content, List<Weighed> weighed, HashSet<IKlasse> refused, Sources sources)
    {
        var advices = weighed.Count(one => !one.IsFault);
        var stored = 0;
        var bevindingen = weighed
            .Where(one => one.IsFault || stored++ < MaxAdvices)
            .Select(Bevinding)
            .OrderBy(bevinding => bevinding.LineNumber)
            .ThenBy(bevinding => bevinding.Column)
            .ToList();
        var oordeel = weighed.Count > advices ? Oordeel.Rejected : Oordeel.Approved;
        return new DossierOutcome(oordeel, Outcome(content, refused, weighed), bevindingen, advices, NotChecked(content, sources));
    }

    private static Bevinding Bevinding(Weighed one)
    {
        var rule = RuleCatalogue.Find(one.Notice.Rule)!;
        var (path, lineNumber, column) = one.Notice.Klasse.Place.Of(one.Notice.Field);
        return new Bevinding(rule.Level ?? 3, rule.Code, rule.Retourcode, path, lineNumber, column, one.Notice.Text.Text + one.Remark)
        {
            Advice = !one.IsFault,
        };
    }

    private static Outcome Outcome(BerichtContent content, HashSet<IKlasse> refused, List<Weighed> weighed)
    {
        if (refused.Count == 0)
        {
            return Facts.Outcome.Accepted;
        }
        if (content is not DeclaratieBericht bericht || refused.Contains(bericht.HeaderKlasse) || refused.Contains(bericht.Declaratie))
        {
            return Facts.Outcome.Refused;
        }
        var codes = weighed
            .Where(one => one.IsFault)
            .ToLookup(one => one.Notice.Klasse, one => RuleCatalogue.Find(one.Notice.Rule)!.Retourcode);
        // As the JW325 tells it: what is wrong with a client says enough of its prestaties.
        return Facts.Outcome.PartlyRefused(
            bericht.Clienten.SelectMany(client =>
                client
                    .Value.Prestaties.Where(prestatie => refused.Contains(client) || refused.Contains(prestatie))
                    .Select(prestatie =>
                        (PrestatieKey.Of(prestatie.Value), codes[refused.Contains(client) ? client : prestatie].OfType<string>())
                    )
            )
        );
    }

    private static IReadOnlyList<string> NotChecked(BerichtContent content, Sources sources) =>
        sources.Productcodes is not null
            ? []
            : [.. DossierRules.WithProductcodes.Where(code => RuleCatalogue.Find(code)!.Berichten.Contains(content.Header.Kind.Name))];
}
