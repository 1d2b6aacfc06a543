using System.IO.Pipelines;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Hub.Archief;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Berichten;
using Hub.Bewaking;
using Hub.Deelnemers;
using Hub.Destruction;
using Hub.Functions.Tests.Shared;
using Hub.History;
using Hub.Inspection;
using Hub.Queues;
using Hub.Register;
using Hub.Search;
using Hub.Verwerking;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Flow;

/// <summary>Whatever way bytes were stored in, after destruction nothing of a child is left in any container or table.</summary>
public sealed partial class DestructionTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Vliet = HubSamples.Aanbieder;
    private const string Delft = HubSamples.Gemeente;
    private const string OverHttp = "90000004";

    // Of the gemeente that gave no instruction.
    private const string Neighbour = "0518";
    private const string NeighbourBsn = "999900122";

    private readonly HashSet<string> _secrets = [HubSamples.Name];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IArchief Archief => hub.Services.GetRequiredService<IArchief>();

    private IBerichten Berichten => hub.Services.GetRequiredService<IBerichten>();

    [Fact]
    public async Task After_destruction_no_container_table_or_queue_holds_a_bsn_whatever_way_it_came_in()
    {
        await SendAllKindsAsync();
        await SendRefusedAsync();
        await DieAsync();
        await LoadHistoryAsync();
        await LeaveWhatAnEarlierReleaseLeftAsync();
        Assert.Equal(202, (await hub.PostAsync(Vliet, OrNeighbour(HubSamples.Stop(ontvanger: Neighbour)))).Status);
        Assert.Equal(422, (await hub.PostAsync(Neighbour, OrNeighbour("<geen-bericht>" + HubSamples.Bsn))).Status);
        await hub.Services.GetRequiredService<OldWork>().RecoverAsync(TimeSpan.Zero, Stop);
        await hub.ProcessAllAsync();
        await ReplayAndLookAsync();
        // A postbus is its receiver's: what waits there is not the hub's to take.
        foreach (var deelnemer in hub.Services.GetRequiredService<DeelnemerList>().All)
        {
            await hub.EmptyAsync(deelnemer.Code);
        }
        Assert.Contains(await Stored.BlobsAsync(hub.Storage), IsSecret);

        var outcome = await DestroyAsync(DateOnly.MaxValue);

        Assert.True(outcome.IsWhole, outcome.ToString());
        Assert.InRange(outcome.Destroyed, 20, 200);
        Assert.NotEmpty(outcome.Unrecorded.Destroyed);
        Assert.InRange(outcome.Refused.Destroyed.Count, 8, 50);
        Assert.DoesNotContain(await Stored.RowsAsync(hub.Storage), IsSecret);
        Assert.DoesNotContain(await Stored.BlobsAsync(hub.Storage), IsSecret);
        Assert.DoesNotContain(await Stored.BlobsAsync(hub.Storage), blob => blob.EndsWith("(uncommitted)", StringComparison.Ordinal));
        Assert.Equal(0, (await hub.Emulator.CountAsync(WorkQueue.Name)).Live);

        // Of another gemeente everything stays.
        Assert.Equal(
            [$"archief-{Neighbour}", $"archief-{Neighbour}", $"geweigerd-{Neighbour}"],
            (await hub.ArchiefAsync()).Select(blob => blob.Container).Order(StringComparer.Ordinal)
        );
        var proofs = await new TableDestroyed(Account).OfGemeenteAsync(Delft, Stop);
        Assert.InRange(proofs.Count, outcome.Destroyed + 1, outcome.Destroyed + outcome.Unrecorded.Destroyed.Count);

        // Doing it again finds nothing.
        var again = await DestroyAsync(DateOnly.MaxValue);
        Assert.Equal((0, 0, 0), (again.Destroyed, again.Unrecorded.Destroyed.Count, again.Refused.Destroyed.Count));
    }

    private async Task SendAllKindsAsync()
    {
        foreach (var kind in KindSamples.All)
        {
            var sender = KindSamples.Direction(kind, Delft, Vliet).Sender;
            await SendAsync(sender, Encoding.UTF8.GetString(KindSamples.Good(kind, Delft, Vliet)), 202);
            if (KindSamples.Answers.ContainsKey(kind))
            {
                await SendAsync(sender, Encoding.UTF8.GetString(KindSamples.Rejected(kind, Delft, Vliet)), 202);
            }
        }

        await SendAsync(Delft, Encoding.UTF8.GetString(KindSamples.Good("JW301", Delft, OverHttp)), 202);
        await SendAsync(Vliet, Bericht(isLarge: true, HubSamples.Bsn), 202);
        foreach (var isLarge in (bool[])[false, true])
        {
            var twice = Bericht(isLarge);
            await SendAsync(Vliet, twice, 202);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(Vliet, twice, 202)));
        }
    }

    private async Task SendRefusedAsync()
    {
        foreach (var isLarge in (bool[])[false, true])
        {
            var stop = Bericht(isLarge);
            await SendAsync(Vliet, stop.Replace("</m:Client>", "<m:Los/></m:Client>", StringComparison.Ordinal), 422);
            await SendAsync(Vliet, stop.Replace("<m:Header>", "<m:Los/><m:Header>", StringComparison.Ordinal), 422);
            await SendAsync(Vliet, stop + stop, 422);
            await SendAsync(Delft, $"<a>{stop[60..]}", 422);
            await SendAsync("90000002", stop, 403);
        }
    }

    /// <summary>The process dies at each point of taking in; some of it the Bewaking finishes, the rest is never a bericht.</summary>
    private async Task DieAsync()
    {
        foreach (var isLarge in (bool[])[false, true])
        {
            foreach (var isStored in (bool[])[false, true])
            {
                await DieAsync(isLarge, new DyingArchief(Archief, isStored), Berichten, hub.Queues);
            }
            await DieAsync(isLarge, Archief, new DyingBerichten(Berichten) { DiesBeforeAdd = true }, hub.Queues);
            await DieAsync(isLarge, Archief, Berichten, new DyingQueues(hub.Queues));
        }

        // Between the commit among the refused and the copy to the archive.
        var xml = HubSamples.Stop();
        var staging = ArchiefPlace.OfRefusal(Vliet, new DateOnly(2026, 7, 20), Guid.NewGuid().ToString("N"));
        await Archief.StoreAsync(
            staging,
            Encoding.UTF8.GetBytes(xml),
            new ArchiefProperties($"0503-{Guid.NewGuid():N}", "", "goedgekeurd", Delft),
            Stop
        );
        // Between two blocks.
        var blocks = new BlobContainerClient(hub.Storage, "geweigerd-" + Vliet).GetBlockBlobClient("2026/07/20/blocks.xml");
        await blocks.StageBlockAsync("AAAA", new MemoryStream(Encoding.UTF8.GetBytes(xml)), cancellationToken: Stop);
    }

    private async Task DieAsync(bool isLarge, IArchief archief, IBerichten berichten, IQueueClient queues)
    {
        var services = hub.Services;
        var ontvangst = Intake.Of(services, archief, berichten, queues);
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(Bericht(isLarge)));
        var vliet = services.GetRequiredService<DeelnemerList>().WithCode(Vliet)!;
        await Assert.ThrowsAsync<KilledException>(() => ontvangst.TakeInAsync(PipeReader.Create(source), vliet, Stop));
    }

    /// <summary>One that is loaded, and one whose loading stopped between archive and row.</summary>
    private async Task LoadHistoryAsync()
    {
        var loader = Loader(Berichten);
        var dying = Loader(new DyingBerichten(Berichten) { DiesBeforeAdd = true });
        var options = new HistoryOptions(Delft, new HashSet<string> { Vliet }, WithoutRetourAccepted: true);
        Assert.Equal(HistoryOutcome.Included, (await loader.LoadAsync(File(), options, Stop)).Outcome);
        await Assert.ThrowsAsync<KilledException>(() => dying.LoadAsync(File(), options, Stop));

        static HistoryFile File()
        {
            var xml = Encoding.UTF8.GetBytes(HubSamples.Stop());
            return new HistoryFile("x.xml", () => new MemoryStream(xml));
        }
    }

    /// <summary>Refusals, and the second of a bericht sent twice, stood in the archive container under the name of their upload.</summary>
    private async Task LeaveWhatAnEarlierReleaseLeftAsync()
    {
        var id = (await hub.PostAsync(Vliet, HubSamples.Stop())).Field("berichtId");
        var reference = Guid.NewGuid().ToString("N");
        var refusal = new Refusal
        {
            Reference = reference,
            Deelnemer = Vliet,
            Bevindingen = [],
            BevindingCount = 1,
            Archief = new ArchiefReference("archief-0503", $"2026/07/20/{reference}.xml"),
            Sha256 = "",
            Length = 1,
            Received = DateTimeOffset.UnixEpoch,
        };
        await Archief.StoreAsync(
            refusal.Archief,
            Encoding.UTF8.GetBytes(HubSamples.Stop()),
            new ArchiefProperties(reference, "", "geen-bericht", null),
            Stop
        );
        await hub.Services.GetRequiredService<IRefusals>().AddAsync(refusal, Stop);
        var second = new ArchiefReference("archief-0503", $"2026/07/20/{Guid.NewGuid():N}.xml");
        await Archief.StoreAsync(
            second,
            Encoding.UTF8.GetBytes(HubSamples.Stop()),
            new ArchiefProperties(id, "", "goedgekeurd", null),
            Stop
        );
    }

    private async Task ReplayAndLookAsync()
    {
        var bericht = (await hub.EmptyAsync(Delft)).First(message => message.Subject == "JW307").MessageId;
        Assert.Equal(202, (await hub.SendAsync(HttpMethod.Post, $"/berichten/{bericht}/opnieuw", Delft)).Status);
        Assert.Equal(200, (await hub.GetAsync(Delft, $"/berichten/{bericht}/inhoud")).Status);
        Assert.True(await hub.WatchAsync());
    }

    private async Task SendAsync(string condition, string xml, int status)
    {
        lock (_secrets)
        {
            foreach (Match bsn in Bsn().Matches(xml))
            {
                _secrets.Add(bsn.Groups[1].Value);
            }
        }
        var answer = await hub.PostAsync(condition, xml);
        Assert.True(answer.Status == status, answer.Text);
    }

    private StorageAccount Account => StorageAccount.With(hub.Storage);

    private HistoryLoader Loader(IBerichten berichten) =>
        new(
            Archief,
            berichten,
            hub.Services.GetRequiredService<StoredBerichtReader>(),
            hub.Services.GetRequiredService<Registration>(),
            hub.Services.GetRequiredService<ISearchIndex>(),
            hub.Services.GetRequiredService<ClientKeys>(),
            TimeProvider.System
        );

    private Task<DestructionOutcome> DestroyAsync(DateOnly before)
    {
        var services = hub.Services;
        var destroyer = new Destroyer(
            Archief,
            Berichten,
            services.GetRequiredService<IInProgress>(),
            services.GetRequiredService<IRefusals>(),
            services.GetRequiredService<Registration>(),
            services.GetRequiredService<ISearchIndex>(),
            services.GetRequiredService<IInspectionLog>(),
            new TableDestroyed(Account),
            TimeProvider.System
        );
        return destroyer.DestroyAsync(Delft, before, "Delft, brief 2031-04", Stop);
    }

    /// <summary>A bericht of a few hundred bytes, or of more than an upload holds.</summary>
    private static string Bericht(bool isLarge, string? identificatie = null)
    {
        var xml = HubSamples.Stop(identificatie);
        if (!isLarge)
        {
            return xml;
        }
        var filler = string.Concat(Enumerable.Repeat(HubSamples.Bsn + " ", 5 * IArchief.MaxHeld / 2 / 10));
        return xml.Replace("</m:Client>", $"<!--{filler}--></m:Client>", StringComparison.Ordinal);
    }

    private static string OrNeighbour(string xml) =>
        xml.Replace(HubSamples.Bsn, NeighbourBsn, StringComparison.Ordinal).Replace(HubSamples.Name, "Buurman", StringComparison.Ordinal);

    private bool IsSecret(string text) => _secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("Bsn>([0-9]{9})<")]
    private static partial Regex Bsn();
}
