using System.Text;
using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Hub.Termijnen;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Bewaking;

/// <summary>One row that is not what it should be: what is beside it is given to callers, and looked after by the timer.</summary>
public sealed class BadRowTests(AzuriteFixture azurite) : HubFixture(azurite)
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
        List<Termijn> late = [Termijn(1), Termijn(2)];
        var termijnen = Services.GetRequiredService<ITermijnen>();
        foreach (var termijn in late)
        {
            await termijnen.ReportOverdueAsync(termijn, Stop);
        }
        await MergeAsync("telaat", new TableEntity(Aanbieder, $"2026-01-05.{late[0].Pair}.{late[0].Key}") { ["Soort"] = 999 });

        var postbus = await GetAsync(Aanbieder, "/postbus");
        var bewaking = await GetAsync(Aanbieder, "/bewaking");

        Assert.Equal((200, 200), (postbus.Status, bewaking.Status));
        Assert.Equal([ids[1]], Ids(postbus, "poststukken"));
        Assert.Equal([ids[0]], postbus.Json.GetProperty("onleesbaar").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(Aanbieder + "-2", postbus.Field("cursor"));
        Assert.Equal([late[1].Setting!.BerichtId], Ids(bewaking, "teLaat"));
        Assert.Equal([late[0].Setting!.BerichtId], bewaking.Json.GetProperty("onleesbaar").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains(Log.Rules, line => line.Contains($"Tabel postbus: rij {ids[0]} is niet te lezen", StringComparison.Ordinal));
        Assert.Equal(204, (await SendAsync(HttpMethod.Delete, "/postbus/" + ids[0], Aanbieder)).Status);
        Assert.False((await GetAsync(Aanbieder, "/postbus")).Json.TryGetProperty("onleesbaar", out _));
    }

    [Fact]
    public async Task The_timer_queues_again_and_finds_late_what_stands_beside_bad_rows_of_every_table()
    {
        // Three that were taken in and whose messages are gone, of which one row is bad, and a fourth whose outbox row is.
        List<string> ids = [];
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await PostAsync("90000001", HubSamples.Stop())).Field("berichtId"));
        }
        await EmptyAsync();
        await MergeAsync("berichten", new TableEntity(ids[0][..7], ids[0]) { ["Berichtsoort"] = "JW999" });
        var old = TimeProvider.System.GetUtcNow().AddHours(-2);
        foreach (var id in ids)
        {
            await MergeAsync("onderhanden", new TableEntity(id[..4], id) { ["Sinds"] = old });
        }
        await new TableClient(Storage, "onderhanden").AddEntityAsync(
            new TableEntity(Gemeente, $"0503-{new string('0', 32)}") { ["Sinds"] = old },
            Stop
        );
        var termijnen = Services.GetRequiredService<ITermijnen>();
        List<Termijn> clocks = [Termijn(1), Termijn(2)];
        await termijnen.WriteAsync(clocks, Stop);
        await termijnen.PutOnAgendaAsync(clocks, Stop);
        await MergeAsync("klokken", new TableEntity(clocks[0].Pair.ToString(), "s-" + clocks[0].Key) { ["Soort"] = 999 });
        await new TableClient(Storage, "agenda").AddEntityAsync(new TableEntity("0000", "x"), Stop);

        Assert.True(await WatchAsync());

        Assert.Equal(2, (await Emulator.CountAsync(WorkQueue.Name)).Live);
        Assert.Equal([clocks[1].Setting!.BerichtId], Ids(await GetAsync(Aanbieder, "/bewaking"), "teLaat"));
        foreach (
            var told in (string[])
                [
                    $"berichten: rij {ids[0]}",
                    $"onderhanden: rij 0503-{new string('0', 32)}",
                    $"klokken: rij {clocks[0].Setting!.BerichtId}",
                    "agenda: rij 0000/x",
                ]
        )
        {
            Assert.Contains(Log.Rules, line => line.Contains($"Tabel {told} is niet te lezen", StringComparison.Ordinal));
        }
        // What was not handled is still there for the next run.
        await WatchAsync();
        Assert.Equal(
            2,
            Log.Rules.Count(line => line.Contains($"Tabel klokken: rij {clocks[0].Setting!.BerichtId}", StringComparison.Ordinal))
        );
    }

    private static IEnumerable<string?> Ids(HttpAnswer answer, string list) =>
        answer.Json.GetProperty(list).EnumerateArray().Select(row => row.GetProperty("berichtId").GetString());

    private static Termijn Termijn(int number) =>
        new()
        {
            Pair = new Pair(Gemeente, Aanbieder),
            Key = TermijnKey.Start(number),
            Setting = new TermijnSetting
            {
                Kind = TermijnKind.Start,
                BerichtId = $"0503-{number:D32}",
                Berichtsoort = "JW301",
                Identificatie = "A",
                OnTurn = Aanbieder,
                Deadline = Due,
                SetBy = $"0503-{number:D32}",
            },
        };

    private async Task<string> DeliverAsync()
    {
        var id = (await PostAsync(Gemeente, Encoding.UTF8.GetString(KindSamples.Good("JW301", Gemeente, Aanbieder)))).Field("berichtId");
        Assert.True(await ProcessAsync(new WorkItem(1, id).Write()));
        return id;
    }

    /// <summary>Takes all work off the queue without doing it.</summary>
    private async Task EmptyAsync()
    {
        while ((await Emulator.CountAsync(WorkQueue.Name)).Live > 0)
        {
            await using var session = await Sdk.AcceptNextSessionAsync(WorkQueue.Name, cancellationToken: Stop);
            while (await session.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50), Stop) is { } work)
            {
                await session.CompleteMessageAsync(work, Stop);
            }
        }
    }

    private async Task MergeAsync(string table, TableEntity row) =>
        await new TableClient(Storage, table).UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, Stop);
}
