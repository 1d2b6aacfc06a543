using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Messaging.ServiceBus;
using EndToEnd.Foutproxy;
using Hub.Berichten;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;
using Ijw;
using Microsoft.AspNetCore.Http;
using RegionYear;

namespace EndToEnd.Afgebroken;

/// <summary>
/// The app is killed with SIGKILL at a precise point, and started again by the host. The sender does what the standard asks of him: what
/// he got no 202 on, he sends again, before the next.
/// </summary>
public sealed class KilledTests(AfgebrokenHub hub) : IClassFixture<AfgebrokenHub>
{
    private const string Vliet = "90000001";

    // The ids of the answers on all berichten of these tests.
    private static readonly ConcurrentDictionary<string, bool> Answers = new();

    private static int _teller;

    /// <summary>Name of the point, what is interrupted and when.</summary>
    public static TheoryData<string> Punten => [.. Vallen.Keys];

    private static Dictionary<string, (bool Blob, Func<HttpRequest, bool> Treft, Moment Moment)> Vallen { get; } = new()
    {
        // Not the container, which after a restart the storage says is there already.
        ["while the archive is written"] = (true, verzoek => verzoek.Method == "PUT" && !verzoek.Query.ContainsKey("restype"), Moment.Achteraf),
        ["between the outbox and the archive"] = (false, verzoek => IsWijziging(verzoek, "onderhanden"), Moment.Achteraf),
        ["between archive and record"] = (false, verzoek => IsRij(verzoek, "POST", "berichten"), Moment.Vooraf),
        ["between record and queue"] = (false, verzoek => IsRij(verzoek, "POST", "berichten"), Moment.Achteraf),
        ["during verwerking, as the archive is read"] = (true, verzoek => verzoek.Method == "GET" && !verzoek.Query.ContainsKey("comp"), Moment.Vooraf),
        ["between the register and the answer"] = (true, verzoek => verzoek.Method == "PUT" && IsAntwoord(verzoek), Moment.Vooraf),
        ["between the answer in the archive and its record"] = (true, verzoek => verzoek.Method == "PUT" && IsAntwoord(verzoek), Moment.Achteraf),
        ["between the record of the answer and its delivery"] = (false, IsRecordOfAnswer, Moment.Achteraf),
        ["between delivery and its record"] = (false, verzoek => IsBatchOn(verzoek, "berichten"), Moment.Vooraf),
        ["between the record of delivery and the end"] = (false, verzoek => IsBatchOn(verzoek, "berichten"), Moment.Achteraf),
        ["just before complete"] = (false, verzoek => IsRij(verzoek, "DELETE", "onderhanden"), Moment.Achteraf),
    };

    [Theory]
    [MemberData(nameof(Punten))]
    public async Task Killed_at_this_point_every_bericht_arrives_once_and_in_order(string punt)
    {
        var (blob, treft, moment) = Vallen[punt];
        var berichten = Berichten();
        var gedood = (blob ? hub.Blobs : hub.Tabellen).ZetVal(treft, moment, hub.DoodDeApp);

        var ids = new List<string>();
        foreach (var bericht in berichten) ids.Add(await StuurTotAangenomenAsync(bericht));

        await gedood.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await WachtOpVerwerktAsync(ids);
        Assert.True(await hub.Omgeving.Host.InvokeTimerAsync("Bewaking", TestContext.Current.CancellationToken));
        await AssertInPostbusAsync(ids, berichten, "JW306", "JW308");
    }

    /// <summary>The points of taking in a bericht that is too large to be held.</summary>
    public static TheoryData<string> LargePoints => [.. LargeTraps.Keys];

    private static Dictionary<string, (Func<HttpRequest, bool> Hits, Moment Moment)> LargeTraps { get; } = new()
    {
        ["between two blocks"] = (verzoek => verzoek.Query["comp"] == "block", Moment.Achteraf),
        ["between the commit among the refused and the copy"] = (verzoek => verzoek.Query["comp"] == "blocklist", Moment.Achteraf),
        ["between the copy and the removal of what it was copied from"] = (verzoek => verzoek.Method == "DELETE", Moment.Vooraf),
    };

    [Theory]
    [MemberData(nameof(LargePoints))]
    public async Task Killed_at_this_point_a_large_bericht_arrives_once(string point)
    {
        var (hits, moment) = LargeTraps[point];
        var start = Encoding.UTF8.GetString(Berichten()[0]);
        var bericht = Encoding.UTF8.GetBytes(start.Replace("</jw305:Header>", $"</jw305:Header><!--{new string('x', 3 * 1024 * 1024)}-->", StringComparison.Ordinal));
        Assert.True(bericht.Length > 3 * 1024 * 1024);
        var killed = hub.Blobs.ZetVal(hits, moment, hub.DoodDeApp);

        var id = await StuurTotAangenomenAsync(bericht);

        await killed.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await WachtOpVerwerktAsync([id]);
        Assert.True(await hub.Omgeving.Host.InvokeTimerAsync("Bewaking", TestContext.Current.CancellationToken));
        await AssertInPostbusAsync([id], [bericht], "JW306");
    }

    [Fact]
    public async Task Killed_before_the_queue_the_work_is_found_again_without_the_sender()
    {
        var bericht = Berichten()[0];
        var starts = hub.Omgeving.Host.WorkerStarts;
        var gedood = hub.Tabellen.ZetVal(verzoek => IsRij(verzoek, "POST", "berichten"), Moment.Achteraf, hub.DoodDeApp);

        var antwoord = await StuurAsync(bericht);
        Assert.NotEqual(202, antwoord?.Status);
        await gedood.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        await hub.Omgeving.Host.WaitForWorkerStartAsync(starts + 1, TestContext.Current.CancellationToken);
        var vondst = await BewaakTotInPostbusAsync("0503");

        Assert.Equal(bericht, vondst.Body.ToArray());
        Assert.Equal(vondst.MessageId, await StuurTotAangenomenAsync(bericht));
        await WachtOpVerwerktAsync([vondst.MessageId]);
        await AssertInPostbusAsync([], [], "JW306");
    }

    [Theory]
    [InlineData("between delivery over http and its record", Moment.Achteraf, false)]
    [InlineData("before a confirmation is stored", Moment.Vooraf, true)]
    [InlineData("between a confirmation and its answer", Moment.Achteraf, true)]
    public async Task Killed_at_this_point_a_postbus_over_http_loses_nothing_and_has_nothing_twice(string punt, Moment moment, bool bevestigen)
    {
        using var klant = hub.Omgeving.Klant(hub.Omgeving.Deelnemers.MetCode("90000004")!);
        var bericht = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Voorbeeldenlijst.Map, "19-toewijzing-over-http.xml")))
            .Replace("DLFT25HTTP01", $"DOOD{Interlocked.Increment(ref _teller):D4}HTTP", StringComparison.Ordinal));
        var gedood = Task.CompletedTask;
        if (!bevestigen) gedood = hub.Tabellen.ZetVal(verzoek => IsBatchOn(verzoek, "postbus"), moment, hub.DoodDeApp);
        var id = await StuurTotAangenomenAsync(bericht, "0503");
        await WachtOpVerwerktAsync([id], "0503");
        if (bevestigen) gedood = hub.Tabellen.ZetVal(verzoek => IsBatchOn(verzoek, "postbus"), moment, hub.DoodDeApp);

        // A client who got no answer on a confirmation begins again with the list.
        for (var keer = 0; ; keer++)
        {
            Assert.True(keer < 20, punt);
            var stukken = await ProbeerAsync(() => klant.PostbusAsync(TestContext.Current.CancellationToken));
            if (stukken is { Count: 0 }) break;
            if (stukken is null) continue;
            Assert.Equal(id, Assert.Single(stukken)["id"]!.GetValue<string>());
            Assert.Equal(bericht, await klant.InhoudAsync(id, TestContext.Current.CancellationToken));
            await ProbeerAsync(async () =>
            {
                await klant.BevestigAsync(id, TestContext.Current.CancellationToken);
                return id;
            });
        }

        await gedood.WaitAsync(Patience.Longest, TestContext.Current.CancellationToken);
        Assert.Empty(await klant.PostbusAsync(TestContext.Current.CancellationToken));
        var retour = Assert.Single(await Postbussen.LeegAsync(hub.Omgeving, TestContext.Current.CancellationToken));
        Assert.Equal(("0503", "JW302"), (retour.Deelnemer.Code, retour.Soort));
    }

    // The first batch of a delivery, and the only one of a confirmation, is that of the postbus.
    /// <summary>A row that is put in a batch is posted to its table, one that changes is named with its keys.</summary>
    private static bool IsBatchOn(HttpRequest verzoek, string tabel) =>
        verzoek.Path.Value!.Contains("$batch", StringComparison.Ordinal)
        && Doorgeefproxy.BodyOf(verzoek) is var body
        && (body.Contains($"/{tabel}(", StringComparison.Ordinal) || body.Contains($"/{tabel}?", StringComparison.Ordinal) || body.Contains($"/{tabel} ", StringComparison.Ordinal));

    private static bool IsRecordOfAnswer(HttpRequest verzoek) =>
        IsRij(verzoek, "POST", "berichten") && Doorgeefproxy.BodyOf(verzoek).Contains("\"Heenbericht\":\"", StringComparison.Ordinal);

    /// <summary>Null when the app was killed meanwhile; then it is up again.</summary>
    private async Task<T?> ProbeerAsync<T>(Func<Task<T>> vraag)
        where T : class
    {
        var starts = hub.Omgeving.Host.WorkerStarts;
        try
        {
            return await vraag();
        }
        catch (HttpRequestException)
        {
            if (hub.Omgeving.Host.WorkerProcessId is null) await hub.Omgeving.Host.WaitForWorkerStartAsync(starts + 1, TestContext.Current.CancellationToken);
            return null;
        }
    }

    private static bool IsRij(HttpRequest verzoek, string methode, string tabel) =>
        verzoek.Method == methode && verzoek.Path.Value!.Contains($"/{tabel}", StringComparison.Ordinal);

    private static bool IsAntwoord(HttpRequest verzoek) => Answers.ContainsKey(Path.GetFileNameWithoutExtension(verzoek.Path.Value!));

    private static bool IsWijziging(HttpRequest verzoek, string tabel) =>
        verzoek.Method is "PUT" or "MERGE" or "PATCH" && verzoek.Path.Value!.Contains($"/{tabel}", StringComparison.Ordinal);

    /// <summary>Three berichten from De Vliet to Delft that no other test sends.</summary>
    private static List<byte[]> Berichten()
    {
        var ronde = Interlocked.Increment(ref _teller);
        List<byte[]> berichten =
        [
            .. ((string[])["02-start.xml", "03-stop.xml", "04-declaratie.xml"]).Select((bestand, nummer) =>
            {
                var xml = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Voorbeeldenlijst.Map, bestand)));
                return Encoding.UTF8.GetBytes(xml.Replace("VLT2500000" + (nummer + 1), $"DOOD{ronde:D4}{nummer:D4}", StringComparison.Ordinal));
            }),
        ];
        foreach (var bericht in berichten)
            Answers[BerichtId.VanAntwoordOp(BerichtId.Van(BerichtControle.Controleer(bericht).Kop!, SHA256.HashData(bericht)))] = true;
        return berichten;
    }

    private async Task<HubAntwoord?> StuurAsync(byte[] bericht, string afzender = Vliet)
    {
        using var klant = hub.Omgeving.Klant(hub.Omgeving.Deelnemers.MetCode(afzender)!);
        try
        {
            return await klant.StuurAsync(bericht, gzip: false, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<string> StuurTotAangenomenAsync(byte[] bericht, string afzender = Vliet)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        grens.CancelAfter(Patience.Longest);
        while (true)
        {
            grens.Token.ThrowIfCancellationRequested();
            var starts = hub.Omgeving.Host.WorkerStarts;
            if (await StuurAsync(bericht, afzender) is { } antwoord)
            {
                if (antwoord.BerichtId is { } id) return id;
                Assert.True(antwoord.Status >= 500, $"{antwoord.Status}: {antwoord.Tekst}");
            }

            if (hub.Omgeving.Host.WorkerProcessId is null) await hub.Omgeving.Host.WaitForWorkerStartAsync(starts + 1, grens.Token);
        }
    }

    /// <summary>Lets Bewaking look until something lies in the postbus, and takes it out.</summary>
    private async Task<ServiceBusReceivedMessage> BewaakTotInPostbusAsync(string deelnemer)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        grens.CancelAfter(Patience.Longest);
        var postbus = hub.Omgeving.Deelnemers.MetCode(deelnemer)!.Postbus;
        await using var ontvanger = hub.Omgeving.Queues.CreateReceiver(postbus);
        while (true)
        {
            Assert.True(await hub.Omgeving.Host.InvokeTimerAsync("Bewaking", grens.Token));
            if (await ontvanger.ReceiveMessageAsync(TimeSpan.FromSeconds(1), grens.Token) is not { } bericht) continue;
            await ontvanger.CompleteMessageAsync(bericht, grens.Token);
            return bericht;
        }
    }

    private async Task WachtOpVerwerktAsync(IEnumerable<string> ids, string afzender = Vliet)
    {
        using var klant = hub.Omgeving.Klant(hub.Omgeving.Deelnemers.MetCode(afzender)!);
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        grens.CancelAfter(Patience.Longest);
        foreach (var id in ids)
        {
            while (true)
            {
                try
                {
                    var stand = await klant.WachtOpVerwerktAsync(id, Patience.Longest, grens.Token);
                    Assert.NotNull(stand?.Verwerkt);
                    break;
                }
                catch (HttpRequestException)
                {
                    // The app is on its way up again.
                    await hub.Omgeving.Host.WaitForWorkerStartAsync(hub.Omgeving.Host.WorkerStarts, grens.Token);
                }
            }
        }
    }

    /// <summary>The receiver has each once and in order, and the sender the answer on each.</summary>
    private async Task AssertInPostbusAsync(IEnumerable<string> ids, IEnumerable<byte[]> berichten, params string[] antwoorden)
    {
        var vondsten = (await Postbussen.LeegAsync(hub.Omgeving, TestContext.Current.CancellationToken)).ToLookup(vondst => vondst.Deelnemer.Code);

        Assert.Equal(ids, vondsten["0503"].Select(vondst => vondst.BerichtId));
        Assert.Equal(berichten, vondsten["0503"].Select(vondst => vondst.Inhoud));
        Assert.Equal(antwoorden, vondsten[Vliet].Select(vondst => vondst.Soort));
        Assert.Equal(0, vondsten.Count(postbus => postbus.Key is not ("0503" or Vliet)));
    }
}
