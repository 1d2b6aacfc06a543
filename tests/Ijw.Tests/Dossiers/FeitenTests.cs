using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Inhoud;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overstijgend;
using Ijw.Writing;

namespace Ijw.Tests.Dossiers;

/// <summary>Which feiten a bericht has, by what it has come to.</summary>
public class FeitenTests
{
    public static TheoryData<string> Heen => ["JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323"];

    public static TheoryData<string> Antwoorden => ["JW302", "JW306", "JW308", "JW316", "JW318", "JW320", "JW325"];

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_rejected_bericht_has_used_its_Identificatie_and_nothing_else(string soort)
    {
        var inhoud = Lees(soort);

        var feit = Assert.IsType<Identificatiegebruik>(Assert.Single(Van(inhoud, Uitslag.Afgewezen)));
        Assert.Equal((inhoud.Kop.Afzender, inhoud.Kop.Identificatie), (feit.Afzender, feit.Identificatie));
    }

    [Theory]
    [MemberData(nameof(Heen))]
    public void Accepting_a_bericht_changes_the_state_of_its_feiten_and_not_what_they_are(string soort)
    {
        var open = Van(Lees(soort), Uitslag.Open);
        var aanvaard = Van(Lees(soort), Uitslag.Aanvaard);

        Assert.True(open.Count > 1);
        Assert.Equal(Sleutels(open), Sleutels(aanvaard));
        Assert.All(open, feit => Assert.Equal(Feitstaat.Open, feit.Herkomst.Staat));
        Assert.All(aanvaard, feit => Assert.Equal(Feitstaat.Aanvaard, feit.Herkomst.Staat));
    }

    [Fact]
    public void No_two_feiten_of_a_bericht_have_the_same_identity_and_each_stands_in_a_document()
    {
        foreach (var soort in Standaard.Berichtsoorten)
        {
            var feiten = Van(Inhoudlezer.Lees(Berichtgenerator.Maak(soort, 11, new GeneratorOpties { Producten = 6 }), Dossiers.Sleutels.Van)!, Uitslag.Aanvaard);
            Assert.Distinct(Sleutels(feiten));
            Assert.All(feiten, feit => Assert.NotEmpty(feit.Documenten));
        }
    }

    [Theory]
    [MemberData(nameof(Antwoorden))]
    public void An_answer_says_of_its_heenbericht_what_its_codes_say(string soort)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var bytes = Berichtgenerator.Maak(Standaard.Zoek(soort)!, seed);
            var boom = Berichtboom.Lees(bytes)!;
            var antwoord = Inhoudlezer.Lees(bytes, Dossiers.Sleutels.Van)!;

            var retour = Assert.Single(Van(antwoord, Uitslag.Open).OfType<Retourmelding>());

            var codes = boom.Header.Kind("RetourCodes")?.Kinderen.Select(code => code.Waarde).ToList() ?? [];
            var declaratiecodes = boom.Inhoud?.Kind("RetourCodes")?.Kinderen.Select(code => code.Waarde).ToList() ?? [];
            var aanvaard = soort == "JW325" ? boom.Inhoud is not null && declaratiecodes.All(code => code is "0200" or "8001") : codes.Count == 0;
            Assert.Equal((aanvaard, aanvaard ? Uitslagsoort.Aanvaard : Uitslagsoort.Afgewezen), (retour.IsAanvaard, Uitslag.Van(antwoord).Soort));
            Assert.Equal(Feitstaat.Aanvaard, retour.Herkomst.Staat);
        }
    }

    [Fact]
    public void A_heenbericht_is_no_answer() => Assert.Throws<ArgumentException>(() => Uitslag.Van(Lees("JW301")));

    [Fact]
    public void Of_a_declaratie_each_prestatie_has_its_own_outcome_and_the_number_of_a_refused_one_stays_used()
    {
        var inhoud = (Declaratiebericht)Lees("JW323");
        var deels = Uitslag.DeelsAfgewezen([Prestatiesleutel.Van(inhoud.Clienten[0].Waarde.Prestaties[0].Waarde)]);

        var feiten = Van(inhoud, deels);

        Assert.Equal([Prestatieuitslag.Afgewezen, Prestatieuitslag.Toegekend], feiten.OfType<Prestatiemelding>().Select(melding => melding.Uitslag));
        Assert.Equal(["P1", "P2"], feiten.OfType<Referentiegebruik>().Select(gebruik => gebruik.ReferentieNummer));
        Assert.All(Van(inhoud, Uitslag.Open).OfType<Prestatiemelding>(), melding => Assert.Equal(Prestatieuitslag.Open, melding.Uitslag));
    }

    [Fact]
    public void No_document_is_named_by_a_BSN()
    {
        foreach (var soort in Standaard.Berichtsoorten)
        {
            var inhoud = Inhoudlezer.Lees(Berichtgenerator.Maak(soort, 3), _ => new Clientsleutel("sleutel"))!;
            var documenten = Van(inhoud, Uitslag.Aanvaard).SelectMany(feit => feit.Documenten);
            Assert.All(documenten, document => Assert.DoesNotContain("99990", document.Sleutel, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(string, Feitsoort, int)> Sleutels(IEnumerable<Feit> feiten) => feiten.Select(feit => (feit.Herkomst.BerichtId, feit.Soort, feit.Plaats));

    private static IReadOnlyList<Feit> Van(Berichtinhoud inhoud, Uitslag uitslag) => Feiten.Van(inhoud, uitslag, "0503-1", DateTimeOffset.UnixEpoch);

    private static Berichtinhoud Lees(string soort) => Scenario.Lees(RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, [])));
}
