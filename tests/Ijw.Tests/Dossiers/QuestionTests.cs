using Ijw.Content;
using Ijw.Dossiers;
using Ijw.Dossiers.Facts;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overarching;

namespace Ijw.Tests.Dossiers;

/// <summary>Which documents a check asks for, and what in them is of the pair.</summary>
public class QuestionTests
{
    private const string Pair = "0503-90000001";

    [Fact]
    public void An_answer_uses_no_Identificatie_and_a_bericht_uses_one()
    {
        Assert.DoesNotContain(DossierQuestion.Of(Read("JW301")), key => key.Kind == DocumentKind.Answers);
        Assert.Single(DossierQuestion.Of(Read("JW301")), key => key.Kind == DocumentKind.Identificatie);

        var retour = ContentReader.Read(Ijw.Examples.BerichtGenerator.Make(Standard.Find("JW302")!, 1), Dossiers.Keys.Of)!;
        Assert.Equal(DocumentKind.Answers, Assert.Single(DossierQuestion.Of(retour)).Kind);
        Assert.Equal(
            FactKind.RetourNotice,
            Assert.Single(BerichtFacts.Of(retour, Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch)).Kind
        );
    }

    [Fact]
    public void A_toewijzing_that_honours_a_request_asks_for_it()
    {
        var toewijzing = Read("JW301", "Client/ToegewezenProducten/ToegewezenProduct[1]/ReferentieAanbieder = VOT-9");

        Assert.Contains(new DocumentKey(DocumentKind.Verzoek, "90000001", "VOT-9"), DossierQuestion.Of(toewijzing));
    }

    [Theory]
    [InlineData("JW301")]
    [InlineData("JW315")]
    [InlineData("JW317")]
    public void Each_request_of_the_client_is_asked_for_once_it_is_known(string kind)
    {
        var scenario = After("JW315");
        var bericht = Read(kind, kind == "JW315" ? ["Header/BerichtIdentificatie/Identificatie = VT-2"] : []);
        var dossier = new Dossier("0503", "90000001");
        var question = new HashSet<DocumentKey> { new(DocumentKind.Client, Pair, Clientvan(bericht).Value) };
        dossier.Add(question, scenario.Facts);

        Assert.Contains(DossierQuestion.Continuation(bericht, dossier), key => key.Kind == DocumentKind.Verzoek);
    }

    [Fact]
    public void An_answer_to_a_declaratie_asks_for_its_clients_and_where_their_prestaties_stand()
    {
        var scenario = After("JW301", "JW323");
        var answer = Read("JW325");
        var dossier = new Dossier("0503", "90000001");
        dossier.Add(DossierQuestion.Of(answer), scenario.Facts);

        var continuation = DossierQuestion.Continuation(answer, new Dossier("0503", "90000001"));
        Assert.Equal(DocumentKind.Client, Assert.Single(continuation.Select(key => key.Kind).Distinct()));

        // Two toewijzingen of the client, whichever the JW325 names.
        var loaded = scenario.Dossier(answer).Asked.Where(key => key.Kind == DocumentKind.Toewijzing).Select(key => key.Key);
        Assert.Equal(["000100001", "000100002", "000100003"], loaded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_declaratie_that_names_a_wrong_toewijzing_finds_where_its_prestatie_stands()
    {
        var scenario = After("JW323");
        var answer = Read("JW325", "DeclaratieAntwoord/Clienten/Client/Prestaties/Prestatie/ToewijzingNummer = 100009");

        Assert.Contains(new DocumentKey(DocumentKind.Toewijzing, Pair, "000100001"), scenario.Dossier(answer).Asked);
    }

    [Fact]
    public void A_declaratie_asks_for_a_client_of_whom_no_toewijzing_is_known_only()
    {
        var declaratie = Read("JW323");

        Assert.DoesNotContain(After("JW301").Dossier(declaratie).Asked, key => key.Kind == DocumentKind.Client);
        Assert.Contains(new Scenario().Dossier(declaratie).Asked, key => key.Kind == DocumentKind.Client);
    }

    [Fact]
    public void A_toewijzing_to_another_aanbieder_has_used_its_number_and_is_none_of_the_pair()
    {
        var scenario = new Scenario();
        scenario.Take(Read("JW301", "Header/Ontvanger = 90000002"), Outcome.Accepted);

        var dossier = scenario.Dossier(Read("JW301"));

        Assert.NotEmpty(dossier.OnNumber(100001));
        Assert.Null(dossier.Toewijzing(100001));
    }

    [Fact]
    public void The_feiten_of_a_kind_are_numbered_from_0_in_document_order()
    {
        var facts = BerichtFacts.Of(Read("JW323"), Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch);

        Assert.Equal(
            [
                (FactKind.DeclaratieNotice, 0),
                (FactKind.PrestatieNotice, 0),
                (FactKind.PrestatieNotice, 1),
                (FactKind.ReferenceUse, 0),
                (FactKind.ReferenceUse, 1),
                (FactKind.IdentificatieUse, 0),
            ],
            facts.Select(fact => (fact.Kind, fact.Place)).Order()
        );
        Assert.Equal(
            0,
            Assert
                .Single(BerichtFacts.Of(Read("JW317"), Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch), fact => fact is VerzoekNotice)
                .Place
        );
        Assert.Equal(
            0,
            Assert
                .Single(BerichtFacts.Of(Read("JW319"), Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch), fact => fact is VerzoekAnswer)
                .Place
        );
        Assert.Equal(
            0,
            Assert
                .Single(BerichtFacts.Of(Read("JW325"), Outcome.Accepted, "0503-1", DateTimeOffset.UnixEpoch), fact => fact is RetourNotice)
                .Place
        );
    }

    [Fact]
    public void Of_a_feit_that_is_given_twice_the_last_counts_and_the_berichten_stand_in_order()
    {
        var first = BerichtFacts
            .Of(Read("JW323"), Outcome.Open, "0503-2", DateTimeOffset.UnixEpoch)
            .Where(fact => fact is PrestatieNotice)
            .Cast<PrestatieNotice>()
            .ToList();
        var later = first.Select(fact => fact with { Outcome = PrestatieOutcome.Refused }).ToList();
        var other = first[0] with { Origin = first[0].Origin with { BerichtId = "0503-1" } };

        var read = FactBlock.Read(FactBlock.Write([.. first, .. later, other]));

        Assert.Equal([other, .. later], read);
    }

    private static ClientKey Clientvan(BerichtContent bericht) =>
        bericht switch
        {
            ToewijzingBericht toewijzing => toewijzing.Client.Value.Key,
            VerzoekToToewijzing verzoek => verzoek.Client.Value.Key,
            VerzoekToWijziging verzoek => verzoek.Client.Value.Key,
            _ => throw new ArgumentException("It has no client of its own.", nameof(bericht)),
        };

    private static Scenario After(params string[] kinds)
    {
        var scenario = new Scenario();
        foreach (var kind in kinds)
        {
            scenario.Take(Read(kind), Outcome.Accepted);
        }
        return scenario;
    }

    private static BerichtContent Read(string kind, params string[] rules) =>
        Scenario.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, rules)));
}
