using Ijw.Content;
using Ijw.Dossiers.Facts;
using Ijw.Examples;
using Ijw.Tests.Rules;
using Ijw.Tests.Rules.Overarching;
using Ijw.Writing;

namespace Ijw.Tests.Dossiers;

/// <summary>Which feiten a bericht has, by what it has come to.</summary>
public class FactsTests
{
    public static TheoryData<string> Heen => ["JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323"];

    public static TheoryData<string> Answers => ["JW302", "JW306", "JW308", "JW316", "JW318", "JW320", "JW325"];

    [Theory]
    [MemberData(nameof(Heen))]
    public void A_rejected_bericht_has_used_its_Identificatie_and_nothing_else(string kind)
    {
        var content = Read(kind);

        var fact = Assert.IsType<IdentificatieUse>(Assert.Single(Of(content, Outcome.Refused)));
        Assert.Equal((content.Header.Afzender, content.Header.Identificatie), (fact.Afzender, fact.Identificatie));
    }

    [Theory]
    [MemberData(nameof(Heen))]
    public void Accepting_a_bericht_changes_the_state_of_its_facts_and_not_what_they_are(string kind)
    {
        var open = Of(Read(kind), Outcome.Open);
        var accepted = Of(Read(kind), Outcome.Accepted);

        Assert.True(open.Count > 1);
        Assert.Equal(Keys(open), Keys(accepted));
        Assert.All(open, fact => Assert.Equal(FactState.Open, fact.Origin.State));
        Assert.All(accepted, fact => Assert.Equal(FactState.Accepted, fact.Origin.State));
    }

    [Fact]
    public void No_two_facts_of_a_bericht_have_the_same_identity_and_each_stands_in_a_document()
    {
        foreach (var kind in Standard.Berichtsoorten)
        {
            var facts = Of(
                ContentReader.Read(BerichtGenerator.Make(kind, 11, new GeneratorOptions { Products = 6 }), Dossiers.Keys.Of)!,
                Outcome.Accepted
            );
            Assert.Distinct(Keys(facts));
            Assert.All(facts, fact => Assert.NotEmpty(fact.Documents));
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_says_of_its_heenbericht_what_its_codes_say(string kind)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var bytes = BerichtGenerator.Make(Standard.Find(kind)!, seed);
            var tree = BerichtTree.Read(bytes)!;
            var answer = ContentReader.Read(bytes, Dossiers.Keys.Of)!;

            var retour = Assert.Single(Of(answer, Outcome.Open).OfType<RetourNotice>());

            var codes = tree.Header.Kind("RetourCodes")?.Children.Select(code => code.Value).ToList() ?? [];
            var declaratieCodes = tree.Content?.Kind("RetourCodes")?.Children.Select(code => code.Value).ToList() ?? [];
            var accepted =
                kind == "JW325" ? tree.Content is not null && declaratieCodes.All(code => code is "0200" or "8001") : codes.Count == 0;
            Assert.Equal((accepted, accepted ? OutcomeKind.Accepted : OutcomeKind.Refused), (retour.IsAccepted, Outcome.Of(answer).Kind));
            Assert.Equal(FactState.Accepted, retour.Origin.State);
        }
    }

    [Fact]
    public void A_heenbericht_is_no_answer() => Assert.Throws<ArgumentException>(() => Outcome.Of(Read("JW301")));

    [Fact]
    public void Of_a_declaratie_each_prestatie_has_its_own_outcome_and_the_number_of_a_refused_one_stays_used()
    {
        var content = (DeclaratieBericht)Read("JW323");
        var partly = Outcome.PartlyRefused([PrestatieKey.Of(content.Clienten[0].Value.Prestaties[0].Value)]);

        var facts = Of(content, partly);

        Assert.Equal(
            [PrestatieOutcome.Refused, PrestatieOutcome.Granted],
            facts.OfType<PrestatieNotice>().Select(notice => notice.Outcome)
        );
        Assert.Equal(["P1", "P2"], facts.OfType<ReferenceUse>().Select(use => use.ReferentieNummer));
        Assert.All(Of(content, Outcome.Open).OfType<PrestatieNotice>(), notice => Assert.Equal(PrestatieOutcome.Open, notice.Outcome));
    }

    [Fact]
    public void Why_a_prestatie_was_refused_is_kept()
    {
        var content = (DeclaratieBericht)Read("JW323");
        var key = PrestatieKey.Of(content.Clienten[0].Value.Prestaties[0].Value);

        var facts = FactBlock.Read(FactBlock.Write(Of(content, Outcome.PartlyRefused([(key, (string[])["9338", "9321", "9338"])]))));

        Assert.Equal(["9321 9338", ""], facts.OfType<PrestatieNotice>().Select(notice => notice.Codes));
    }

    /// <summary>A register of before goes on as it is; what it does not say is not made up.</summary>
    [Fact]
    public void A_block_of_before_is_read_without_the_reasons_and_a_later_one_is_not_read()
    {
        // They differ in the outcome of the first prestatie, and of that one only.
        var content = (DeclaratieBericht)Read("JW323");
        var notices = Of(content, Outcome.Accepted).OfType<PrestatieNotice>().Take(1).ToList();
        var (granted, open) = (FactBlock.Write(notices), FactBlock.Write([notices[0] with { Outcome = PrestatieOutcome.Open }]));
        var at = Enumerable.Range(0, granted.Length).Single(place => granted[place] != open[place]);
        (granted[0], granted[at]) = (1, (byte)PrestatieOutcome.Refused);

        var read = Assert.IsType<PrestatieNotice>(Assert.Single(FactBlock.Read(granted)));

        Assert.Equal((PrestatieOutcome.Refused, ""), (read.Outcome, read.Codes));
        foreach (var version in (byte[])[0, 3])
        {
            granted[0] = version;
            Assert.Throws<InvalidDataException>(() => FactBlock.Read(granted));
        }
    }

    [Fact]
    public void No_document_is_named_by_a_BSN()
    {
        foreach (var kind in Standard.Berichtsoorten)
        {
            var content = ContentReader.Read(BerichtGenerator.Make(kind, 3), _ => new ClientKey("sleutel"))!;
            var documents = Of(content, Outcome.Accepted).SelectMany(fact => fact.Documents);
            Assert.All(documents, document => Assert.DoesNotContain("99990", document.Key, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(string, FactKind, int)> Keys(IEnumerable<Fact> facts) =>
        facts.Select(fact => (fact.Origin.BerichtId, fact.Kind, fact.Place));

    private static IReadOnlyList<Fact> Of(BerichtContent content, Outcome outcome) =>
        BerichtFacts.Of(content, outcome, "0503-1", DateTimeOffset.UnixEpoch);

    private static BerichtContent Read(string kind) => Scenario.Read(RulePages.BerichtFromDossier(new Bericht(Standard.Find(kind)!, [])));
}
