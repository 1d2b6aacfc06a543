using System.Text;
using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;
using Hub.Termijnen;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Bewaking;

/// <summary>One row that is not what it should be: what is beside it is given to callers, and looked after by the timer.</summary>
public sealed class BadRowTests(Azurite azurite) : HubOmgeving(azurite)
{
    private const string Gemeente = "0503";
    private const string Aanbieder = "90000004";

    private static readonly DateOnly Due = new(2026, 1, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_postbus_and_what_is_late_are_given_but_for_the_row_which_is_named()
    {
        List<string> ids = [await DeliverAsync(), await DeliverAsync()];
        await MergeAsync("postbus", new TableEntity(Aanbieder, $"v{1:D19}") { ["Lengte"] = "veel" });
        List<Klok> late = [Klok(1), Klok(2)];
        var klokken = Diensten.GetRequiredService<IKlokken>();
        foreach (var klok in late) await klokken.MeldTeLaatAsync(klok, Stop);
        await MergeAsync("telaat", new TableEntity(Aanbieder, $"2026-01-05.{late[0].Paar}.{late[0].Sleutel}") { ["Soort"] = 999 });

        var postbus = await GetAsync(Aanbieder, "/postbus");
        var bewaking = await GetAsync(Aanbieder, "/bewaking");

        Assert.Equal((200, 200), (postbus.Status, bewaking.Status));
        Assert.Equal([ids[1]], Ids(postbus, "poststukken"));
        Assert.Equal([ids[0]], postbus.Json.GetProperty("onleesbaar").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(Aanbieder + "-2", postbus.Veld("cursor"));
        Assert.Equal([late[1].Zetting!.BerichtId], Ids(bewaking, "teLaat"));
        Assert.Equal([late[0].Zetting!.BerichtId], bewaking.Json.GetProperty("onleesbaar").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains(Log.Regels, line => line.Contains($"Tabel postbus: rij {ids[0]} is niet te lezen", StringComparison.Ordinal));
        Assert.Equal(204, (await StuurAsync(HttpMethod.Delete, "/postbus/" + ids[0], Aanbieder)).Status);
        Assert.False((await GetAsync(Aanbieder, "/postbus")).Json.TryGetProperty("onleesbaar", out _));
    }

    [Fact]
    public async Task The_timer_queues_again_and_finds_late_what_stands_beside_bad_rows_of_every_table()
    {
        // Three that were taken in and whose messages are gone, of which one row is bad, and a fourth whose outbox row is.
        List<string> ids = [];
        for (var i = 0; i < 3; i++) ids.Add((await PostAsync("90000001", Voorbeelden.Stop())).Veld("berichtId"));
        await EmptyAsync();
        await MergeAsync("berichten", new TableEntity(ids[0][..7], ids[0]) { ["Berichtsoort"] = "JW999" });
        var old = TimeProvider.System.GetUtcNow().AddHours(-2);
        foreach (var id in ids) await MergeAsync("onderhanden", new TableEntity(id[..4], id) { ["Sinds"] = old });
        await new TableClient(Opslag, "onderhanden").AddEntityAsync(new TableEntity(Gemeente, $"0503-{new string('0', 32)}") { ["Sinds"] = old }, Stop);
        var klokken = Diensten.GetRequiredService<IKlokken>();
        List<Klok> clocks = [Klok(1), Klok(2)];
        await klokken.SchrijfAsync(clocks, Stop);
        await klokken.ZetOpAgendaAsync(clocks, Stop);
        await MergeAsync("klokken", new TableEntity(clocks[0].Paar.ToString(), "s-" + clocks[0].Sleutel) { ["Soort"] = 999 });
        await new TableClient(Opslag, "agenda").AddEntityAsync(new TableEntity("0000", "x"), Stop);

        Assert.True(await BewaakAsync());

        Assert.Equal(2, (await Emulator.CountAsync(WerkQueue.Naam)).Live);
        Assert.Equal([clocks[1].Zetting!.BerichtId], Ids(await GetAsync(Aanbieder, "/bewaking"), "teLaat"));
        foreach (var told in (string[])[$"berichten: rij {ids[0]}", $"onderhanden: rij 0503-{new string('0', 32)}", $"klokken: rij {clocks[0].Zetting!.BerichtId}", "agenda: rij 0000/x"])
            Assert.Contains(Log.Regels, line => line.Contains($"Tabel {told} is niet te lezen", StringComparison.Ordinal));
        // What was not handled is still there for the next run.
        await BewaakAsync();
        Assert.Equal(2, Log.Regels.Count(line => line.Contains($"Tabel klokken: rij {clocks[0].Zetting!.BerichtId}", StringComparison.Ordinal)));
    }

    private static IEnumerable<string?> Ids(Antwoord answer, string list) =>
        answer.Json.GetProperty(list).EnumerateArray().Select(row => row.GetProperty("berichtId").GetString());

    private static Klok Klok(int number) => new()
    {
        Paar = new Paar(Gemeente, Aanbieder),
        Sleutel = Kloksleutel.Start(number),
        Zetting = new Klokzetting
        {
            Soort = Kloksoort.Start,
            BerichtId = $"0503-{number:D32}",
            Berichtsoort = "JW301",
            Identificatie = "A",
            AanZet = Aanbieder,
            Uiterlijk = Due,
            GezetDoor = $"0503-{number:D32}",
        },
    };

    private async Task<string> DeliverAsync()
    {
        var id = (await PostAsync(Gemeente, Encoding.UTF8.GetString(Soortvoorbeelden.Goed("JW301", Gemeente, Aanbieder)))).Veld("berichtId");
        Assert.True(await VerwerkAsync(new Werkopdracht(1, id).Schrijf()));
        return id;
    }

    /// <summary>Takes all work off the queue without doing it.</summary>
    private async Task EmptyAsync()
    {
        while ((await Emulator.CountAsync(WerkQueue.Naam)).Live > 0)
        {
            await using var session = await Sdk.AcceptNextSessionAsync(WerkQueue.Naam, cancellationToken: Stop);
            while (await session.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50), Stop) is { } work)
                await session.CompleteMessageAsync(work, Stop);
        }
    }

    private async Task MergeAsync(string table, TableEntity row) =>
        await new TableClient(Opslag, table).UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, Stop);
}
