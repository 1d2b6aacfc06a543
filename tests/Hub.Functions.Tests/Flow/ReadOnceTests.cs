using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Hub.Aflevering;
using Hub.Answers;
using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Tests.Shared;
using Hub.Ontvangst;
using Hub.Postbus;
using Hub.Queues;
using Hub.Register;
using Hub.Search;
using Hub.Telemetry;
using Hub.Termijnen;
using Hub.Verwerking;
using Hub.Verwerking.Steps;
using Hub.Worklist;
using Ijw.Retour;
using Ijw.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Flow;

/// <summary>
/// How often the bytes of a bericht are fetched and read: as they come in, once when it is processed, and its answer once.
/// </summary>
public sealed class ReadOnceTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string GemeenteItself = "1842";
    private const string AanbiederItself = "90000003";
    private const int PastTree = StoredBerichtReader.MaxInTree;
    private const int PastHand = StoredBerichtReader.MaxInHand;

    private static readonly DateOnly Day = new(2026, 3, 1);
    private static int _number = 7000;

    public static TheoryData<string> Kinds => [.. KindSamples.All];

    public static TheoryData<string> Heenberichten => [.. KindSamples.Answers.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bericht_is_read_as_it_comes_in_and_once_more_when_it_is_processed(string kind)
    {
        // Between a pair of its own: a number that is known already would have it judged twice.
        var pair = PairOf(kind);
        var bytes = KindSamples.Good(kind, pair.Gemeente, pair.Aanbieder);
        var id = await TakeInAsync(bytes, expected: new(Fetched: 0, Read: 1));
        await TakeInAsync(bytes, expected: new(Fetched: 0, Read: 1));

        // Of a declaratie the register would have to be complete before the hub grants it.
        var isAnswered = KindSamples.Answers.ContainsKey(kind) && kind != "JW323";
        await ProcessAsync(id, new(Fetched: 1, Read: isAnswered ? 2 : 1));

        Assert.Equal(isAnswered, (await RowAsync(id)).Retour is not null);
    }

    [Theory]
    [MemberData(nameof(Heenberichten))]
    public async Task One_that_breaks_level_2_and_its_answer_are_each_read_once(string kind)
    {
        var id = await TakeInAsync(KindSamples.Rejected(kind, HubSamples.Gemeente, HubSamples.Aanbieder));

        await ProcessAsync(id, new(Fetched: 1, Read: 2));

        Assert.NotNull((await RowAsync(id)).Retour);
    }

    [Theory]
    [InlineData("JW305")]
    [InlineData("JW307")]
    [InlineData("JW323")]
    public async Task One_whose_answer_gives_its_classes_back_is_read_once(string kind)
    {
        var chain = await CompleteAsync("0518", "90000002");
        var number = Interlocked.Increment(ref _number);
        var id = await TakeInAsync(
            Encoding.UTF8.GetBytes(
                kind switch
                {
                    "JW305" => chain.Start(Day, number, Day),
                    "JW307" => chain.Stop(Day, number, Day, Day),
                    _ => chain.Declaratie(Day, $"D{number}", number, $"P{number}"),
                }
            )
        );

        await ProcessAsync(id, new(Fetched: 1, Read: 2));

        var row = await RowAsync(id);
        Assert.Equal(Oordeel.Rejected, row.Oordeel);
        var answer = await BytesAsync(row.Retour!);
        Assert.NotNull(BerichtTree.Read(answer)!.Content);
    }

    [Fact]
    public async Task A_declaratie_that_is_granted_and_its_JW325_are_each_read_once()
    {
        var chain = await CompleteAsync("0518", "90000002");
        var number = Interlocked.Increment(ref _number);
        var toewijzing = await TakeInAsync(Encoding.UTF8.GetBytes(chain.Toewijzing(Day, number, Day, null)));
        await ProcessAsync(toewijzing, new(Fetched: 1, Read: 2));
        var id = await TakeInAsync(Encoding.UTF8.GetBytes(chain.Declaratie(Day, $"D{number}", number, $"P{number}")));

        await ProcessAsync(id, new(Fetched: 1, Read: 2));

        var row = await RowAsync(id);
        Assert.Empty(row.Bevindingen.Where(bevinding => !bevinding.Advice).Select(bevinding => bevinding.Rule));
        Assert.Contains(">8001<", Encoding.UTF8.GetString(await BytesAsync(row.Retour!)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Heenberichten))]
    public async Task What_a_deelnemer_answers_itself_is_read_once_with_the_bericht_that_it_answers(string kind)
    {
        var bytes = KindSamples.Good(kind, GemeenteItself, AanbiederItself);
        var heen = await TakeInAsync(bytes);
        await ProcessAsync(heen, new(Fetched: 1, Read: 1));
        var answer = await TakeInAsync(RetourBuilder.Make(BerichtTree.Read(bytes)!, [], HubSamples.New(), new DateOnly(2026, 7, 21)));

        await ProcessAsync(answer, new(Fetched: 2, Read: 2));
    }

    [Theory]
    [InlineData(PastTree, 1, 3)]
    [InlineData(PastHand, 2, 3)]
    public async Task What_is_past_a_bound_is_read_again_for_its_answer(int bytes, int fetched, int read)
    {
        var chain = await CompleteAsync("0518", "90000002");
        var number = Interlocked.Increment(ref _number);
        var small = chain.Declaratie(Day, $"D{number}", number, $"P{number}");
        var large = small.Replace("<m:Clienten>", new string(' ', bytes) + "<m:Clienten>", StringComparison.Ordinal);
        Assert.NotEqual(small, large);
        var id = await TakeInAsync(Encoding.UTF8.GetBytes(large), expected: new(Fetched: 0, Read: 1));

        await ProcessAsync(id, new(fetched, read));

        Assert.NotNull((await RowAsync(id)).Retour);
    }

    [Fact]
    public async Task What_was_archived_and_never_recorded_is_read_once_and_recorded_as_it_would_have_been()
    {
        var bytes = KindSamples.Good("JW305", HubSamples.Gemeente, HubSamples.Aanbieder);
        var header = KindSamples.Check(bytes).Header!;
        var sha256 = SHA256.HashData(bytes);
        var id = BerichtId.Of(header, sha256);
        await Service<IArchief>()
            .StoreAsync(
                ArchiefPlace.OfBericht(id),
                bytes,
                new ArchiefProperties(id, Convert.ToHexStringLower(sha256), Oordeel.Approved.Name(), header.Gemeente),
                TestContext.Current.CancellationToken
            );
        var archief = new CountingArchief(Service<IArchief>());
        var work = WorkQueue.Of(id, header, TimeProvider.System.GetUtcNow());

        using (var count = new ReadingCount())
        {
            Assert.True(await Intake.Of(hub.Services, archief).FinishAsync(work, TestContext.Current.CancellationToken));
            Assert.Equal((1, 1), (archief.Reads, count.Count));
        }

        var row = await RowAsync(id);
        Assert.Equal((bytes.Length, Convert.ToHexStringLower(sha256)), (row.Length, row.Sha256));
    }

    /// <summary>How often something was fetched from the archive, and read as a bericht.</summary>
    private sealed record Times(int Fetched, int Read);

    private Pair PairOf(string kind)
    {
        var pairs =
            from gemeente in Service<DeelnemerList>().All
            from aanbieder in Service<DeelnemerList>().All
            where gemeente.Kind == DeelnemerKind.Gemeente && aanbieder.Kind != DeelnemerKind.Gemeente
            where gemeente.Retour == Deelnemers.Retour.Hub && aanbieder.Retour == Deelnemers.Retour.Hub
            select new Pair(gemeente.Code, aanbieder.Code);
        return pairs.ElementAt(KindSamples.All.ToList().IndexOf(kind));
    }

    private T Service<T>()
        where T : notnull => hub.Services.GetRequiredService<T>();

    private async Task<ChainBerichten> CompleteAsync(string gemeente, string aanbieder)
    {
        await Service<ICompleteness>().SetAsync(new Pair(gemeente, aanbieder), true, TestContext.Current.CancellationToken);
        return new ChainBerichten(gemeente, aanbieder);
    }

    private async Task<string> TakeInAsync(byte[] bytes, Times? expected = null)
    {
        var archief = new CountingArchief(Service<IArchief>());
        var sender = Service<DeelnemerList>().WithCode(KindSamples.Check(bytes).Header!.Sender)!;
        using var source = new MemoryStream(bytes);
        using var count = new ReadingCount();
        var outcome = await Intake
            .Of(hub.Services, archief)
            .TakeInAsync(PipeReader.Create(source), sender, TestContext.Current.CancellationToken);
        if (expected is not null)
        {
            Assert.Equal(expected, new Times(archief.Reads, count.Count));
        }
        return Assert.IsType<OntvangstOutcome.Accepted>(outcome).Bericht.BerichtId;
    }

    private async Task ProcessAsync(string id, Times expected)
    {
        var archief = new CountingArchief(Service<IArchief>());
        var verwerking = Verwerking(archief);
        using var count = new ReadingCount();
        await verwerking.ProcessAsync(new WorkItem(WorkItem.CurrentVersion, id), TestContext.Current.CancellationToken);
        Assert.Equal(expected, new Times(archief.Reads, count.Count));
        Assert.True((await RowAsync(id)).IsProcessed);
    }

    private async Task<BerichtStatus> RowAsync(string id) =>
        (await Service<IBerichten>().FindAsync(id, TestContext.Current.CancellationToken))!;

    private async Task<byte[]> BytesAsync(string id) =>
        (await Service<StoredBerichtReader>().BytesAsync(await RowAsync(id), TestContext.Current.CancellationToken)).ToArray();

    /// <summary>The processing of the app, with everything that reads the archive on another.</summary>
    private BerichtVerwerking Verwerking(IArchief archief)
    {
        var services = new ServiceCollection();
        services.AddVerwerking().AddLogging();
        foreach (
            var kind in (Type[])
                [
                    typeof(IBerichten),
                    typeof(IInProgress),
                    typeof(IRegister),
                    typeof(ICompleteness),
                    typeof(ISearchIndex),
                    typeof(IWorklistIndex),
                    typeof(IQueueClient),
                    typeof(IPostbus),
                    typeof(ClientKeys),
                    typeof(Gemeentecodes),
                    typeof(DeelnemerList),
                    typeof(TermijnWatch),
                    typeof(HubMeter),
                ]
        )
        {
            services.AddSingleton(kind, hub.Services.GetRequiredService(kind));
        }
        services.AddSingleton(archief).AddSingleton(TimeProvider.System);
        services.AddSingleton<StoredBerichtReader>().AddSingleton<OwnAnswer>().AddSingleton<BerichtAflevering>().AddSingleton<Signalling>();
        return services.BuildServiceProvider().GetRequiredService<BerichtVerwerking>();
    }
}
