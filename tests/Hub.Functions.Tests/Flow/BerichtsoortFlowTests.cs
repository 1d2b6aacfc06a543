using System.Text;
using Hub.Functions.Tests.Shared;
using Hub.Queues;

namespace Hub.Functions.Tests.Flow;

/// <summary>All 14 berichtsoorten through the hub: who may send it, who gets it, and which retour answers it.</summary>
public sealed class BerichtsoortFlowTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000001";
    private const string GemeenteItself = "1842";
    private const string AanbiederItself = "90000003";

    private sealed record Sending(string Kind, string Id, string Sender, string Addressee, byte[] Content);

    [Fact]
    public async Task A_valid_one_of_every_kind_comes_byte_for_byte_at_its_receiver_and_nowhere_else()
    {
        var sent = await SendAllAsync(KindSamples.All, KindSamples.Good, Gemeente, Aanbieder);

        var postbussen = await EmptyAsync(Gemeente, Aanbieder);

        // Of a declaratie the register would have to be complete before the hub grants it.
        Assert.Equal(14 + 6, postbussen.Count);
        Assert.All(
            sent,
            sending =>
            {
                var (deelnemer, message) = Assert.Single(postbussen, found => found.Letter.MessageId == sending.Id);
                Assert.Equal(sending.Addressee, deelnemer);
                Assert.Equal((sending.Kind, "goedgekeurd"), (message.Subject, message.Properties["oordeel"]));
                Assert.Equal(sending.Content, message.Body.ToArray());
                var isAnswered = KindSamples.Answers.TryGetValue(sending.Kind, out var answerKind) && sending.Kind != "JW323";
                Assert.Equal(isAnswered, message.Properties.ContainsKey("antwoord"));
                if (!isAnswered)
                {
                    return;
                }
                var (afzender, answer) = Assert.Single(
                    postbussen,
                    found => found.Letter.MessageId == (string)message.Properties["antwoord"]
                );
                Assert.Equal((sending.Sender, answerKind, "goedgekeurd"), (afzender, answer.Subject, answer.Properties["oordeel"]));
                Assert.DoesNotContain("RetourCode>", Encoding.UTF8.GetString(answer.Body.Span), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_rejected_one_of_every_kind_is_answered_with_its_own_retour_when_the_receiver_mandated_the_hub()
    {
        var sent = await SendAllAsync(KindSamples.Answers.Keys, KindSamples.Rejected, Gemeente, Aanbieder);

        var postbussen = await EmptyAsync(Gemeente, Aanbieder);

        Assert.Equal(7, postbussen.Count);
        foreach (var sending in sent)
        {
            var id = (await hub.GetAsync(sending.Sender, "/berichten/" + sending.Id)).Field("retour");
            var (deelnemer, message) = Assert.Single(postbussen, found => found.Letter.MessageId == id);
            Assert.Equal((sending.Sender, KindSamples.Answers[sending.Kind]), (deelnemer, message.Subject));
            CheckRetour(sending.Content, message.Body.ToArray());
        }
    }

    [Fact]
    public async Task A_rejected_one_of_every_kind_goes_on_with_advice_when_the_receiver_answers_itself()
    {
        var sent = await SendAllAsync(KindSamples.Answers.Keys, KindSamples.Rejected, GemeenteItself, AanbiederItself);

        var postbussen = await EmptyAsync(GemeenteItself, AanbiederItself);

        Assert.Equal(7, postbussen.Count);
        Assert.All(
            sent,
            sending =>
            {
                var (deelnemer, message) = Assert.Single(postbussen, found => found.Letter.MessageId == sending.Id);
                Assert.Equal(sending.Addressee, deelnemer);
                Assert.Equal(("afgekeurd", 1), (message.Properties["oordeel"], message.Properties["aantalBevindingen"]));
                Assert.Equal(sending.Content, message.Body.ToArray());
            }
        );
    }

    [Fact]
    public async Task One_of_any_kind_that_another_than_its_sender_hands_in_is_refused()
    {
        foreach (var kind in KindSamples.All)
        {
            var (_, addressee) = KindSamples.Direction(kind, Gemeente, Aanbieder);
            foreach (var other in (string[])[addressee, "0518", "90000002"])
            {
                var answer = await hub.PostAsync(other, Encoding.UTF8.GetString(KindSamples.Good(kind, Gemeente, Aanbieder)));
                Assert.Equal((kind, 403, "niet-namens-verzender"), (kind, answer.Status, answer.Problem));
            }
        }
    }

    [Fact]
    public async Task An_answer_is_never_answered_not_even_a_rejected_JW325_for_one_who_mandated_the_hub()
    {
        var sent = await SendAllAsync(["JW325"], KindSamples.Rejected, Gemeente, Aanbieder);

        var (deelnemer, message) = Assert.Single(await EmptyAsync(Gemeente, Aanbieder));

        Assert.Equal((Aanbieder, sent[0].Id, "afgekeurd"), (deelnemer, message.MessageId, message.Properties["oordeel"]));
        Assert.Equal(sent[0].Content, message.Body.ToArray());
    }

    /// <summary>Valid itself, only a Header with 0001, and tied to the heenbericht as its kind asks.</summary>
    private static void CheckRetour(byte[] heen, byte[] retour)
    {
        var header = KindSamples.Check(heen).Header!;
        var outcome = KindSamples.Check(retour);
        Assert.Empty(outcome.Bevindingen);
        Assert.Equal(Oordeel.Approved, outcome.Oordeel);
        var own = outcome.Header!;
        var text = Encoding.UTF8.GetString(retour);
        Assert.Contains(">0001<", text, StringComparison.Ordinal);
        Assert.Contains($"Identificatie>{header.Identificatie}<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bsn>", text, StringComparison.Ordinal);
        if (own.Kind.IsRetour)
        {
            Assert.Equal((header.Afzender, header.Ontvanger, header.Identificatie), (own.Afzender, own.Ontvanger, own.Identificatie));
            Assert.NotNull(own.IdentificatieRetour);
        }
        else
        {
            Assert.Equal((header.Ontvanger, header.Afzender), (own.Afzender, own.Ontvanger));
            Assert.NotEqual(header.Identificatie, own.Identificatie);
            Assert.Contains("DeclaratieIdentificatie>", text, StringComparison.Ordinal);
        }
    }

    private async Task<List<Sending>> SendAllAsync(
        IEnumerable<string> kinds,
        Func<string, string, string, byte[]> make,
        string gemeente,
        string aanbieder
    )
    {
        var sent = new List<Sending>();
        foreach (var kind in kinds)
        {
            var (sender, addressee) = KindSamples.Direction(kind, gemeente, aanbieder);
            var content = make(kind, gemeente, aanbieder);
            var answer = await hub.PostAsync(sender, Encoding.UTF8.GetString(content));
            Assert.Equal((kind, 202), (kind, answer.Status));
            sent.Add(new Sending(kind, answer.Field("berichtId"), sender, addressee, content));
        }

        await hub.ProcessAllAsync();
        return sent;
    }

    private async Task<List<(string Deelnemer, QueueMessage Letter)>> EmptyAsync(params string[] deelnemers)
    {
        var found = new List<(string, QueueMessage)>();
        foreach (var deelnemer in deelnemers)
        {
            found.AddRange((await hub.EmptyAsync(deelnemer)).Select(message => (deelnemer, message)));
        }
        return found;
    }
}
