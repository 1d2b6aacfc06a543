using Azure.Data.Tables;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Hub.Verwerking;

namespace Hub.Functions.Tests.Api;

/// <summary>A deelnemer finds its own berichten, by all that they can be found by, and nothing of others.</summary>
public sealed class SearchTests(AzuriteFixture azurite) : HubFixture(azurite)
{
    private const string Gemeente = "0503";
    private const string Other = "0518";
    private const string Aanbieder = "90000004";
    private const string Third = "90000002";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_every_number_kind_counterparty_status_and_day_and_by_all_of_them_together()
    {
        var day = new DateOnly(2026, 3, 2);
        var chain = new ChainBerichten(Gemeente, Aanbieder);
        var (one, two) = (chain.Toewijzing(day, 7001, day, null), chain.Toewijzing(day, 7002, day, null));
        var start = chain.Start(day, 7001, day);
        var ids = new List<string>
        {
            await TakeInAsync(Gemeente, one),
            await TakeInAsync(Gemeente, two),
            await TakeInAsync(Aanbieder, start),
        };
        var declaratie = await TakeInAsync("90000001", HubSamples.Declaratie());
        var open = (await PostAsync(Aanbieder, HubSamples.Stop(afzender: Aanbieder))).Field("berichtId");

        // Also the answers that the hub made in the name of the receivers.
        Assert.Equal([open, .. (await AllAsync(Aanbieder, "")).Skip(1)], await AllAsync(Aanbieder, ""));
        Assert.Superset(ids.ToHashSet(), (await AllAsync(Aanbieder, "")).ToHashSet());
        Assert.DoesNotContain(declaratie, await AllAsync(Aanbieder, ""));

        Assert.Equal([ids[0]], await AllAsync(Gemeente, $"identificatie={Identificatie(one)}&soort=JW301"));
        Assert.Contains(ids[0], await AllAsync(Aanbieder, "identificatie=" + Identificatie(one)));
        Assert.Equal([ids[2], ids[0]], await AllAsync(Gemeente, "toewijzingnummer=7001"));
        Assert.Equal([ids[2], ids[0]], await AllAsync(Aanbieder, "toewijzingnummer=000007001"));
        Assert.Equal([ids[1]], await AllAsync(Aanbieder, "toewijzingnummer=7002"));
        Assert.Equal([ids[2]], await AllAsync(Gemeente, $"toewijzingnummer=7001&identificatie={Identificatie(start)}"));
        Assert.Empty(await AllAsync(Gemeente, $"toewijzingnummer=7002&identificatie={Identificatie(start)}&soort=JW305"));
        Assert.Contains(declaratie, await AllAsync(Gemeente, "declaratienummer=D2602"));
        Assert.Equal([declaratie], await AllAsync(Gemeente, "declaratienummer=D2602&soort=JW323"));
        Assert.Equal([declaratie], await AllAsync(Gemeente, "toewijzingnummer=503001&tegenpartij=90000001&soort=JW323"));
        Assert.Equal([ids[1], ids[0]], await AllAsync(Gemeente, "soort=JW301"));
        Assert.DoesNotContain(declaratie, await AllAsync(Gemeente, "tegenpartij=" + Aanbieder));
        Assert.Equal([ids[1], ids[0]], await AllAsync(Gemeente, $"soort=JW301&tegenpartij={Aanbieder}"));
        Assert.Empty(await AllAsync(Gemeente, "tegenpartij=" + Third));
        Assert.Equal([open], await AllAsync(Aanbieder, "status=in-verwerking"));
        Assert.DoesNotContain(open, await AllAsync(Aanbieder, "status=afgeleverd"));
        Assert.All(await AllAsync(Gemeente, "oordeel=afgekeurd"), id => Assert.NotEqual(ids[0], id));
        var today = Calendar.Day(TimeProvider.System.GetUtcNow());
        Assert.Contains(ids[0], await AllAsync(Gemeente, $"ontvangenVan={today.AddDays(-1):yyyy-MM-dd}&ontvangenTot={today:yyyy-MM-dd}"));
        Assert.Empty(await AllAsync(Gemeente, $"ontvangenTot={today.AddDays(-2):yyyy-MM-dd}"));
        Assert.Empty(await AllAsync(Gemeente, $"ontvangenVan={today.AddDays(1):yyyy-MM-dd}"));
    }

    [Fact]
    public async Task What_is_found_says_what_the_status_call_says_and_nothing_of_the_content()
    {
        var id = await TakeInAsync("90000001", HubSamples.Stop());

        var answer = await GetAsync("90000001", "/berichten?soort=JW307");

        var found = Assert.Single(answer.Json.GetProperty("berichten").EnumerateArray());
        var status = (await GetAsync("90000001", "/berichten/" + id)).Json;
        Assert.Equal(
            status.EnumerateObject().Where(field => field.Name != "termijnen").Select(field => $"{field.Name}={field.Value}"),
            found.EnumerateObject().Select(field => $"{field.Name}={field.Value}")
        );
        Assert.Equal("afgeleverd", found.GetProperty("status").GetString());
        Assert.False(answer.Json.TryGetProperty("vervolg", out _));
        Assert.All(
            (string[])[HubSamples.Bsn, HubSamples.Name],
            secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Pages_go_on_from_each_other_and_hold_everything_once_newest_first()
    {
        var ids = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add((await PostAsync("90000001", HubSamples.Stop())).Field("berichtId"));
        }
        ids.Reverse();

        Assert.Equal(ids, await AllAsync("90000001", "aantal=3"));
        Assert.Equal(ids, await AllAsync("90000001", "aantal=2&status=in-verwerking"));
        Assert.Equal(ids, await AllAsync("90000001", "aantal=7"));
        Assert.Empty(await AllAsync("90000001", "aantal=1&status=afgeleverd"));
        // Its receiver finds a bericht once it was processed.
        Assert.Empty(await AllAsync(Gemeente, ""));
        // Taking it in again, and processing it, changes nothing.
        await PostAsync("90000001", HubSamples.Stop("EENMAAL"));
        var again = await PostAsync("90000001", HubSamples.Stop("EENMAAL"));
        await ProcessAsync(new WorkItem(1, again.Field("berichtId")).Write());
        Assert.Equal([again.Field("berichtId"), .. ids], (await AllAsync("90000001", "soort=JW307")).Where(id => id != ""));
        foreach (var id in ids)
        {
            await ProcessAsync(new WorkItem(1, id).Write());
        }
        Assert.Equal([again.Field("berichtId"), .. ids], await AllAsync(Gemeente, "soort=JW307&aantal=1"));
    }

    [Fact]
    public async Task Of_another_nothing_is_found_by_any_filter_or_cursor()
    {
        var mine = (await PostAsync("90000001", HubSamples.Stop())).Field("berichtId");
        for (var i = 0; i < 2; i++)
        {
            await PostAsync(Aanbieder, HubSamples.Stop("GEHEIM", afzender: Aanbieder, products: i + 1));
        }
        var cursor = (await GetAsync(Aanbieder, "/berichten?aantal=1")).Field("vervolg");

        Assert.Equal([mine], await AllAsync("90000001", ""));
        Assert.Empty(await AllAsync("90000001", "identificatie=GEHEIM"));
        Assert.Empty(await AllAsync(Other, ""));
        Assert.Empty(await AllAsync(Other, "toewijzingnummer=1000"));
        Assert.Empty(await AllAsync("90000001", "tegenpartij=" + Aanbieder));
        Assert.Empty(await AllAsync("90000001", "tegenpartij=90000001"));
        var refused = await GetAsync("90000001", "/berichten?na=" + cursor);
        Assert.Equal((400, "ongeldig-vervolg"), (refused.Status, refused.Problem));
        // Made up by who knows how they look: it is a place among its own.
        var forged = await GetAsync("90000001", "/berichten?na=90000001" + cursor[Aanbieder.Length..]);
        Assert.Equal(200, forged.Status);
        Assert.All(
            forged.Json.GetProperty("berichten").EnumerateArray(),
            bericht => Assert.Equal(mine, bericht.GetProperty("berichtId").GetString())
        );
    }

    [Fact]
    public async Task No_number_of_a_sender_stands_in_the_index_in_clear()
    {
        const string identificatie = "ZOEKMIJNIET1";
        await TakeInAsync("90000001", HubSamples.Stop(identificatie));

        var rows = 0;
        await foreach (var row in new TableClient(Storage, "zoeken").QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            rows++;
            var text = string.Join(';', row.Select(field => $"{field.Key}={field.Value}"));
            Assert.DoesNotContain(identificatie, text, StringComparison.Ordinal);
            Assert.DoesNotContain("1000~", text, StringComparison.Ordinal);
        }

        // Of each of the two parties: all, soort, counterparty, identificatie and toewijzingnummer, of the bericht and as many as there are
        // of its answer.
        Assert.True(rows >= 10, $"{rows} rows");
        Assert.Single(await AllAsync("90000001", $"identificatie={identificatie}&soort=JW307"));
    }

    [Fact]
    public async Task A_row_that_can_not_be_read_is_named_and_the_rest_is_given()
    {
        var good = (await PostAsync("90000001", HubSamples.Stop())).Field("berichtId");
        var bad = (await PostAsync("90000001", HubSamples.Stop())).Field("berichtId");
        var berichten = new TableClient(Storage, "berichten");
        await berichten.UpdateEntityAsync(
            new TableEntity(bad[..7], bad) { ["Berichtsoort"] = "JW999" },
            global::Azure.ETag.All,
            TableUpdateMode.Merge,
            Stop
        );

        var answer = await GetAsync("90000001", "/berichten");

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            [good],
            answer.Json.GetProperty("berichten").EnumerateArray().Select(bericht => bericht.GetProperty("berichtId").GetString())
        );
        Assert.Equal([bad], answer.Json.GetProperty("onleesbaar").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains(Log.Rules, line => line.Contains($"Tabel berichten: rij {bad} is niet te lezen", StringComparison.Ordinal));
        Assert.Equal(500, (await GetAsync("90000001", "/berichten/" + bad)).Status);
    }

    private static string Identificatie(string xml) => xml.Split("<i:Identificatie>")[1].Split('<')[0];

    private async Task<string> TakeInAsync(string sender, string xml)
    {
        var answer = await PostAsync(sender, xml);
        Assert.Equal(202, answer.Status);
        var id = answer.Field("berichtId");
        Assert.True(await ProcessAsync(new WorkItem(1, id).Write()));
        return id;
    }

    /// <summary>The ids of all pages.</summary>
    private async Task<List<string>> AllAsync(string caller, string query)
    {
        var ids = new List<string>();
        for (string? next = null; ; )
        {
            var answer = await GetAsync(
                caller,
                $"/berichten?{query}{(next is null ? "" : (query.Length > 0 ? "&" : "") + "na=" + Uri.EscapeDataString(next))}".TrimEnd('?')
            );
            Assert.Equal(200, answer.Status);
            ids.AddRange(
                answer.Json.GetProperty("berichten").EnumerateArray().Select(bericht => bericht.GetProperty("berichtId").GetString()!)
            );
            next = answer.Json.TryGetProperty("vervolg", out var more) ? more.GetString() : null;
            if (next is null)
            {
                return ids;
            }
        }
    }
}

/// <summary>Questions that are none.</summary>
public sealed class SearchQuestionTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Theory]
    [InlineData("bsn=999900006", "onbekende-parameter")]
    [InlineData("Soort=JW301", "onbekende-parameter")]
    [InlineData("soort=JW999", "ongeldig-filter")]
    [InlineData("soort=", "ongeldig-filter")]
    [InlineData("soort=JW301&soort=JW305", "ongeldig-filter")]
    [InlineData("toewijzingnummer=x", "ongeldig-filter")]
    [InlineData("toewijzingnummer=1234567890", "ongeldig-filter")]
    [InlineData("tegenpartij=503", "ongeldig-filter")]
    [InlineData("status=weg", "ongeldig-filter")]
    [InlineData("oordeel=geen-bericht", "ongeldig-filter")]
    [InlineData("ontvangenVan=2-3-2026", "ongeldig-filter")]
    [InlineData("ontvangenVan=0001-01-01", "ongeldig-filter")]
    [InlineData("ontvangenTot=9999-12-31", "ongeldig-filter")]
    [InlineData("aantal=0", "ongeldig-aantal")]
    [InlineData("aantal=201", "ongeldig-aantal")]
    [InlineData("na=x", "ongeldig-vervolg")]
    [InlineData("na=0503-9999999999999999999~0503-00112233445566778899aabbccddeeff", "ongeldig-vervolg")]
    public async Task What_is_not_understood_is_refused_and_not_repeated(string query, string problem)
    {
        var answer = await hub.GetAsync(HubSamples.Gemeente, "/berichten?" + query);

        Assert.Equal((400, problem), (answer.Status, answer.Problem));
        Assert.DoesNotContain("999900006", answer.Text, StringComparison.Ordinal);
    }
}
