using Azure.Data.Tables;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Postbus;

namespace Hub.Azure.Tests.Table;

public sealed class TablePostbusTests(AzuriteFixture azurite)
{
    private const string Code = "90000004";

    private readonly string _connection = azurite.NewConnection();

    [Fact]
    public async Task What_was_put_in_is_listed_in_order_and_as_it_was_until_it_is_confirmed()
    {
        var postbus = Postbus();
        var pieces = Enumerable.Range(0, 3).Select(_ => Piece()).ToList();
        foreach (var piece in pieces)
        {
            Assert.True(await LegAsync(postbus, piece));
        }

        var page = await ListAsync(postbus);

        Assert.Equal(pieces, page.Pieces.Select(waiting => waiting.Piece));
        Assert.Equal([1L, 2, 3], page.Pieces.Select(waiting => waiting.SequenceNumber));
        Assert.False(page.More);
        Assert.True(await ConfirmAsync(postbus, pieces[1].Id));
        Assert.Equal([pieces[0], pieces[2]], (await ListAsync(postbus)).Pieces.Select(waiting => waiting.Piece));
    }

    [Fact]
    public async Task The_same_poststuk_comes_in_once_also_when_it_has_been_confirmed_already()
    {
        var postbus = Postbus();
        var piece = Piece();

        Assert.True(await LegAsync(postbus, piece));
        Assert.False(await LegAsync(postbus, piece));
        Assert.Single((await ListAsync(postbus)).Pieces);
        Assert.True(await ConfirmAsync(postbus, piece.Id));
        Assert.False(await LegAsync(Postbus(), piece));
        Assert.Empty((await ListAsync(postbus)).Pieces);
        Assert.True(await LegAsync(postbus, piece with { Id = piece.Id + "+herhaling+202607201200", Repetition = true }));
        Assert.True(Assert.Single((await ListAsync(postbus)).Pieces).Piece.Repetition);
    }

    [Fact]
    public async Task Confirming_again_changes_nothing_and_what_was_never_there_cannot_be_confirmed()
    {
        var postbus = Postbus();
        var piece = Piece();
        await LegAsync(postbus, piece);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ConfirmAsync(Postbus(), piece.Id))), Assert.True);
        Assert.False(await ConfirmAsync(postbus, Piece().Id));
        Assert.False(await postbus.ConfirmAsync("0503", piece.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_holds_what_was_asked_for_and_says_whether_there_is_more()
    {
        var postbus = Postbus();
        for (var i = 0; i < 5; i++)
        {
            await LegAsync(postbus, Piece());
        }

        var one = await postbus.ListAsync(Code, 0, 2, TestContext.Current.CancellationToken);
        var two = await postbus.ListAsync(Code, 2, 3, TestContext.Current.CancellationToken);

        Assert.Equal((2, true), (one.Pieces.Count, one.More));
        Assert.Equal([3L, 4, 5], two.Pieces.Select(waiting => waiting.SequenceNumber));
        Assert.False(two.More);
    }

    /// <summary>
    /// Several instances of the app deliver while a reader goes on from its cursor: with keys by clock it would pass by some.
    /// </summary>
    [Fact]
    public async Task A_reader_who_goes_from_cursor_to_cursor_misses_nothing_of_what_is_delivered_meanwhile()
    {
        const int count = 60;
        var pieces = Enumerable.Range(0, count).Select(_ => Piece()).ToList();
        var leveringen = Enumerable
            .Range(0, 3)
            .Select(instance =>
                Task.Run(async () =>
                {
                    var postbus = Postbus();
                    for (var i = instance; i < count; i += 3)
                    {
                        Assert.True(await LegAsync(postbus, pieces[i]));
                    }
                })
            )
            .ToList();

        var read = new List<WaitingPoststuk>();
        var reader = Postbus();
        while (read.Count < count)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var done = leveringen.TrueForAll(levering => levering.IsCompleted);
            var page = await reader.ListAsync(Code, read.LastOrDefault()?.SequenceNumber ?? 0, 7, TestContext.Current.CancellationToken);
            read.AddRange(page.Pieces);
            if (done && page.Pieces.Count == 0)
            {
                break;
            }
        }

        await Task.WhenAll(leveringen);
        Assert.Equal(Enumerable.Range(1, count).Select(number => (long)number), read.Select(waiting => waiting.SequenceNumber));
        Assert.Equal(pieces.Select(piece => piece.Id).Order(), read.Select(waiting => waiting.Piece.Id).Order());
    }

    [Fact]
    public async Task A_partition_holds_the_postbus_of_one_deelnemer()
    {
        var postbus = Postbus();
        await postbus.DepositAsync("0503", Piece(), TestContext.Current.CancellationToken);
        await LegAsync(postbus, Piece());

        Assert.Single((await ListAsync(postbus)).Pieces);
        var rows = new TableClient(_connection, "postbus").QueryAsync<TableEntity>(
            cancellationToken: TestContext.Current.CancellationToken
        );
        var partitions = new List<string>();
        await foreach (var row in rows)
        {
            partitions.Add(row.PartitionKey);
        }
        Assert.Equal(["0503", "0503", "0503", Code, Code, Code], partitions.Order());
    }

    private static Poststuk Piece()
    {
        var id = $"0503-{Guid.NewGuid():N}";
        return new Poststuk
        {
            Id = id,
            BerichtId = id,
            Berichtsoort = "JW301",
            Afzender = "0503",
            Ontvanger = Code,
            Identificatie = "é/\\#?'\"&<",
            Oordeel = "afgekeurd",
            BevindingCount = 2,
            Length = 1234,
        };
    }

    /// <summary>The postbus as another instance of the app has it.</summary>
    private TablePostbus Postbus() => new(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)), TimeProvider.System);

    private static Task<bool> LegAsync(TablePostbus postbus, Poststuk piece) =>
        postbus.DepositAsync(Code, piece, TestContext.Current.CancellationToken);

    private static Task<bool> ConfirmAsync(TablePostbus postbus, string id) =>
        postbus.ConfirmAsync(Code, id, TestContext.Current.CancellationToken);

    private static Task<PostbusPage> ListAsync(TablePostbus postbus) =>
        postbus.ListAsync(Code, 0, 100, TestContext.Current.CancellationToken);
}
