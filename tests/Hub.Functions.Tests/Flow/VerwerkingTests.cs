using Hub.Functions.Tests.Shared;
using Hub.Verwerking;

namespace Hub.Functions.Tests.Flow;

public sealed class VerwerkingTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task An_approved_bericht_comes_in_the_postbus_of_its_receiver_exactly_as_sent()
    {
        var identificatie = HubSamples.New();
        var xml = HubSamples.Stop(identificatie);
        var id = await SendAndProcessAsync(HubSamples.Aanbieder, xml);

        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente));
        var retour = Assert.Single(
            await hub.EmptyAsync(HubSamples.Aanbieder),
            post => Equals(post.Properties["identificatie"], identificatie)
        );

        // What the toewijzing is that it stops, the register doesn't know: advice, no rejection.
        var state = await hub.GetAsync(HubSamples.Aanbieder, "/berichten/" + id);
        Assert.Contains(
            "TR382",
            state.Json.GetProperty("bevindingen").EnumerateArray().Select(bevinding => bevinding.GetProperty("regel").GetString())
        );
        Assert.Equal(("JW308", 0), (retour.Subject, retour.Properties["aantalBevindingen"]));
        Assert.DoesNotContain("RetourCode", System.Text.Encoding.UTF8.GetString(retour.Body.Span), StringComparison.Ordinal);
        Assert.Equal(xml, System.Text.Encoding.UTF8.GetString(message.Body.Span));
        Assert.Equal(id, message.MessageId);
        Assert.Equal("application/xml", message.ContentType);
        Assert.Equal("JW307", message.Subject);
        var archief = message.Properties["archief"];
        Assert.StartsWith("archief-0503/", Assert.IsType<string>(archief), StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["berichtsoort"] = "JW307",
                ["afzender"] = HubSamples.Aanbieder,
                ["ontvanger"] = HubSamples.Gemeente,
                ["identificatie"] = identificatie,
                ["berichtId"] = id,
                ["archief"] = archief,
                ["oordeel"] = "goedgekeurd",
                ["aantalBevindingen"] = state.Json.GetProperty("aantalBevindingen").GetInt32(),
                ["inhoud"] = "bericht",
                ["antwoord"] = retour.MessageId,
            },
            message.Properties.ToDictionary()
        );
        var trail = state.Json.GetProperty("spoor");
        Assert.Equal(
            ["ontvangen", "gecontroleerd", "gearchiveerd", "getoetst", "verwerkt", "afgeleverd"],
            trail.EnumerateObject().Select(step => step.Name)
        );
    }

    [Theory]
    [InlineData("JW307", "JW308")]
    [InlineData("JW323", "JW325")]
    public async Task A_rejected_bericht_is_answered_in_the_name_of_a_receiver_who_mandated_the_hub(string kind, string answerKind)
    {
        var xml = kind == "JW307" ? HubSamples.Stop(duplicate: true) : HubSamples.Declaratie(duplicate: true);
        var id = await SendAndProcessAsync(HubSamples.Aanbieder, xml);

        var heen = await hub.GetAsync(HubSamples.Aanbieder, "/berichten/" + id);
        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Aanbieder), post => post.MessageId == heen.Field("retour"));
        Assert.DoesNotContain(await hub.EmptyAsync(HubSamples.Gemeente), post => post.MessageId == id);

        Assert.Equal(answerKind, message.Subject);
        Assert.Contains(">0001<", System.Text.Encoding.UTF8.GetString(message.Body.Span), StringComparison.Ordinal);
        Assert.False(heen.Json.GetProperty("spoor").TryGetProperty("afgeleverd", out _));
        Assert.True(heen.Json.GetProperty("spoor").TryGetProperty("verwerkt", out _));
        var retour = await hub.GetAsync(HubSamples.Aanbieder, "/berichten/" + message.MessageId);
        Assert.Equal(id, retour.Field("heenbericht"));
        Assert.Equal(answerKind, retour.Field("berichtsoort"));
        Assert.Equal(message.Body.ToArray(), (await hub.GetAsync(HubSamples.Aanbieder, $"/berichten/{message.MessageId}/inhoud")).Content);
    }

    [Fact]
    public async Task A_receiver_who_answers_itself_gets_the_rejected_bericht_with_the_verdict_as_advice()
    {
        const string middleDelfland = "1842";
        await SendAndProcessAsync(HubSamples.Aanbieder, HubSamples.Stop(ontvanger: middleDelfland, duplicate: true));

        var message = Assert.Single(await hub.EmptyAsync(middleDelfland));

        Assert.Equal("afgekeurd", message.Properties["oordeel"]);
        Assert.Equal(1, message.Properties["aantalBevindingen"]);
        Assert.False((await hub.GetAsync(HubSamples.Aanbieder, "/berichten/" + message.MessageId)).Json.TryGetProperty("retour", out _));
    }

    [Fact]
    public async Task A_retour_of_a_deelnemer_goes_to_the_sender_of_the_heenbericht()
    {
        var xml = HubSamples.StopRetour(HubSamples.New(), HubSamples.New());
        var id = await SendAndProcessAsync(HubSamples.Gemeente, xml);

        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Aanbieder), post => post.MessageId == id);

        Assert.Equal(xml, System.Text.Encoding.UTF8.GetString(message.Body.Span));
    }

    [Fact]
    public async Task A_bericht_too_large_for_the_queue_goes_as_a_reference()
    {
        var xml = HubSamples.Stop(products: 900);
        Assert.InRange(xml.Length, 256 * 1024, 1024 * 1024);
        var id = await SendAndProcessAsync(HubSamples.Aanbieder, xml);

        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente));

        Assert.Equal("verwijzing", message.Properties["inhoud"]);
        Assert.True(message.Body.IsEmpty);
        Assert.Equal(xml, (await hub.GetAsync(HubSamples.Gemeente, $"/berichten/{message.Properties["berichtId"]}/inhoud")).Text);
        Assert.Equal(id, message.MessageId);
    }

    [Fact]
    public async Task A_bericht_that_just_fits_goes_whole()
    {
        var xml = HubSamples.Stop();
        xml = xml.Replace(
            "</m:Client>",
            "</m:Client>" + new string(' ', (256 * 1024) - Azure.ServiceBus.ServiceBusQueueClient.RoomForProperties - xml.Length),
            StringComparison.Ordinal
        );
        await SendAndProcessAsync(HubSamples.Aanbieder, xml);

        var message = Assert.Single(await hub.EmptyAsync(HubSamples.Gemeente));

        Assert.Equal("bericht", message.Properties["inhoud"]);
        Assert.Equal((256 * 1024) - Azure.ServiceBus.ServiceBusQueueClient.RoomForProperties, message.Body.Length);
    }

    [Fact]
    public async Task Redelivery_of_finished_work_changes_nothing()
    {
        var id = await SendAndProcessAsync(HubSamples.Aanbieder, HubSamples.Declaratie(duplicate: true));
        var before = (await hub.GetAsync(HubSamples.Aanbieder, "/berichten/" + id)).Text;
        Assert.NotEmpty(await hub.EmptyAsync(HubSamples.Aanbieder));

        Assert.True(await hub.ProcessAsync(new WorkItem(1, id).Write()));

        Assert.Empty(await hub.EmptyAsync(HubSamples.Aanbieder));
        Assert.Equal(before, (await hub.GetAsync(HubSamples.Aanbieder, "/berichten/" + id)).Text);
    }

    [Fact]
    public async Task Berichten_of_one_pair_arrive_in_the_order_in_which_they_were_taken_in()
    {
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add((await hub.PostAsync(HubSamples.Aanbieder, HubSamples.Stop())).Field("berichtId"));
        }

        await hub.ProcessAllAsync();

        Assert.Equal(ids, (await hub.EmptyAsync(HubSamples.Gemeente)).Select(message => message.MessageId));
    }

    private async Task<string> SendAndProcessAsync(string condition, string xml)
    {
        var answer = await hub.PostAsync(condition, xml);
        Assert.Equal(202, answer.Status);
        await hub.ProcessAllAsync();
        return answer.Field("berichtId");
    }
}
