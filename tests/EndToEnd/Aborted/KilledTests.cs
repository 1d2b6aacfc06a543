using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Messaging.ServiceBus;
using EndToEnd.FaultProxy;
using Hub.Berichten;
using Hub.Local.Samples;
using Hub.Local.Starting;
using Ijw;
using Microsoft.AspNetCore.Http;
using RegionYear;

namespace EndToEnd.Aborted;

/// <summary>
/// The app is killed with SIGKILL at a precise point, and started again by the host. The sender does what the standard asks of him: what
/// he got no 202 on, he sends again, before the next.
/// </summary>
public sealed class KilledTests(AbortedHub hub) : IClassFixture<AbortedHub>
{
    private const string Vliet = "90000001";

    // The ids of the answers on all berichten of these tests.
    private static readonly ConcurrentDictionary<string, bool> Answers = new();

    private static int _counter;

    /// <summary>Name of the point, what is interrupted and when.</summary>
    public static TheoryData<string> Points => [.. Traps.Keys];

    private static Dictionary<string, (bool Blob, Func<HttpRequest, bool> Hits, Moment Moment)> Traps { get; } =
        new()
        {
            // Not the container, which after a restart the storage says is there already.
            ["while the archive is written"] = (
                true,
                verzoek => verzoek.Method == "PUT" && !verzoek.Query.ContainsKey("restype"),
                Moment.Afterwards
            ),
            ["between the outbox and the archive"] = (false, verzoek => IsWijziging(verzoek, "onderhanden"), Moment.Afterwards),
            ["between archive and record"] = (false, verzoek => IsRow(verzoek, "POST", "berichten"), Moment.Beforehand),
            ["between record and queue"] = (false, verzoek => IsRow(verzoek, "POST", "berichten"), Moment.Afterwards),
            ["during verwerking, as the archive is read"] = (
                true,
                verzoek => verzoek.Method == "GET" && !verzoek.Query.ContainsKey("comp"),
                Moment.Beforehand
            ),
            ["between the register and the answer"] = (true, verzoek => verzoek.Method == "PUT" && IsAnswer(verzoek), Moment.Beforehand),
            ["between the answer in the archive and its record"] = (
                true,
                verzoek => verzoek.Method == "PUT" && IsAnswer(verzoek),
                Moment.Afterwards
            ),
            ["between the record of the answer and its delivery"] = (false, IsRecordOfAnswer, Moment.Afterwards),
            ["between delivery and its record"] = (false, verzoek => IsBatchOn(verzoek, "berichten"), Moment.Beforehand),
            ["between the record of delivery and the end"] = (false, verzoek => IsBatchOn(verzoek, "berichten"), Moment.Afterwards),
            ["just before complete"] = (false, verzoek => IsRow(verzoek, "DELETE", "onderhanden"), Moment.Afterwards),
        };

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Killed_at_this_point_every_bericht_arrives_once_and_in_order(string point)
    {
        var (blob, hits, moment) = Traps[point];
        var berichten = Berichten();
        var killed = (blob ? hub.Blobs : hub.Tables).SetTrap(hits, moment, hub.KillApp);

        var ids = new List<string>();
        foreach (var bericht in berichten)
        {
            ids.Add(await SendUntilAcceptedAsync(bericht));
        }

        await killed.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await WaitForProcessedAsync(ids);
        Assert.True(await hub.Environment.Host.InvokeTimerAsync("Bewaking", TestContext.Current.CancellationToken));
        await AssertInPostbusAsync(ids, berichten, "JW306", "JW308");
    }

    /// <summary>The points of taking in a bericht that is too large to be held.</summary>
    public static TheoryData<string> LargePoints => [.. LargeTraps.Keys];

    private static Dictionary<string, (Func<HttpRequest, bool> Hits, Moment Moment)> LargeTraps { get; } =
        new()
        {
            ["between two blocks"] = (verzoek => verzoek.Query["comp"] == "block", Moment.Afterwards),
            ["between the commit among the refused and the copy"] = (verzoek => verzoek.Query["comp"] == "blocklist", Moment.Afterwards),
            ["between the copy and the removal of what it was copied from"] = (verzoek => verzoek.Method == "DELETE", Moment.Beforehand),
        };

    [Theory]
    [MemberData(nameof(LargePoints))]
    public async Task Killed_at_this_point_a_large_bericht_arrives_once(string point)
    {
        var (hits, moment) = LargeTraps[point];
        var start = Encoding.UTF8.GetString(Berichten()[0]);
        var bericht = Encoding.UTF8.GetBytes(
            start.Replace("</jw305:Header>", $"</jw305:Header><!--{new string('x', 3 * 1024 * 1024)}-->", StringComparison.Ordinal)
        );
        Assert.True(bericht.Length > 3 * 1024 * 1024);
        var killed = hub.Blobs.SetTrap(hits, moment, hub.KillApp);

        var id = await SendUntilAcceptedAsync(bericht);

        await killed.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await WaitForProcessedAsync([id]);
        Assert.True(await hub.Environment.Host.InvokeTimerAsync("Bewaking", TestContext.Current.CancellationToken));
        await AssertInPostbusAsync([id], [bericht], "JW306");
    }

    [Fact]
    public async Task Killed_before_the_queue_the_work_is_found_again_without_the_sender()
    {
        var bericht = Berichten()[0];
        var starts = hub.Environment.Host.WorkerStarts;
        var killed = hub.Tables.SetTrap(verzoek => IsRow(verzoek, "POST", "berichten"), Moment.Afterwards, hub.KillApp);

        var answer = await SendAsync(bericht);
        Assert.NotEqual(202, answer?.Status);
        await killed.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await hub.Environment.Host.WaitForWorkerStartAsync(starts + 1, TestContext.Current.CancellationToken);
        var find = await WatchUntilInPostbusAsync("0503");

        Assert.Equal(bericht, find.Body.ToArray());
        Assert.Equal(find.MessageId, await SendUntilAcceptedAsync(bericht));
        await WaitForProcessedAsync([find.MessageId]);
        await AssertInPostbusAsync([], [], "JW306");
    }

    [Theory]
    [InlineData("between delivery over http and its record", Moment.Afterwards, false)]
    [InlineData("before a confirmation is stored", Moment.Beforehand, true)]
    [InlineData("between a confirmation and its answer", Moment.Afterwards, true)]
    public async Task Killed_at_this_point_a_postbus_over_http_loses_nothing_and_has_nothing_twice(
        string point,
        Moment moment,
        bool confirm
    )
    {
        using var client = hub.Environment.Client(hub.Environment.Deelnemers.WithCode("90000004")!);
        var bericht = Encoding.UTF8.GetBytes(
            Encoding
                .UTF8.GetString(File.ReadAllBytes(Path.Combine(SampleList.Folder, "19-toewijzing-over-http.xml")))
                .Replace("DLFT25HTTP01", $"DOOD{Interlocked.Increment(ref _counter):D4}HTTP", StringComparison.Ordinal)
        );
        var killed = Task.CompletedTask;
        if (!confirm)
        {
            killed = hub.Tables.SetTrap(verzoek => IsBatchOn(verzoek, "postbus"), moment, hub.KillApp);
        }
        var id = await SendUntilAcceptedAsync(bericht, "0503");
        await WaitForProcessedAsync([id], "0503");
        if (confirm)
        {
            killed = hub.Tables.SetTrap(verzoek => IsBatchOn(verzoek, "postbus"), moment, hub.KillApp);
        }

        // A client who got no answer on a confirmation begins again with the list.
        for (var turn = 0; ; turn++)
        {
            Assert.True(turn < 20, point);
            var pieces = await TryAsync(() => client.PostbusAsync(TestContext.Current.CancellationToken));
            if (pieces is { Count: 0 })
            {
                break;
            }
            if (pieces is null)
            {
                continue;
            }
            Assert.Equal(id, Assert.Single(pieces)["id"]!.GetValue<string>());
            Assert.Equal(bericht, await client.ContentAsync(id, TestContext.Current.CancellationToken));
            await TryAsync(async () =>
            {
                await client.ConfirmAsync(id, TestContext.Current.CancellationToken);
                return id;
            });
        }

        await killed.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        Assert.Empty(await client.PostbusAsync(TestContext.Current.CancellationToken));
        var retour = Assert.Single(await Postbussen.EmptyAsync(hub.Environment, TestContext.Current.CancellationToken));
        Assert.Equal(("0503", "JW302"), (retour.Deelnemer.Code, retour.Kind));
    }

    // The first batch of a delivery, and the only one of a confirmation, is that of the postbus.
    /// <summary>A row that is put in a batch is posted to its table, one that changes is named with its keys.</summary>
    private static bool IsBatchOn(HttpRequest verzoek, string table) =>
        verzoek.Path.Value!.Contains("$batch", StringComparison.Ordinal)
        && RelayProxy.BodyOf(verzoek) is var body
        && (
            body.Contains($"/{table}(", StringComparison.Ordinal)
            || body.Contains($"/{table}?", StringComparison.Ordinal)
            || body.Contains($"/{table} ", StringComparison.Ordinal)
        );

    private static bool IsRecordOfAnswer(HttpRequest verzoek) =>
        IsRow(verzoek, "POST", "berichten") && RelayProxy.BodyOf(verzoek).Contains("\"Heenbericht\":\"", StringComparison.Ordinal);

    /// <summary>Null when the app was killed meanwhile; then it is up again.</summary>
    private async Task<T?> TryAsync<T>(Func<Task<T>> question)
        where T : class
    {
        var starts = hub.Environment.Host.WorkerStarts;
        try
        {
            return await question();
        }
        catch (HttpRequestException)
        {
            if (hub.Environment.Host.WorkerProcessId is null)
            {
                await hub.Environment.Host.WaitForWorkerStartAsync(starts + 1, TestContext.Current.CancellationToken);
            }
            return null;
        }
    }

    private static bool IsRow(HttpRequest verzoek, string method, string table) =>
        verzoek.Method == method && verzoek.Path.Value!.Contains($"/{table}", StringComparison.Ordinal);

    private static bool IsAnswer(HttpRequest verzoek) => Answers.ContainsKey(Path.GetFileNameWithoutExtension(verzoek.Path.Value!));

    private static bool IsWijziging(HttpRequest verzoek, string table) =>
        verzoek.Method is "PUT" or "MERGE" or "PATCH" && verzoek.Path.Value!.Contains($"/{table}", StringComparison.Ordinal);

    /// <summary>Three berichten from De Vliet to Delft that no other test sends.</summary>
    private static List<byte[]> Berichten()
    {
        var round = Interlocked.Increment(ref _counter);
        List<byte[]> berichten =
        [
            .. ((string[])["02-start.xml", "03-stop.xml", "04-declaratie.xml"]).Select(
                (file, number) =>
                {
                    var xml = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(SampleList.Folder, file)));
                    return Encoding.UTF8.GetBytes(
                        xml.Replace("VLT2500000" + (number + 1), $"DOOD{round:D4}{number:D4}", StringComparison.Ordinal)
                    );
                }
            ),
        ];
        foreach (var bericht in berichten)
        {
            Answers[BerichtId.OfAnswerTo(BerichtId.Of(BerichtCheck.Check(bericht).Header!, SHA256.HashData(bericht)))] = true;
        }
        return berichten;
    }

    private async Task<HubAnswer?> SendAsync(byte[] bericht, string afzender = Vliet)
    {
        using var client = hub.Environment.Client(hub.Environment.Deelnemers.WithCode(afzender)!);
        try
        {
            return await client.SendAsync(bericht, gzip: false, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<string> SendUntilAcceptedAsync(byte[] bericht, string afzender = Vliet)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience.Longest);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            var starts = hub.Environment.Host.WorkerStarts;
            if (await SendAsync(bericht, afzender) is { } answer)
            {
                if (answer.BerichtId is { } id)
                {
                    return id;
                }
                Assert.True(answer.Status >= 500, $"{answer.Status}: {answer.Text}");
            }

            if (hub.Environment.Host.WorkerProcessId is null)
            {
                await hub.Environment.Host.WaitForWorkerStartAsync(starts + 1, limit.Token);
            }
        }
    }

    /// <summary>Lets Bewaking look until something lies in the postbus, and takes it out.</summary>
    private async Task<ServiceBusReceivedMessage> WatchUntilInPostbusAsync(string deelnemer)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience.Longest);
        var postbus = hub.Environment.Deelnemers.WithCode(deelnemer)!.Postbus;
        await using var ontvanger = hub.Environment.Queues.CreateReceiver(postbus);
        while (true)
        {
            Assert.True(await hub.Environment.Host.InvokeTimerAsync("Bewaking", limit.Token));
            if (await ontvanger.ReceiveMessageAsync(TimeSpan.FromSeconds(1), limit.Token) is not { } bericht)
            {
                continue;
            }
            await ontvanger.CompleteMessageAsync(bericht, limit.Token);
            return bericht;
        }
    }

    private async Task WaitForProcessedAsync(IEnumerable<string> ids, string afzender = Vliet)
    {
        using var client = hub.Environment.Client(hub.Environment.Deelnemers.WithCode(afzender)!);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience.Longest);
        foreach (var id in ids)
        {
            while (true)
            {
                try
                {
                    var state = await client.WaitForProcessedAsync(id, Patience.Longest, limit.Token);
                    Assert.NotNull(state?.Processed);
                    break;
                }
                catch (HttpRequestException)
                {
                    // The app is on its way up again.
                    await hub.Environment.Host.WaitForWorkerStartAsync(hub.Environment.Host.WorkerStarts, limit.Token);
                }
            }
        }
    }

    /// <summary>The receiver has each once and in order, and the sender the answer on each.</summary>
    private async Task AssertInPostbusAsync(IEnumerable<string> ids, IEnumerable<byte[]> berichten, params string[] answers)
    {
        var finds = (await Postbussen.EmptyAsync(hub.Environment, TestContext.Current.CancellationToken)).ToLookup(find =>
            find.Deelnemer.Code
        );

        Assert.Equal(ids, finds["0503"].Select(find => find.BerichtId));
        Assert.Equal(berichten, finds["0503"].Select(find => find.Content));
        Assert.Equal(answers, finds[Vliet].Select(find => find.Kind));
        Assert.Equal(0, finds.Count(postbus => postbus.Key is not ("0503" or Vliet)));
    }
}
