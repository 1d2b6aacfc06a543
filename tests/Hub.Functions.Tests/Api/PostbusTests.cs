using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Functions.Tests.Api;

/// <summary>A deelnemer without AMQP: 90000004 has channel http.</summary>
public sealed class PostbusTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private const string Gemeente = "0503";
    private const string Ontvanger = "90000004";

    [Fact]
    public async Task A_bericht_for_a_deelnemer_over_http_is_listed_fetched_and_confirmed()
    {
        await LegeAsync();
        var inhoud = Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger);
        var id = await LeverAsync(inhoud);

        var lijst = await hub.GetAsync(Ontvanger, "/postbus");

        Assert.Equal(200, lijst.Status);
        Assert.Equal("http", lijst.Veld("kanaal"));
        Assert.False(lijst.Json.GetProperty("meer").GetBoolean());
        var stuk = Assert.Single(Stukken(lijst));
        Assert.Equal(
            [
                "id", "soort", "berichtId", "berichtsoort", "afzender", "ontvanger", "identificatie", "oordeel",
                "aantalBevindingen", "lengte", "neergelegd", "herhaling", "inhoud", "antwoord",
            ],
            stuk.EnumerateObject().Select(veld => veld.Name));
        Assert.Equal((id, id, "JW301"), (Tekst(stuk, "id"), Tekst(stuk, "berichtId"), Tekst(stuk, "berichtsoort")));
        Assert.False(stuk.GetProperty("herhaling").GetBoolean());
        Assert.Equal(inhoud, (await hub.GetAsync(Ontvanger, Tekst(stuk, "inhoud"))).Inhoud);
        Assert.Equal((0, 0), await hub.Emulator.CountAsync("postbus-" + Ontvanger));

        Assert.Equal(204, (await BevestigAsync(Ontvanger, id)).Status);
        Assert.Equal(204, (await BevestigAsync(Ontvanger, id)).Status);
        Assert.Empty(Stukken(await hub.GetAsync(Ontvanger, "/postbus")));
        Assert.Empty(Stukken(await hub.GetAsync(Ontvanger, "/postbus?na=" + lijst.Veld("cursor"))));
    }

    [Fact]
    public async Task A_retour_of_the_hub_comes_in_a_postbus_over_http_too()
    {
        await LegeAsync();
        var id = (await hub.PostAsync(Ontvanger, Voorbeelden.Stop(afzender: Ontvanger, dubbel: true))).Veld("berichtId");
        await hub.VerwerkAllesAsync();

        var stuk = Assert.Single(Stukken(await hub.GetAsync(Ontvanger, "/postbus")));

        Assert.Equal("JW308", Tekst(stuk, "berichtsoort"));
        Assert.Equal(id, (await hub.GetAsync(Ontvanger, "/berichten/" + Tekst(stuk, "berichtId"))).Veld("heenbericht"));
    }

    [Fact]
    public async Task What_is_for_one_deelnemer_does_not_exist_for_another()
    {
        var id = await LeverAsync(Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger));

        foreach (var ander in (string[])[Gemeente, "90000001", "0518"])
        {
            Assert.Empty(Stukken(await hub.GetAsync(ander, "/postbus")));
            var antwoord = await BevestigAsync(ander, id);
            Assert.Equal((404, "niet-gevonden"), (antwoord.Status, antwoord.Probleem));
        }

        Assert.Contains(Stukken(await hub.GetAsync(Ontvanger, "/postbus")), stuk => Tekst(stuk, "id") == id);
        Assert.Equal(404, (await hub.GetAsync("90000001", $"/berichten/{id}/inhoud")).Status);
        foreach (var onzin in (string[])["x", "0503-00112233445566778899aabbccddeeff", Uri.EscapeDataString($"{id}' or '1' eq '1"), id + "%2F..", id + "+x"])
            Assert.Equal(404, (await BevestigAsync(Ontvanger, onzin)).Status);
    }

    [Fact]
    public async Task Who_stops_between_list_and_confirm_finds_all_of_it_again()
    {
        await LegeAsync();
        List<string> ids = [];
        for (var i = 0; i < 3; i++) ids.Add(await LeverAsync(Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger)));

        var gezien = Stukken(await hub.GetAsync(Ontvanger, "/postbus")).Select(stuk => Tekst(stuk, "id"));
        Assert.Equal(ids, gezien);
        Assert.Equal(204, (await BevestigAsync(Ontvanger, ids[0])).Status);

        // A new client knows no cursor.
        Assert.Equal(ids[1..], Stukken(await hub.GetAsync(Ontvanger, "/postbus")).Select(stuk => Tekst(stuk, "id")));
    }

    [Fact]
    public async Task Two_clients_side_by_side_miss_nothing_while_berichten_keep_coming()
    {
        await LegeAsync();
        const int aantal = 20;
        var verstuurd = new ConcurrentDictionary<string, byte[]>();
        var klaar = false;
        var levering = LeverAllesAsync();

        var gelezen = await Task.WhenAll(LeesAsync(), LeesAsync());

        await levering;
        Assert.Equal(verstuurd.Keys.Order(), gelezen.SelectMany(ids => ids.Keys).Distinct().Order());
        Assert.All(gelezen.SelectMany(ids => ids), stuk => Assert.Equal(verstuurd[stuk.Key], stuk.Value));
        Assert.Empty(Stukken(await hub.GetAsync(Ontvanger, "/postbus")));
        await hub.VerwerkAllesAsync();
        Assert.Empty(Stukken(await hub.GetAsync(Ontvanger, "/postbus")));

        async Task LeverAllesAsync()
        {
            for (var i = 0; i < aantal; i++)
            {
                var inhoud = Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger);
                verstuurd[await LeverAsync(inhoud)] = inhoud;
            }

            Volatile.Write(ref klaar, true);
        }

        async Task<Dictionary<string, byte[]>> LeesAsync()
        {
            var mijn = new Dictionary<string, byte[]>();
            while (true)
            {
                var laatste = Volatile.Read(ref klaar);
                var stukken = Stukken(await hub.GetAsync(Ontvanger, "/postbus?aantal=3"));
                foreach (var stuk in stukken)
                {
                    mijn[Tekst(stuk, "id")] = (await hub.GetAsync(Ontvanger, Tekst(stuk, "inhoud"))).Inhoud;
                    Assert.Equal(204, (await BevestigAsync(Ontvanger, Tekst(stuk, "id"))).Status);
                }

                if (laatste && stukken.Count == 0) return mijn;
            }
        }
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        await LegeAsync();
        List<string> ids = [];
        for (var i = 0; i < 5; i++) ids.Add(await LeverAsync(Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger)));

        var gelezen = new List<string>();
        var pad = "/postbus?aantal=2";
        while (true)
        {
            var pagina = await hub.GetAsync(Ontvanger, pad);
            gelezen.AddRange(Stukken(pagina).Select(stuk => Tekst(stuk, "id")));
            if (!pagina.Json.GetProperty("meer").GetBoolean()) break;
            pad = "/postbus?aantal=2&na=" + pagina.Veld("cursor");
        }

        Assert.Equal(ids, gelezen);
    }

    [Theory]
    [InlineData("na=onzin", "ongeldige-cursor")]
    [InlineData("na=0503-1", "ongeldige-cursor")]
    [InlineData("na=90000004--1", "ongeldige-cursor")]
    [InlineData("na=90000004-99999999999999999999", "ongeldige-cursor")]
    [InlineData("aantal=0", "ongeldig-aantal")]
    [InlineData("aantal=201", "ongeldig-aantal")]
    [InlineData("aantal=veel", "ongeldig-aantal")]
    public async Task A_cursor_or_number_that_is_none_is_refused(string vraag, string probleem)
    {
        var antwoord = await hub.GetAsync(Ontvanger, "/postbus?" + vraag);

        Assert.Equal((400, probleem), (antwoord.Status, antwoord.Probleem));
    }

    [Fact]
    public async Task A_deelnemer_with_a_queue_is_told_so()
    {
        var antwoord = await hub.GetAsync(Gemeente, "/postbus");

        Assert.Equal("""{"kanaal":"servicebus","poststukken":[],"cursor":"0503-0","meer":false}""", antwoord.Tekst);
    }

    [Fact]
    public async Task The_receiver_has_it_delivered_again_and_sees_that_it_is_a_repetition()
    {
        await LegeAsync();
        var id = await LeverAsync(Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger));
        await BevestigAsync(Ontvanger, id);

        var antwoord = await hub.StuurAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);

        Assert.Equal(202, antwoord.Status);
        var stuk = Assert.Single(Stukken(await hub.GetAsync(Ontvanger, "/postbus")));
        Assert.True(stuk.GetProperty("herhaling").GetBoolean());
        Assert.Equal((antwoord.Veld("poststukId"), id), (Tekst(stuk, "id"), Tekst(stuk, "berichtId")));
        Assert.StartsWith(id + "+herhaling+", Tekst(stuk, "id"), StringComparison.Ordinal);
        Assert.Equal(204, (await BevestigAsync(Ontvanger, Tekst(stuk, "id"))).Status);
        Assert.Empty(Stukken(await hub.GetAsync(Ontvanger, "/postbus")));
    }

    [Fact]
    public async Task On_a_queue_a_repetition_has_the_same_bytes_and_says_that_it_is_one()
    {
        var inhoud = Soortvoorbeelden.Goed("JW301", Gemeente, "90000001");
        var id = await LeverAsync(inhoud);
        await hub.LeegAsync("90000001");

        var token = hub.Uitgever.Token(Guid.NewGuid().ToString(), rol: "Hub.Beheren");
        Assert.Equal(202, (await hub.StuurAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", null, token: token)).Status);

        var brief = Assert.Single(await hub.LeegAsync("90000001"));
        Assert.Equal(inhoud, brief.Body.ToArray());
        Assert.Equal((id, true, "bericht"), (brief.Properties["berichtId"], brief.Properties["herhaling"], brief.Properties["inhoud"]));
        Assert.StartsWith(id + "+herhaling+", brief.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_twice_at_once_it_is_delivered_twice_over_http()
    {
        await LegeAsync();
        var id = await LeverAsync(Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger));
        await BevestigAsync(Ontvanger, id);

        var first = await hub.StuurAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);
        var second = await hub.StuurAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);

        Assert.Equal((202, 202), (first.Status, second.Status));
        var stukken = Stukken(await hub.GetAsync(Ontvanger, "/postbus"));
        Assert.Equal([first.Veld("poststukId"), second.Veld("poststukId")], stukken.Select(stuk => Tekst(stuk, "id")));
        Assert.All(stukken, stuk => Assert.Equal((true, id), (stuk.GetProperty("herhaling").GetBoolean(), Tekst(stuk, "berichtId"))));
        // Confirmed and asked for again, still within the minute: it comes again.
        await LegeAsync();
        var third = await hub.StuurAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", Ontvanger);
        Assert.Equal(third.Veld("poststukId"), Tekst(Assert.Single(Stukken(await hub.GetAsync(Ontvanger, "/postbus"))), "id"));
        Assert.Equal(204, (await BevestigAsync(Ontvanger, third.Veld("poststukId"))).Status);
    }

    [Fact]
    public async Task Asked_for_twice_at_once_it_is_delivered_twice_on_a_queue()
    {
        const string ontvanger = "90000001";
        var inhoud = Soortvoorbeelden.Goed("JW301", Gemeente, ontvanger);
        var id = await LeverAsync(inhoud);
        await hub.LeegAsync(ontvanger);

        var first = await hub.StuurAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", ontvanger);
        var second = await hub.StuurAsync(HttpMethod.Post, $"/berichten/{id}/opnieuw", ontvanger);

        Assert.Equal((202, 202), (first.Status, second.Status));
        var brieven = await hub.LeegAsync(ontvanger);
        Assert.Equal([first.Veld("poststukId"), second.Veld("poststukId")], brieven.Select(brief => brief.MessageId));
        Assert.All(brieven, brief => Assert.Equal(inhoud, brief.Body.ToArray()));
    }

    [Fact]
    public async Task Only_who_got_it_or_the_beheerder_has_it_delivered_again_and_only_what_was_delivered()
    {
        var id = await LeverAsync(Soortvoorbeelden.Goed("JW301", Gemeente, Ontvanger));
        var afgekeurd = (await hub.PostAsync("90000001", Voorbeelden.Stop(dubbel: true))).Veld("berichtId");
        await hub.VerwerkAllesAsync();
        await hub.LeegAsync("90000001");

        Assert.Equal((403, "alleen-ontvanger"), await OpnieuwAsync(Gemeente, id));
        Assert.Equal((404, "niet-gevonden"), await OpnieuwAsync("90000001", id));
        Assert.Equal((404, "niet-gevonden"), await OpnieuwAsync(Ontvanger, "0503-00112233445566778899aabbccddeeff"));
        Assert.Equal((409, "niet-afgeleverd"), await OpnieuwAsync(Gemeente, afgekeurd));

        async Task<(int Status, string Probleem)> OpnieuwAsync(string als, string bericht)
        {
            var antwoord = await hub.StuurAsync(HttpMethod.Post, $"/berichten/{bericht}/opnieuw", als);
            return (antwoord.Status, antwoord.Probleem);
        }
    }

    private static List<JsonElement> Stukken(Antwoord antwoord) => [.. antwoord.Json.GetProperty("poststukken").EnumerateArray()];

    private static string Tekst(JsonElement stuk, string veld) => stuk.GetProperty(veld).GetString()!;

    private Task<Antwoord> BevestigAsync(string als, string id) => hub.StuurAsync(HttpMethod.Delete, "/postbus/" + id, als);

    private async Task<string> LeverAsync(byte[] inhoud)
    {
        var antwoord = await hub.PostAsync(Gemeente, Encoding.UTF8.GetString(inhoud));
        Assert.Equal(202, antwoord.Status);
        var id = antwoord.Veld("berichtId");
        Assert.True(await hub.VerwerkAsync(new Verwerking.Werkopdracht(1, id).Schrijf()));
        return id;
    }

    private async Task LegeAsync()
    {
        while (Stukken(await hub.GetAsync(Ontvanger, "/postbus?aantal=200")) is { Count: > 0 } stukken)
        {
            foreach (var stuk in stukken) await BevestigAsync(Ontvanger, Tekst(stuk, "id"));
        }
    }
}
