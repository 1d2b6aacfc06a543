using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Inhoud;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overstijgend;

namespace Ijw.Tests.Dossiers;

/// <summary>Which documents a check asks for, and what in them is of the pair.</summary>
public class QuestionTests
{
    private const string Paar = "0503-90000001";

    [Fact]
    public void An_answer_uses_no_Identificatie_and_a_bericht_uses_one()
    {
        Assert.DoesNotContain(Dossiervraag.Van(Lees("JW301")), sleutel => sleutel.Soort == Documentsoort.Antwoorden);
        Assert.Single(Dossiervraag.Van(Lees("JW301")), sleutel => sleutel.Soort == Documentsoort.Identificatie);

        var retour = Inhoudlezer.Lees(Ijw.Examples.Berichtgenerator.Maak(Standaard.Zoek("JW302")!, 1), Dossiers.Sleutels.Van)!;
        Assert.Equal(Documentsoort.Antwoorden, Assert.Single(Dossiervraag.Van(retour)).Soort);
        Assert.Equal(Feitsoort.Retourmelding, Assert.Single(Feiten.Van(retour, Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch)).Soort);
    }

    [Fact]
    public void A_toewijzing_that_honours_a_request_asks_for_it()
    {
        var toewijzing = Lees("JW301", "Client/ToegewezenProducten/ToegewezenProduct[1]/ReferentieAanbieder = VOT-9");

        Assert.Contains(new Documentsleutel(Documentsoort.Verzoek, "90000001", "VOT-9"), Dossiervraag.Van(toewijzing));
    }

    [Theory]
    [InlineData("JW301")]
    [InlineData("JW315")]
    [InlineData("JW317")]
    public void Each_request_of_the_client_is_asked_for_once_it_is_known(string soort)
    {
        var scenario = Na("JW315");
        var bericht = Lees(soort, soort == "JW315" ? ["Header/BerichtIdentificatie/Identificatie = VT-2"] : []);
        var dossier = new Dossier("0503", "90000001");
        var vraag = new HashSet<Documentsleutel> { new(Documentsoort.Client, Paar, Clientvan(bericht).Waarde) };
        dossier.Voeg(vraag, scenario.Feiten);

        Assert.Contains(Dossiervraag.Vervolg(bericht, dossier), sleutel => sleutel.Soort == Documentsoort.Verzoek);
    }

    [Fact]
    public void An_answer_to_a_declaratie_asks_for_its_clients_and_where_their_prestaties_stand()
    {
        var scenario = Na("JW301", "JW323");
        var antwoord = Lees("JW325");
        var dossier = new Dossier("0503", "90000001");
        dossier.Voeg(Dossiervraag.Van(antwoord), scenario.Feiten);

        var vervolg = Dossiervraag.Vervolg(antwoord, new Dossier("0503", "90000001"));
        Assert.Equal(Documentsoort.Client, Assert.Single(vervolg.Select(sleutel => sleutel.Soort).Distinct()));

        // Two toewijzingen of the client, whichever the JW325 names.
        var geladen = scenario.Dossier(antwoord).Gevraagd.Where(sleutel => sleutel.Soort == Documentsoort.Toewijzing).Select(sleutel => sleutel.Sleutel);
        Assert.Equal(["000100001", "000100002", "000100003"], geladen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_declaratie_that_names_a_wrong_toewijzing_finds_where_its_prestatie_stands()
    {
        var scenario = Na("JW323");
        var antwoord = Lees("JW325", "DeclaratieAntwoord/Clienten/Client/Prestaties/Prestatie/ToewijzingNummer = 100009");

        Assert.Contains(new Documentsleutel(Documentsoort.Toewijzing, Paar, "000100001"), scenario.Dossier(antwoord).Gevraagd);
    }

    [Fact]
    public void A_declaratie_asks_for_a_client_of_whom_no_toewijzing_is_known_only()
    {
        var declaratie = Lees("JW323");

        Assert.DoesNotContain(Na("JW301").Dossier(declaratie).Gevraagd, sleutel => sleutel.Soort == Documentsoort.Client);
        Assert.Contains(new Scenario().Dossier(declaratie).Gevraagd, sleutel => sleutel.Soort == Documentsoort.Client);
    }

    [Fact]
    public void A_toewijzing_to_another_aanbieder_has_used_its_number_and_is_none_of_the_pair()
    {
        var scenario = new Scenario();
        scenario.Neem(Lees("JW301", "Header/Ontvanger = 90000002"), Uitslag.Aanvaard);

        var dossier = scenario.Dossier(Lees("JW301"));

        Assert.NotEmpty(dossier.OpNummer(100001));
        Assert.Null(dossier.Toewijzing(100001));
    }

    [Fact]
    public void The_feiten_of_a_kind_are_numbered_from_0_in_document_order()
    {
        var feiten = Feiten.Van(Lees("JW323"), Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch);

        Assert.Equal(
            [(Feitsoort.Declaratiemelding, 0), (Feitsoort.Prestatiemelding, 0), (Feitsoort.Prestatiemelding, 1), (Feitsoort.Referentiegebruik, 0), (Feitsoort.Referentiegebruik, 1), (Feitsoort.Identificatiegebruik, 0)],
            feiten.Select(feit => (feit.Soort, feit.Plaats)).Order());
        Assert.Equal(0, Assert.Single(Feiten.Van(Lees("JW317"), Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch), feit => feit is Verzoekmelding).Plaats);
        Assert.Equal(0, Assert.Single(Feiten.Van(Lees("JW319"), Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch), feit => feit is Verzoekantwoord).Plaats);
        Assert.Equal(0, Assert.Single(Feiten.Van(Lees("JW325"), Uitslag.Aanvaard, "0503-1", DateTimeOffset.UnixEpoch), feit => feit is Retourmelding).Plaats);
    }

    [Fact]
    public void Of_a_feit_that_is_given_twice_the_last_counts_and_the_berichten_stand_in_order()
    {
        var eerst = Feiten.Van(Lees("JW323"), Uitslag.Open, "0503-2", DateTimeOffset.UnixEpoch).Where(feit => feit is Prestatiemelding).Cast<Prestatiemelding>().ToList();
        var later = eerst.Select(feit => feit with { Uitslag = Prestatieuitslag.Afgewezen }).ToList();
        var ander = eerst[0] with { Herkomst = eerst[0].Herkomst with { BerichtId = "0503-1" } };

        var gelezen = Feitenblok.Lees(Feitenblok.Schrijf([.. eerst, .. later, ander]));

        Assert.Equal([ander, .. later], gelezen);
    }

    private static Clientsleutel Clientvan(Berichtinhoud bericht) => bericht switch
    {
        Toewijzingsbericht toewijzing => toewijzing.Client.Waarde.Sleutel,
        VerzoekOmToewijzing verzoek => verzoek.Client.Waarde.Sleutel,
        VerzoekOmWijziging verzoek => verzoek.Client.Waarde.Sleutel,
        _ => throw new ArgumentException("It has no client of its own.", nameof(bericht)),
    };

    private static Scenario Na(params string[] soorten)
    {
        var scenario = new Scenario();
        foreach (var soort in soorten) scenario.Neem(Lees(soort), Uitslag.Aanvaard);
        return scenario;
    }

    private static Berichtinhoud Lees(string soort, params string[] regels) => Scenario.Lees(RegelPaginas.BerichtUitDossier(new Bericht(Standaard.Zoek(soort)!, regels)));
}
