using System.Text;
using System.Text.RegularExpressions;
using Hub.Berichten;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Flow;

/// <summary>A sender may write a BSN where it names a bericht or a request; nothing but the content ever shows it.</summary>
public sealed partial class IdentificationTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Bsn = "999900043";

    [Fact]
    public async Task A_bsn_in_an_identification_of_any_kind_is_in_no_table_property_log_or_answer()
    {
        var ids = new List<string>();
        var answers = new List<HttpAnswer>();
        foreach (var kind in KindSamples.All)
        {
            var (sender, receiver) = KindSamples.Direction(kind, HubSamples.Gemeente, HubSamples.Aanbieder);
            List<byte[]> berichten = [KindSamples.Good(kind, HubSamples.Gemeente, HubSamples.Aanbieder)];
            if (KindSamples.Answers.ContainsKey(kind))
            {
                berichten.Add(KindSamples.Rejected(kind, HubSamples.Gemeente, HubSamples.Aanbieder));
            }
            foreach (var bytes in berichten)
            {
                var xml = References().Replace(Encoding.UTF8.GetString(bytes), found => $"{found.Groups[1].Value}>{Bsn}<");
                Assert.Contains(Bsn, xml, StringComparison.Ordinal);
                answers.Add(await hub.PostAsync(sender, xml, "/controle"));
                answers.Add(await hub.PostAsync(sender, xml));
                Assert.True(answers[^1].Status == 202, kind + ": " + answers[^1].Text);
                ids.Add(answers[^1].Field("berichtId"));
                await hub.ProcessAllAsync();
                foreach (var who in (string[])[sender, receiver])
                {
                    answers.Add(await hub.GetAsync(who, "/berichten/" + ids[^1]));
                }
                Assert.Contains(Bsn, (await hub.GetAsync(receiver, $"/berichten/{ids[^1]}/inhoud")).Text, StringComparison.Ordinal);
            }
        }

        Assert.True(await hub.WatchAsync());
        foreach (var code in (string[])[HubSamples.Gemeente, HubSamples.Aanbieder])
        {
            answers.Add(await hub.GetAsync(code, "/bewaking"));
            answers.Add(await hub.GetAsync(code, "/postbus"));
            var messages = await hub.EmptyAsync(code);
            Assert.NotEmpty(messages);
            Assert.All(
                messages,
                message => Without($"{message.MessageId};{message.SessionId};{message.Subject};{string.Join(';', message.Properties)}")
            );
            Assert.Contains(messages, message => ClientKeys.IsKeyed((string)message.Properties["identificatie"]));
        }

        Assert.All(answers, answer => Without(answer.Text + answer.Location));
        Assert.All(hub.Log.Rules, Without);
        Assert.All(await Stored.RowsAsync(hub.Storage), Without);
        Assert.All(await hub.ArchiefAsync(), blob => Without($"{blob.Container}/{blob.Blob} {string.Join(';', blob.Properties)}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_answer_of_the_hub_repeats_the_identification_itself_and_the_second_of_it_is_still_seen(bool rejected)
    {
        const string identificatie = "A999900055";
        var one = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(identificatie, duplicate: rejected));
        await hub.ProcessAllAsync();

        var retour = Assert.Single(
            await hub.EmptyAsync(HubSamples.Aanbieder),
            message => message.MessageId == BerichtId.OfAnswerTo(one.Field("berichtId"))
        );
        Assert.Contains($">{identificatie}<", Encoding.UTF8.GetString(retour.Body.Span), StringComparison.Ordinal);
        Assert.StartsWith("bsn-", (string)retour.Properties["identificatie"], StringComparison.Ordinal);
        var status = (await hub.GetAsync(HubSamples.Gemeente, one.Location!)).Json;
        Assert.Equal(retour.Properties["identificatie"], status.GetProperty("identificatie").GetString());

        // TR056: an Identificatie is used once.
        var two = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop(identificatie, duplicate: rejected, products: 2));
        await hub.ProcessAllAsync();
        Assert.NotEqual(one.Field("berichtId"), two.Field("berichtId"));
        if (!rejected)
        {
            Assert.Contains("TR056", await RulesAsync(two));
        }
        await hub.EmptyAsync(HubSamples.Gemeente);
        await hub.EmptyAsync(HubSamples.Aanbieder);
    }

    [Fact]
    public async Task The_sender_is_advised_and_the_answer_is_the_same_as_without()
    {
        var with = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop("999900067"));
        await hub.ProcessAllAsync();

        var status = (await hub.GetAsync(HubSamples.Aanbieder, with.Location!)).Json;
        var advice = Assert.Single(
            status.GetProperty("bevindingen").EnumerateArray(),
            bevinding => bevinding.GetProperty("regel").GetString() == "BSN"
        );
        Assert.True(advice.GetProperty("advies").GetBoolean());
        Assert.Equal("/Bericht/Header/BerichtIdentificatie/Identificatie", advice.GetProperty("pad").GetString());
        Assert.Equal("goedgekeurd", status.GetProperty("oordeel").GetString());
        var retour = Assert.Single(
            await hub.EmptyAsync(HubSamples.Aanbieder),
            message => message.MessageId == BerichtId.OfAnswerTo(with.Field("berichtId"))
        );
        Assert.DoesNotContain("RetourCode>", Encoding.UTF8.GetString(retour.Body.Span), StringComparison.Ordinal);
        await hub.EmptyAsync(HubSamples.Gemeente);
    }

    [Fact]
    public async Task A_number_that_holds_one_by_chance_is_not_advised_on()
    {
        var answer = await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop("999900067001"));
        await hub.ProcessAllAsync();

        Assert.DoesNotContain("BSN", await RulesAsync(answer));
        Assert.StartsWith(
            "cijfers-",
            (await hub.GetAsync(HubSamples.Aanbieder, answer.Location!)).Field("identificatie"),
            StringComparison.Ordinal
        );
        await hub.EmptyAsync(HubSamples.Gemeente);
        await hub.EmptyAsync(HubSamples.Aanbieder);
    }

    private async Task<List<string?>> RulesAsync(HttpAnswer answer) =>
        [
            .. (await hub.GetAsync(HubSamples.Aanbieder, answer.Location!))
                .Json.GetProperty("bevindingen")
                .EnumerateArray()
                .Select(bevinding => bevinding.GetProperty("regel").GetString()),
        ];

    private static void Without(string text) => Assert.DoesNotContain(Bsn, text, StringComparison.Ordinal);

    [GeneratedRegex(
        "([:<](?:Identificatie|IdentificatieRetour|DeclaratieNummer|ReferentieNummer|VorigReferentieNummer|"
            + "ReferentieAanbieder))>[^<\\s][^<]*<"
    )]
    private static partial Regex References();
}
