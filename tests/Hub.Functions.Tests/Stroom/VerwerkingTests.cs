using Hub.Functions.Tests.Gedeeld;
using Hub.Verwerking;

namespace Hub.Functions.Tests.Stroom;

public sealed class VerwerkingTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    [Fact]
    public async Task An_approved_bericht_comes_in_the_postbus_of_its_receiver_exactly_as_sent()
    {
        var identificatie = Voorbeelden.Nieuw();
        var xml = Voorbeelden.Stop(identificatie);
        var id = await StuurEnVerwerkAsync(Voorbeelden.Aanbieder, xml);

        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente));
        var retour = Assert.Single(await hub.LeegAsync(Voorbeelden.Aanbieder), post => Equals(post.Properties["identificatie"], identificatie));

        // What the toewijzing is that it stops, the register doesn't know: advice, no rejection.
        var stand = await hub.GetAsync(Voorbeelden.Aanbieder, "/berichten/" + id);
        Assert.Contains("TR382", stand.Json.GetProperty("bevindingen").EnumerateArray().Select(bevinding => bevinding.GetProperty("regel").GetString()));
        Assert.Equal(("JW308", 0), (retour.Subject, retour.Properties["aantalBevindingen"]));
        Assert.DoesNotContain("RetourCode", System.Text.Encoding.UTF8.GetString(retour.Body.Span), StringComparison.Ordinal);
        Assert.Equal(xml, System.Text.Encoding.UTF8.GetString(brief.Body.Span));
        Assert.Equal(id, brief.MessageId);
        Assert.Equal("application/xml", brief.ContentType);
        Assert.Equal("JW307", brief.Subject);
        var archief = brief.Properties["archief"];
        Assert.StartsWith("archief-0503/", Assert.IsType<string>(archief), StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["berichtsoort"] = "JW307",
                ["afzender"] = Voorbeelden.Aanbieder,
                ["ontvanger"] = Voorbeelden.Gemeente,
                ["identificatie"] = identificatie,
                ["berichtId"] = id,
                ["archief"] = archief,
                ["oordeel"] = "goedgekeurd",
                ["aantalBevindingen"] = stand.Json.GetProperty("aantalBevindingen").GetInt32(),
                ["inhoud"] = "bericht",
                ["antwoord"] = retour.MessageId,
            },
            brief.Properties.ToDictionary());
        var spoor = stand.Json.GetProperty("spoor");
        Assert.Equal(["ontvangen", "gecontroleerd", "gearchiveerd", "getoetst", "verwerkt", "afgeleverd"], spoor.EnumerateObject().Select(stap => stap.Name));
    }

    [Theory]
    [InlineData("JW307", "JW308")]
    [InlineData("JW323", "JW325")]
    public async Task A_rejected_bericht_is_answered_in_the_name_of_a_receiver_who_mandated_the_hub(string soort, string antwoordsoort)
    {
        var xml = soort == "JW307" ? Voorbeelden.Stop(dubbel: true) : Voorbeelden.Declaratie(dubbel: true);
        var id = await StuurEnVerwerkAsync(Voorbeelden.Aanbieder, xml);

        var heen = await hub.GetAsync(Voorbeelden.Aanbieder, "/berichten/" + id);
        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Aanbieder), post => post.MessageId == heen.Veld("retour"));
        Assert.DoesNotContain(await hub.LeegAsync(Voorbeelden.Gemeente), post => post.MessageId == id);

        Assert.Equal(antwoordsoort, brief.Subject);
        Assert.Contains(">0001<", System.Text.Encoding.UTF8.GetString(brief.Body.Span), StringComparison.Ordinal);
        Assert.False(heen.Json.GetProperty("spoor").TryGetProperty("afgeleverd", out _));
        Assert.True(heen.Json.GetProperty("spoor").TryGetProperty("verwerkt", out _));
        var retour = await hub.GetAsync(Voorbeelden.Aanbieder, "/berichten/" + brief.MessageId);
        Assert.Equal(id, retour.Veld("heenbericht"));
        Assert.Equal(antwoordsoort, retour.Veld("berichtsoort"));
        Assert.Equal(brief.Body.ToArray(), (await hub.GetAsync(Voorbeelden.Aanbieder, $"/berichten/{brief.MessageId}/inhoud")).Inhoud);
    }

    [Fact]
    public async Task A_receiver_who_answers_itself_gets_the_rejected_bericht_with_the_verdict_as_advice()
    {
        const string middenDelfland = "1842";
        await StuurEnVerwerkAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(ontvanger: middenDelfland, dubbel: true));

        var brief = Assert.Single(await hub.LeegAsync(middenDelfland));

        Assert.Equal("afgekeurd", brief.Properties["oordeel"]);
        Assert.Equal(1, brief.Properties["aantalBevindingen"]);
        Assert.False((await hub.GetAsync(Voorbeelden.Aanbieder, "/berichten/" + brief.MessageId)).Json.TryGetProperty("retour", out _));
    }

    [Fact]
    public async Task A_retour_of_a_deelnemer_goes_to_the_sender_of_the_heenbericht()
    {
        var xml = Voorbeelden.StopRetour(Voorbeelden.Nieuw(), Voorbeelden.Nieuw());
        var id = await StuurEnVerwerkAsync(Voorbeelden.Gemeente, xml);

        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Aanbieder), post => post.MessageId == id);

        Assert.Equal(xml, System.Text.Encoding.UTF8.GetString(brief.Body.Span));
    }

    [Fact]
    public async Task A_bericht_too_large_for_the_queue_goes_as_a_reference()
    {
        var xml = Voorbeelden.Stop(producten: 900);
        Assert.InRange(xml.Length, 256 * 1024, 1024 * 1024);
        var id = await StuurEnVerwerkAsync(Voorbeelden.Aanbieder, xml);

        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente));

        Assert.Equal("verwijzing", brief.Properties["inhoud"]);
        Assert.True(brief.Body.IsEmpty);
        Assert.Equal(xml, (await hub.GetAsync(Voorbeelden.Gemeente, $"/berichten/{brief.Properties["berichtId"]}/inhoud")).Tekst);
        Assert.Equal(id, brief.MessageId);
    }

    [Fact]
    public async Task A_bericht_that_just_fits_goes_whole()
    {
        var xml = Voorbeelden.Stop();
        xml = xml.Replace("</m:Client>", "</m:Client>" + new string(' ', (256 * 1024) - Azure.ServiceBus.ServiceBusQueueClient.RoomForProperties - xml.Length), StringComparison.Ordinal);
        await StuurEnVerwerkAsync(Voorbeelden.Aanbieder, xml);

        var brief = Assert.Single(await hub.LeegAsync(Voorbeelden.Gemeente));

        Assert.Equal("bericht", brief.Properties["inhoud"]);
        Assert.Equal((256 * 1024) - Azure.ServiceBus.ServiceBusQueueClient.RoomForProperties, brief.Body.Length);
    }

    [Fact]
    public async Task Redelivery_of_finished_work_changes_nothing()
    {
        var id = await StuurEnVerwerkAsync(Voorbeelden.Aanbieder, Voorbeelden.Declaratie(dubbel: true));
        var voor = (await hub.GetAsync(Voorbeelden.Aanbieder, "/berichten/" + id)).Tekst;
        Assert.NotEmpty(await hub.LeegAsync(Voorbeelden.Aanbieder));

        Assert.True(await hub.VerwerkAsync(new Werkopdracht(1, id).Schrijf()));

        Assert.Empty(await hub.LeegAsync(Voorbeelden.Aanbieder));
        Assert.Equal(voor, (await hub.GetAsync(Voorbeelden.Aanbieder, "/berichten/" + id)).Tekst);
    }

    [Fact]
    public async Task Berichten_of_one_pair_arrive_in_the_order_in_which_they_were_taken_in()
    {
        var ids = new List<string>();
        for (var i = 0; i < 6; i++) ids.Add((await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop())).Veld("berichtId"));

        await hub.VerwerkAllesAsync();

        Assert.Equal(ids, (await hub.LeegAsync(Voorbeelden.Gemeente)).Select(brief => brief.MessageId));
    }

    private async Task<string> StuurEnVerwerkAsync(string als, string xml)
    {
        var antwoord = await hub.PostAsync(als, xml);
        Assert.Equal(202, antwoord.Status);
        await hub.VerwerkAllesAsync();
        return antwoord.Veld("berichtId");
    }
}
