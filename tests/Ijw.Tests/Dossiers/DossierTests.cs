using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overarching;

namespace Ijw.Tests.Dossiers;

/// <summary>A dossier is what is in it, not how it came there; and what is not answered yet only warns.</summary>
public class DossierTests
{
    private static readonly Sources Sources = new() { Today = new DateOnly(2026, 7, 31) };

    [Fact]
    public void The_order_in_which_facts_come_in_does_not_matter()
    {
        var (scenario, berichten) = Story();
        foreach (var bericht in berichten)
        {
            var question = DossierQuestion.Of(bericht);
            var expected = Check(bericht, scenario.Facts, question);
            for (var seed = 0; seed < 5; seed++)
            {
                var shuffled = scenario.Facts.ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(expected, Check(bericht, shuffled, question));
            }
        }
    }

    [Fact]
    public void What_comes_in_twice_counts_once()
    {
        var (scenario, berichten) = Story();

        Assert.All(
            berichten,
            bericht =>
                Assert.Equal(
                    Check(bericht, scenario.Facts, DossierQuestion.Of(bericht)),
                    Check(bericht, [.. scenario.Facts, .. scenario.Facts], DossierQuestion.Of(bericht))
                )
        );
    }

    [Fact]
    public void A_bericht_is_not_held_against_its_own_facts()
    {
        var scenario = new Scenario();
        scenario.Take(Read("JW301"), Outcome.Accepted);
        var declaratie = Read("JW323");
        var own = BerichtFacts.Of(declaratie, Outcome.Accepted, "0503-eigen", DateTimeOffset.UnixEpoch);
        var question = DossierQuestion.Of(declaratie);

        Assert.Empty(Check(declaratie, [.. scenario.Facts, .. own], question, "0503-eigen"));
        Assert.NotEmpty(Check(declaratie, [.. scenario.Facts, .. own], question, "0503-ander"));
    }

    [Fact]
    public void Of_two_versions_the_latest_decision_counts_whichever_came_last()
    {
        string[] later =
        [
            "Header/BerichtIdentificatie/Identificatie = TW-2",
            "Header/BerichtIdentificatie/Dagtekening = 2026-05-01",
            .. Product(1, "Einddatum = 2026-05-20", "Toewijzingsdatum = 2026-04-30"),
            .. Product(3, "Toewijzingsdatum = 2026-04-30"),
        ];
        var scenario = new Scenario();
        scenario.Take(Read("JW301", later), Outcome.Accepted);
        scenario.Take(Read("JW301"), Outcome.Accepted);

        Assert.Equal(["TR308", "TR388"], scenario.Check(Read("JW323")).Bevindingen.Select(bevinding => bevinding.Rule));
    }

    [Fact]
    public void What_is_not_answered_yet_never_makes_the_difference_between_accepting_and_rejecting()
    {
        var (scenario, berichten) = Story();
        foreach (var bericht in berichten)
        {
            var question = DossierQuestion.Of(bericht);
            var without = scenario
                .Facts.Where(fact => fact.Origin.State == FactState.Accepted || fact is PrestatieNotice or IdentificatieUse)
                .ToList();
            var accepted = scenario.Facts.Select(fact => fact with { Origin = fact.Origin with { State = FactState.Accepted } }).ToList();

            var faults = Check(bericht, scenario.Facts, question).Where(IsFault).ToList();

            Assert.Subset(Check(bericht, without, question).Where(IsFault).ToHashSet(), faults.ToHashSet());
            Assert.Subset(Check(bericht, accepted, question).Where(IsFault).ToHashSet(), faults.ToHashSet());
        }
    }

    [Fact]
    public void A_check_takes_few_questions()
    {
        var (scenario, berichten) = Story();
        foreach (var bericht in berichten)
        {
            var dossier = new Dossier(bericht.Header.Gemeente, bericht.Header.Aanbieder);
            var questions = 0;
            for (
                var question = DossierQuestion.Of(bericht);
                question.Count > 0;
                question = DossierQuestion.Continuation(bericht, dossier), questions++
            )
            {
                var asked = question;
                dossier.Add(asked, scenario.Facts.Where(fact => fact.Documents.Any(asked.Contains)));
            }

            Assert.InRange(questions, 1, 3);
        }
    }

    [Fact]
    public void A_declaratie_asks_for_each_toewijzing_and_each_number_once_and_for_a_client_only_when_it_is_unknown()
    {
        var declaratie = Read("JW323");
        var scenario = new Scenario();
        scenario.Take(Read("JW301"), Outcome.Accepted);

        Assert.Equal(
            [
                (DocumentKind.Toewijzing, 2),
                (DocumentKind.Declaraties, 1),
                (DocumentKind.PrestatieReference, 2),
                (DocumentKind.Declaratienummer, 1),
                (DocumentKind.Identificatie, 1),
            ],
            DossierQuestion.Of(declaratie).CountBy(key => key.Kind).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))
        );
        Assert.Empty(DossierQuestion.Continuation(declaratie, scenario.Dossier(declaratie)));
        Assert.Equal(DocumentKind.Client, Assert.Single(DossierQuestion.Continuation(declaratie, new Dossier("0503", "90000001"))).Kind);
    }

    /// <summary>Berichten with all kinds of outcome before, and one of each kind to check.</summary>
    private static (Scenario Scenario, IReadOnlyList<BerichtContent> Berichten) Story()
    {
        var scenario = new Scenario();
        scenario.Take(Read("JW315"), Outcome.Accepted);
        scenario.Take(Read("JW319", "Antwoord/VerzoekAntwoord = 2", "Antwoord/RedenAfwijzingVerzoek -"), Outcome.Open);
        scenario.Take(Read("JW301", Product(1, "ReferentieAanbieder = VOT-1")), Outcome.Accepted);
        scenario.Take(
            Read(
                "JW301",
                ["Header/BerichtIdentificatie/Identificatie = TW-2", .. Product(1, "Omvang/Volume = 1", "Toewijzingsdatum = 2026-05-20")]
            ),
            Outcome.Open
        );
        scenario.Take(Read("JW305"), Outcome.Accepted);
        scenario.Take(Read("JW307"), Outcome.Open);
        string[] earlier =
        [
            "Header/BerichtIdentificatie/Identificatie = DC-1",
            "Declaratie/DeclaratieNummer = D1",
            "Declaratie/Clienten/Client/Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer = P7",
        ];
        scenario.Take(Read("JW323", earlier), Outcome.Open);
        return (scenario, [.. new[] { "JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325" }.Select(kind => Read(kind))]);
    }

    private static bool IsFault(string bevinding) => !bevinding.StartsWith("advies", StringComparison.Ordinal);

    private static List<string> Check(
        BerichtContent bericht,
        IEnumerable<Fact> facts,
        IReadOnlySet<DocumentKey> question,
        string? without = null
    )
    {
        var dossier = new Dossier(bericht.Header.Gemeente, bericht.Header.Aanbieder, without);
        dossier.Add(question, facts);
        return
        [
            .. DossierCheck
                .Check(bericht, dossier, Sources)
                .Bevindingen.Select(bevinding => $"{(bevinding.Advice ? "advies " : "")}{bevinding.Rule} {bevinding.Path}"),
        ];
    }

    private static string[] Product(int number, params string[] rules) =>
        [.. rules.Select(rule => $"Client/ToegewezenProducten/ToegewezenProduct[{number}]/{rule}")];

    private static BerichtContent Read(string kind, params string[] rules) =>
        Scenario.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, rules)));
}
