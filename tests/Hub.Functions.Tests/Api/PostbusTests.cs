using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Hub.Functions.Tests.Shared;

namespace Hub.Functions.Tests.Api;

/// <summary>A deelnemer without AMQP: 90000004 has channel http.</summary>
public sealed class PostbusTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Gemeente = "0503";
    private const string Ontvanger = "90000004";

    [Fact]
    public async Task A_bericht_for_a_deelnemer_over_http_is_listed_fetched_and_confirmed()
    {
        await EmptyAsync();
        var content = KindSamples.Good("JW301", Gemeente, Ontvanger);
        var id = await DeliverAsync(content);

        var list = await hub.GetAsync(Ontvanger, "/postbus");

        Assert.Equal(200, list.Status);
        Assert.Equal("http", list.Field("kanaal"));
        Assert.False(list.Json.GetProperty("meer").GetBoolean());
        var piece = Assert.Single(Pieces(list));
        Assert.Equal(
            [
                "id",
                "soort",
                "berichtId",
                "berichtsoort",
                "afzender",
                "ontvanger",
                "identificatie",
                "oordeel",
                "aantalBevindingen",
                "lengte",
                "neergelegd",
                "herhaling",
                "inhoud",
                "antwoord",
            ],
            piece.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal((id, id, "JW301"), (Text(piece, "id"), Text(piece, "berichtId"), Text(piece, "berichtsoort")));
        Assert.False(piece.GetProperty("herhaling").GetBoolean());
        Assert.Equal(content, (await hub.GetAsync(Ontvanger, Text(piece, "inhoud"))).Content);
        Assert.Equal((0, 0), await hub.Emulator.CountAsync("postbus-" + Ontvanger));

        Assert.Equal(204, (await ConfirmAsync(Ontvanger, id)).Status);
        Assert.Equal(204, (await ConfirmAsync(Ontvanger, id)).Status);
        Assert.Empty(Pieces(await hub.GetAsync(Ontvanger, "/postbus")));
        Assert.Empty(Pieces(await hub.GetAsync(Ontvanger, "/postbus?na=" + list.Field("cursor"))));
    }

    [Fact]
    public async Task A_retour_of_the_hub_comes_in_a_postbus_over_http_too()
    {
        await EmptyAsync();
        var id = (await hub.PostAsync(Ontvanger, HubSamples.Stop(afzender: Ontvanger, duplicate: true))).Field("berichtId");
        await hub.ProcessAllAsync();

        var piece = Assert.Single(Pieces(await hub.GetAsync(Ontvanger, "/postbus")));

        Assert.Equal("JW308", Text(piece, "berichtsoort"));
        Assert.Equal(id, (await hub.GetAsync(Ontvanger, "/berichten/" + Text(piece, "berichtId"))).Field("heenbericht"));
    }

    [Fact]
    public async Task What_is_for_one_deelnemer_does_not_exist_for_another()
    {
        var id = await DeliverAsync(KindSamples.Good("JW301", Gemeente, Ontvanger));

        foreach (var other in (string[])[Gemeente, "90000001", "0518"])
        {
            Assert.Empty(Pieces(await hub.GetAsync(other, "/postbus")));
            var answer = await ConfirmAsync(other, id);
            Assert.Equal((404, "niet-gevonden"), (answer.Status, answer.Problem));
        }

        Assert.Contains(Pieces(await hub.GetAsync(Ontvanger, "/postbus")), piece => Text(piece, "id") == id);
        Assert.Equal(404, (await hub.GetAsync("90000001", $"/berichten/{id}/inhoud")).Status);
        foreach (
            var nonsense in (string[])
                ["x", "0503-00112233445566778899aabbccddeeff", Uri.EscapeDataString($"{id}' or '1' eq '1"), id + "%2F..", id + "+x"]
        )
        {
            Assert.Equal(404, (await ConfirmAsync(Ontvanger, nonsense)).Status);
        }
    }

    [Fact]
    public async Task Who_stops_between_list_and_confirm_finds_all_of_it_again()
    {
        await EmptyAsync();
        List<string> ids = [];
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await DeliverAsync(KindSamples.Good("JW301", Gemeente, Ontvanger)));
        }

        var seen = Pieces(await hub.GetAsync(Ontvanger, "/postbus")).Select(piece => Text(piece, "id"));
        Assert.Equal(ids, seen);
        Assert.Equal(204, (await ConfirmAsync(Ontvanger, ids[0])).Status);

        // A new client knows no cursor.
        Assert.Equal(ids[1..], Pieces(await hub.GetAsync(Ontvanger, "/postbus")).Select(piece => Text(piece, "id")));
    }

    [Fact]
    public async Task Two_clients_side_by_side_miss_nothing_while_berichten_keep_coming()
    {
        await EmptyAsync();
        const int count = 20;
        var sent = new ConcurrentDictionary<string, byte[]>();
        var done = false;
        var levering = DeliverAllAsync();

        var read = await Task.WhenAll(ReadAsync(), ReadAsync());

        await levering;
        Assert.Equal(sent.Keys.Order(), read.SelectMany(ids => ids.Keys).Distinct().Order());
        Assert.All(read.SelectMany(ids => ids), piece => Assert.Equal(sent[piece.Key], piece.Value));
        Assert.Empty(Pieces(await hub.GetAsync(Ontvanger, "/postbus")));
        await hub.ProcessAllAsync();
        Assert.Empty(Pieces(await hub.GetAsync(Ontvanger, "/postbus")));

        async Task DeliverAllAsync()
        {
            for (var i = 0; i < count; i++)
            {
                var content = KindSamples.Good("JW301", Gemeente, Ontvanger);
                sent[await DeliverAsync(content)] = content;
            }

            Volatile.Write(ref done, true);
        }

        async Task<Dictionary<string, byte[]>> ReadAsync()
        {
            var mine = new Dictionary<string, byte[]>();
            while (true)
            {
                var last = Volatile.Read(ref done);
                var pieces = Pieces(await hub.GetAsync(Ontvanger, "/postbus?aantal=3"));
                foreach (var piece in pieces)
                {
                    mine[Text(piece, "id")] = (await hub.GetAsync(Ontvanger, Text(piece, "inhoud"))).Content;
                    Assert.Equal(204, (await ConfirmAsync(Ontvanger, Text(piece, "id"))).Status);
                }

                if (last && pieces.Count == 0)
                {
                    return mine;
                }
            }
        }
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        await EmptyAsync();
        List<string> ids = [];
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await DeliverAsync(KindSamples.Good("JW301", Gemeente, Ontvanger)));
        }

        var read = new List<string>();
        var path = "/postbus?aantal=2";
        while (true)
        {
            var page = await hub.GetAsync(Ontvanger, path);
            read.AddRange(Pieces(page).Select(piece => Text(piece, "id")));
            if (!page.Json.GetProperty("meer").GetBoolean())
            {
                break;
            }
            path = "/postbus?aantal=2&na=" + page.Field("cursor");
        }

        Assert.Equal(ids, read);
    }

    [Theory]
    [InlineData("na=onzin", "ongeldige-cursor")]
    [InlineData("na=0503-1", "ongeldige-cursor")]
    [InlineData("na=90000004--1", "ongeldige-cursor")]
    [InlineData("na=90000004-99999999999999999999", "ongeldige-cursor")]
    [InlineData("aantal=0", "ongeldig-aantal")]
    [InlineData("aantal=201", "ongeldig-aantal")]
    [InlineData("aantal=veel", "ongeldig-aantal")]
    public async Task A_cursor_or_number_that_is_none_is_refused(string question, string problem)
    {
        var answer = await hub.GetAsync(Ontvanger, "/postbus?" + question);

        Assert.Equal((400, problem), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task A_deelnemer_with_a_queue_is_told_so()
    {
        var answer = await hub.GetAsync(Gemeente, "/postbus");

        Assert.Equal("""{"kanaal":"servicebus","poststukken":[],"cursor":"0503-0","meer":false}""", answer.Text);
    }

    [Fact]
    public async Task The_receiver_has_it_delivered_again_and_sees_that_it_is_a_repetition()
    {
        await EmptyAsync();
        var id = await DeliverAsync(KindSamples.Good("JW301", Gemeente, Ontvanger));
        await ConfirmAsync(Ontvanger, id);

        var answer = await hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);

        Assert.Equal(202, answer.Status);
        var piece = Assert.Single(Pieces(await hub.GetAsync(Ontvanger, "/postbus")));
        Assert.True(piece.GetProperty("herhaling").GetBoolean());
        Assert.Equal((answer.Field("poststukId"), id), (Text(piece, "id"), Text(piece, "berichtId")));
        Assert.StartsWith(id + "+herhaling+", Text(piece, "id"), StringComparison.Ordinal);
        Assert.Equal(204, (await ConfirmAsync(Ontvanger, Text(piece, "id"))).Status);
        Assert.Empty(Pieces(await hub.GetAsync(Ontvanger, "/postbus")));
    }

    [Fact]
    public async Task On_a_queue_a_repetition_has_the_same_bytes_and_says_that_it_is_one()
    {
        var content = KindSamples.Good("JW301", Gemeente, "90000001");
        var id = await DeliverAsync(content);
        await hub.EmptyAsync("90000001");

        var token = hub.Issuer.Token(Guid.NewGuid().ToString(), role: "Hub.Beheren");
        Assert.Equal(202, (await hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", null, token: token)).Status);

        var message = Assert.Single(await hub.EmptyAsync("90000001"));
        Assert.Equal(content, message.Body.ToArray());
        Assert.Equal(
            (id, true, "bericht"),
            (message.Properties["berichtId"], message.Properties["herhaling"], message.Properties["inhoud"])
        );
        Assert.StartsWith(id + "+herhaling+", message.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_twice_at_once_it_is_delivered_twice_over_http()
    {
        await EmptyAsync();
        var id = await DeliverAsync(KindSamples.Good("JW301", Gemeente, Ontvanger));
        await ConfirmAsync(Ontvanger, id);

        var first = await hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);
        var second = await hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);

        Assert.Equal((202, 202), (first.Status, second.Status));
        var pieces = Pieces(await hub.GetAsync(Ontvanger, "/postbus"));
        Assert.Equal([first.Field("poststukId"), second.Field("poststukId")], pieces.Select(piece => Text(piece, "id")));
        Assert.All(pieces, piece => Assert.Equal((true, id), (piece.GetProperty("herhaling").GetBoolean(), Text(piece, "berichtId"))));
        // Confirmed and asked for again, still within the minute: it comes again.
        await EmptyAsync();
        var third = await hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);
        Assert.Equal(third.Field("poststukId"), Text(Assert.Single(Pieces(await hub.GetAsync(Ontvanger, "/postbus"))), "id"));
        Assert.Equal(204, (await ConfirmAsync(Ontvanger, third.Field("poststukId"))).Status);
    }

    [Fact]
    public async Task Asked_for_twice_at_once_it_is_delivered_twice_on_a_queue()
    {
        const string ontvanger = "90000001";
        var content = KindSamples.Good("JW301", Gemeente, ontvanger);
        var id = await DeliverAsync(content);
        await hub.EmptyAsync(ontvanger);

        var first = await hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", ontvanger);
        var second = await hub.SendAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", ontvanger);

        Assert.Equal((202, 202), (first.Status, second.Status));
        var messages = await hub.EmptyAsync(ontvanger);
        Assert.Equal([first.Field("poststukId"), second.Field("poststukId")], messages.Select(message => message.MessageId));
        Assert.All(messages, message => Assert.Equal(content, message.Body.ToArray()));
    }

    [Fact]
    public async Task Only_who_got_it_or_the_operator_has_it_delivered_again_and_only_what_was_delivered()
    {
        var id = await DeliverAsync(KindSamples.Good("JW301", Gemeente, Ontvanger));
        var rejected = (await hub.PostAsync("90000001", HubSamples.Stop(duplicate: true))).Field("berichtId");
        await hub.ProcessAllAsync();
        await hub.EmptyAsync("90000001");

        Assert.Equal((403, "alleen-ontvanger"), await AgainAsync(Gemeente, id));
        Assert.Equal((404, "niet-gevonden"), await AgainAsync("90000001", id));
        Assert.Equal((404, "niet-gevonden"), await AgainAsync(Ontvanger, "0503-00112233445566778899aabbccddeeff"));
        Assert.Equal((409, "niet-afgeleverd"), await AgainAsync(Gemeente, rejected));

        async Task<(int Status, string Problem)> AgainAsync(string who, string bericht)
        {
            var answer = await hub.SendAsync(HttpMethod.Post, $"/berichten/{bericht}/opnieuw", who);
            return (answer.Status, answer.Problem);
        }
    }

    private static List<JsonElement> Pieces(HttpAnswer answer) => [.. answer.Json.GetProperty("poststukken").EnumerateArray()];

    private static string Text(JsonElement piece, string field) => piece.GetProperty(field).GetString()!;

    private Task<HttpAnswer> ConfirmAsync(string who, string id) => hub.SendAsync(HttpMethod.Delete, "/postbus/" + id, who);

    private async Task<string> DeliverAsync(byte[] content)
    {
        var answer = await hub.PostAsync(Gemeente, Encoding.UTF8.GetString(content));
        Assert.Equal(202, answer.Status);
        var id = answer.Field("berichtId");
        Assert.True(await hub.ProcessAsync(new Verwerking.WorkItem(1, id).Write()));
        return id;
    }

    private async Task EmptyAsync()
    {
        while (Pieces(await hub.GetAsync(Ontvanger, "/postbus?aantal=200")) is { Count: > 0 } pieces)
        {
            foreach (var piece in pieces)
            {
                await ConfirmAsync(Ontvanger, Text(piece, "id"));
            }
        }
    }
}
