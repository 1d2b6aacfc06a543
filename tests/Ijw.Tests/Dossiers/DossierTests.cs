using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Dossiers.Rules;
using Ijw.Inhoud;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overstijgend;

namespace Ijw.Tests.Dossiers;

/// <summary>A dossier is what is in it, not how it came there; and what is not answered yet only warns.</summary>
public class DossierTests
{
    private static readonly Bronnen Bronnen = new() { Vandaag = new DateOnly(2026, 7, 31) };

    [Fact]
    public void The_order_in_which_feiten_come_in_does_not_matter()
    {
        var (scenario, berichten) = Verhaal();
        foreach (var bericht in berichten)
        {
            var vraag = Dossiervraag.Van(bericht);
            var verwacht = Toets(bericht, scenario.Feiten, vraag);
            for (var seed = 0; seed < 5; seed++)
            {
                var gehusseld = scenario.Feiten.ToArray();
                new Random(seed).Shuffle(gehusseld);
                Assert.Equal(verwacht, Toets(bericht, gehusseld, vraag));
            }
        }
    }

    [Fact]
    public void What_comes_in_twice_counts_once()
    {
        var (scenario, berichten) = Verhaal();

        Assert.All(berichten, bericht => Assert.Equal(
            Toets(bericht, scenario.Feiten, Dossiervraag.Van(bericht)),
            Toets(bericht, [.. scenario.Feiten, .. scenario.Feiten], Dossiervraag.Van(bericht))));
    }

    [Fact]
    public void A_bericht_is_not_held_against_its_own_feiten()
    {
        var scenario = new Scenario();
        scenario.Neem(Lees("JW301"), Uitslag.Aanvaard);
        var declaratie = Lees("JW323");
        var eigen = Feiten.Van(declaratie, Uitslag.Aanvaard, "0503-eigen", DateTimeOffset.UnixEpoch);
        var vraag = Dossiervraag.Van(declaratie);

        Assert.Empty(Toets(declaratie, [.. scenario.Feiten, .. eigen], vraag, "0503-eigen"));
        Assert.NotEmpty(Toets(declaratie, [.. scenario.Feiten, .. eigen], vraag, "0503-ander"));
    }

    [Fact]
    public void Of_two_versions_the_latest_decision_counts_whichever_came_last()
    {
        string[] later =
        [
            "Header/BerichtIdentificatie/Identificatie = TW-2", "Header/BerichtIdentificatie/Dagtekening = 2026-05-01",
            .. Product(1, "Einddatum = 2026-05-20", "Toewijzingsdatum = 2026-04-30"), .. Product(3, "Toewijzingsdatum = 2026-04-30"),
        ];
        var scenario = new Scenario();
        scenario.Neem(Lees("JW301", later), Uitslag.Aanvaard);
        scenario.Neem(Lees("JW301"), Uitslag.Aanvaard);

        Assert.Equal(["TR308", "TR388"], scenario.Toets(Lees("JW323")).Bevindingen.Select(bevinding => bevinding.Regel));
    }

    [Fact]
    public void What_is_not_answered_yet_never_makes_the_difference_between_accepting_and_rejecting()
    {
        var (scenario, berichten) = Verhaal();
        foreach (var bericht in berichten)
        {
            var vraag = Dossiervraag.Van(bericht);
            var zonder = scenario.Feiten.Where(feit => feit.Herkomst.Staat == Feitstaat.Aanvaard || feit is Prestatiemelding or Identificatiegebruik).ToList();
            var aanvaard = scenario.Feiten.Select(feit => feit with { Herkomst = feit.Herkomst with { Staat = Feitstaat.Aanvaard } }).ToList();

            var fouten = Toets(bericht, scenario.Feiten, vraag).Where(IsFout).ToList();

            Assert.Subset(Toets(bericht, zonder, vraag).Where(IsFout).ToHashSet(), fouten.ToHashSet());
            Assert.Subset(Toets(bericht, aanvaard, vraag).Where(IsFout).ToHashSet(), fouten.ToHashSet());
        }
    }

    [Fact]
    public void A_check_takes_few_questions()
    {
        var (scenario, berichten) = Verhaal();
        foreach (var bericht in berichten)
        {
            var dossier = new Dossier(bericht.Kop.Gemeente, bericht.Kop.Aanbieder);
            var vragen = 0;
            for (var vraag = Dossiervraag.Van(bericht); vraag.Count > 0; vraag = Dossiervraag.Vervolg(bericht, dossier), vragen++)
            {
                var gevraagd = vraag;
                dossier.Voeg(gevraagd, scenario.Feiten.Where(feit => feit.Documenten.Any(gevraagd.Contains)));
            }

            Assert.InRange(vragen, 1, 3);
        }
    }

    [Fact]
    public void A_declaratie_asks_for_each_toewijzing_and_each_number_once_and_for_a_client_only_when_it_is_unknown()
    {
        var declaratie = Lees("JW323");
        var scenario = new Scenario();
        scenario.Neem(Lees("JW301"), Uitslag.Aanvaard);

        Assert.Equal(
            [(Documentsoort.Toewijzing, 2), (Documentsoort.Declaraties, 1), (Documentsoort.Prestatiereferentie, 2), (Documentsoort.Declaratienummer, 1), (Documentsoort.Identificatie, 1)],
            Dossiervraag.Van(declaratie).CountBy(sleutel => sleutel.Soort).OrderBy(paar => paar.Key).Select(paar => (paar.Key, paar.Value)));
        Assert.Empty(Dossiervraag.Vervolg(declaratie, scenario.Dossier(declaratie)));
        Assert.Equal(Documentsoort.Client, Assert.Single(Dossiervraag.Vervolg(declaratie, new Dossier("0503", "90000001"))).Soort);
    }

    /// <summary>Berichten with all kinds of outcome before, and one of each kind to check.</summary>
    private static (Scenario Scenario, IReadOnlyList<Berichtinhoud> Berichten) Verhaal()
    {
        var scenario = new Scenario();
        scenario.Neem(Lees("JW315"), Uitslag.Aanvaard);
        scenario.Neem(Lees("JW319", "Antwoord/VerzoekAntwoord = 2", "Antwoord/RedenAfwijzingVerzoek -"), Uitslag.Open);
        scenario.Neem(Lees("JW301", Product(1, "ReferentieAanbieder = VOT-1")), Uitslag.Aanvaard);
        scenario.Neem(Lees("JW301", ["Header/BerichtIdentificatie/Identificatie = TW-2", .. Product(1, "Omvang/Volume = 1", "Toewijzingsdatum = 2026-05-20")]), Uitslag.Open);
        scenario.Neem(Lees("JW305"), Uitslag.Aanvaard);
        scenario.Neem(Lees("JW307"), Uitslag.Open);
        string[] eerder =
        [
            "Header/BerichtIdentificatie/Identificatie = DC-1", "Declaratie/DeclaratieNummer = D1",
            "Declaratie/Clienten/Client/Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer = P7",
        ];
        scenario.Neem(Lees("JW323", eerder), Uitslag.Open);
        return (scenario, [.. new[] { "JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325" }.Select(soort => Lees(soort))]);
    }

    private static bool IsFout(string bevinding) => !bevinding.StartsWith("advies", StringComparison.Ordinal);

    private static List<string> Toets(Berichtinhoud bericht, IEnumerable<Feit> feiten, IReadOnlySet<Documentsleutel> vraag, string? zonder = null)
    {
        var dossier = new Dossier(bericht.Kop.Gemeente, bericht.Kop.Aanbieder, zonder);
        dossier.Voeg(vraag, feiten);
        return [.. Dossiercontrole.Controleer(bericht, dossier, Bronnen).Bevindingen.Select(bevinding => $"{(bevinding.Advies ? "advies " : "")}{bevinding.Regel} {bevinding.Pad}")];
    }

    private static string[] Product(int nummer, params string[] regels) => [.. regels.Select(regel => $"Client/ToegewezenProducten/ToegewezenProduct[{nummer}]/{regel}")];

    private static Berichtinhoud Lees(string soort, params string[] regels) => Scenario.Lees(RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, regels)));
}
