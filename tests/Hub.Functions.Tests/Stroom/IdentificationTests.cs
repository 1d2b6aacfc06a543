using System.Text;
using System.Text.RegularExpressions;
using Hub.Berichten;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Functions.Tests.Stroom;

/// <summary>A sender may write a BSN where it names a bericht or a request; nothing but the content ever shows it.</summary>
public sealed partial class IdentificationTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private const string Bsn = "999900043";

    [Fact]
    public async Task A_bsn_in_an_identification_of_any_kind_is_in_no_table_property_log_or_answer()
    {
        var ids = new List<string>();
        var answers = new List<Antwoord>();
        foreach (var soort in Soortvoorbeelden.Alle)
        {
            var (sender, receiver) = Soortvoorbeelden.Richting(soort, Voorbeelden.Gemeente, Voorbeelden.Aanbieder);
            List<byte[]> berichten = [Soortvoorbeelden.Goed(soort, Voorbeelden.Gemeente, Voorbeelden.Aanbieder)];
            if (Soortvoorbeelden.Antwoorden.ContainsKey(soort)) berichten.Add(Soortvoorbeelden.Afgekeurd(soort, Voorbeelden.Gemeente, Voorbeelden.Aanbieder));
            foreach (var bytes in berichten)
            {
                var xml = References().Replace(Encoding.UTF8.GetString(bytes), found => $"{found.Groups[1].Value}>{Bsn}<");
                Assert.Contains(Bsn, xml, StringComparison.Ordinal);
                answers.Add(await hub.PostAsync(sender, xml, "/controle"));
                answers.Add(await hub.PostAsync(sender, xml));
                Assert.True(answers[^1].Status == 202, soort + ": " + answers[^1].Tekst);
                ids.Add(answers[^1].Veld("berichtId"));
                await hub.VerwerkAllesAsync();
                foreach (var wie in (string[])[sender, receiver]) answers.Add(await hub.GetAsync(wie, "/berichten/" + ids[^1]));
                Assert.Contains(Bsn, (await hub.GetAsync(receiver, $"/berichten/{ids[^1]}/inhoud")).Tekst, StringComparison.Ordinal);
            }
        }

        Assert.True(await hub.BewaakAsync());
        foreach (var code in (string[])[Voorbeelden.Gemeente, Voorbeelden.Aanbieder])
        {
            answers.Add(await hub.GetAsync(code, "/bewaking"));
            answers.Add(await hub.GetAsync(code, "/postbus"));
            var brieven = await hub.LeegAsync(code);
            Assert.NotEmpty(brieven);
            Assert.All(brieven, brief => Without($"{brief.MessageId};{brief.SessionId};{brief.Subject};{string.Join(';', brief.Properties)}"));
            Assert.Contains(brieven, brief => Clientsleutels.IsKeyed((string)brief.Properties["identificatie"]));
        }

        Assert.All(answers, answer => Without(answer.Tekst + answer.Location));
        Assert.All(hub.Log.Regels, Without);
        Assert.All(await Stored.RowsAsync(hub.Opslag), Without);
        Assert.All(await hub.ArchiefAsync(), blob => Without($"{blob.Container}/{blob.Blob} {string.Join(';', blob.Kenmerken)}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_answer_of_the_hub_repeats_the_identification_itself_and_the_second_of_it_is_still_seen(bool afgekeurd)
    {
        const string identificatie = "A999900055";
        var een = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(identificatie, dubbel: afgekeurd));
        await hub.VerwerkAllesAsync();

        var retour = Assert.Single(await hub.LeegAsync(Voorbeelden.Aanbieder), brief => brief.MessageId == BerichtId.VanAntwoordOp(een.Veld("berichtId")));
        Assert.Contains($">{identificatie}<", Encoding.UTF8.GetString(retour.Body.Span), StringComparison.Ordinal);
        Assert.StartsWith("bsn-", (string)retour.Properties["identificatie"], StringComparison.Ordinal);
        var status = (await hub.GetAsync(Voorbeelden.Gemeente, een.Location!)).Json;
        Assert.Equal(retour.Properties["identificatie"], status.GetProperty("identificatie").GetString());

        // TR056: an Identificatie is used once.
        var twee = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(identificatie, dubbel: afgekeurd, producten: 2));
        await hub.VerwerkAllesAsync();
        Assert.NotEqual(een.Veld("berichtId"), twee.Veld("berichtId"));
        if (!afgekeurd) Assert.Contains("TR056", await RegelsAsync(twee));
        await hub.LeegAsync(Voorbeelden.Gemeente);
        await hub.LeegAsync(Voorbeelden.Aanbieder);
    }

    [Fact]
    public async Task The_sender_is_advised_and_the_answer_is_the_same_as_without()
    {
        var met = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop("999900067"));
        await hub.VerwerkAllesAsync();

        var status = (await hub.GetAsync(Voorbeelden.Aanbieder, met.Location!)).Json;
        var advies = Assert.Single(status.GetProperty("bevindingen").EnumerateArray(), bevinding => bevinding.GetProperty("regel").GetString() == "BSN");
        Assert.True(advies.GetProperty("advies").GetBoolean());
        Assert.Equal("/Bericht/Header/BerichtIdentificatie/Identificatie", advies.GetProperty("pad").GetString());
        Assert.Equal("goedgekeurd", status.GetProperty("oordeel").GetString());
        var retour = Assert.Single(await hub.LeegAsync(Voorbeelden.Aanbieder), brief => brief.MessageId == BerichtId.VanAntwoordOp(met.Veld("berichtId")));
        Assert.DoesNotContain("RetourCode>", Encoding.UTF8.GetString(retour.Body.Span), StringComparison.Ordinal);
        await hub.LeegAsync(Voorbeelden.Gemeente);
    }

    [Fact]
    public async Task A_number_that_holds_one_by_chance_is_not_advised_on()
    {
        var antwoord = await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop("999900067001"));
        await hub.VerwerkAllesAsync();

        Assert.DoesNotContain("BSN", await RegelsAsync(antwoord));
        Assert.StartsWith("cijfers-", (await hub.GetAsync(Voorbeelden.Aanbieder, antwoord.Location!)).Veld("identificatie"), StringComparison.Ordinal);
        await hub.LeegAsync(Voorbeelden.Gemeente);
        await hub.LeegAsync(Voorbeelden.Aanbieder);
    }

    private async Task<List<string?>> RegelsAsync(Antwoord antwoord) =>
    [
        .. (await hub.GetAsync(Voorbeelden.Aanbieder, antwoord.Location!)).Json.GetProperty("bevindingen").EnumerateArray()
            .Select(bevinding => bevinding.GetProperty("regel").GetString()),
    ];

    private static void Without(string tekst) => Assert.DoesNotContain(Bsn, tekst, StringComparison.Ordinal);

    [GeneratedRegex("([:<](?:Identificatie|IdentificatieRetour|DeclaratieNummer|ReferentieNummer|VorigReferentieNummer|ReferentieAanbieder))>[^<\\s][^<]*<")]
    private static partial Regex References();
}
