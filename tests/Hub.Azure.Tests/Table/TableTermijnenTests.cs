using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Termijnen;

namespace Hub.Azure.Tests.Table;

public sealed class TableTermijnenTests(AzuriteFixture azurite)
{
    private static readonly Pair Pair = new("0503", "90000001");
    private static readonly DateOnly Day = new(2026, 7, 23);

    private readonly TableTermijnen _termijnen = new(StorageAccount.With(azurite.NewConnection(), new DependencyLimit(Patience.Longest)));

    [Fact]
    public async Task A_clock_comes_back_as_it_was_stored_and_is_found_by_its_bericht()
    {
        var termijn = Termijn("a") with
        {
            Stopped = new DateTimeOffset(2026, 7, 21, 1, 2, 3, TimeSpan.Zero),
            StoppedBy = "0503-x",
            IsLapsed = true,
        };
        termijn = termijn with { Setting = termijn.Setting! with { Path = "/Bericht/Client/Ä[2]", Rank = "20260720000000000000" } };
        var prefetch = new Termijn
        {
            Pair = Pair,
            Key = "vooruit",
            Stopped = termijn.Stopped,
            StoppedBy = "0503-y",
        };

        await WriteAsync(termijn);
        await WriteAsync(prefetch);

        var read = (await FindAsync("a"))!;
        Assert.Equal(termijn with { Version = read.Version }, read);
        Assert.Equal(prefetch, (await FindAsync("vooruit"))! with { Version = null });
        var ofBericht = await _termijnen.OfBerichtAsync(Pair, termijn.Setting.BerichtId, TestContext.Current.CancellationToken);
        Assert.Equal(termijn, Assert.Single(ofBericht) with { Version = null });
        Assert.Empty(
            await _termijnen.OfBerichtAsync(new Pair("0518", "90000001"), termijn.Setting.BerichtId, TestContext.Current.CancellationToken)
        );
        Assert.Null(await FindAsync("b"));
    }

    [Fact]
    public async Task Of_two_who_change_a_clock_one_wins_and_what_one_bericht_shows_is_what_holds()
    {
        await WriteAsync(Termijn("a"));
        var read = (await FindAsync("a"))!;

        await WriteAsync(read with { Stopped = DateTimeOffset.UnixEpoch.AddYears(56), StoppedBy = "een" });
        var late = await Assert.ThrowsAsync<StorageException>(() => WriteAsync(read with { StoppedBy = "twee" }));
        var duplicate = await Assert.ThrowsAsync<StorageException>(() => WriteAsync(Termijn("a")));

        Assert.Equal((StorageFault.Conflict, StorageFault.Conflict), (late.Fault, duplicate.Fault));
        var ofBericht = await _termijnen.OfBerichtAsync(Pair, read.Setting!.BerichtId, TestContext.Current.CancellationToken);
        Assert.Equal("een", Assert.Single(ofBericht).StoppedBy);
    }

    [Fact]
    public async Task The_agenda_gives_what_ended_before_a_day_oldest_first_and_nothing_else()
    {
        foreach (var (key, days) in ((string, int)[])[("later", 1), ("vandaag", 0), ("gisteren", -1), ("lang", -400)])
        {
            var termijn = Termijn(key);
            await _termijnen.PutOnAgendaAsync(
                [termijn with { Setting = termijn.Setting! with { Deadline = Day.AddDays(days) } }],
                TestContext.Current.CancellationToken
            );
        }

        var lengthy = new AgendaItem(Day.AddDays(-400), Pair, "lang");
        Assert.Equal([lengthy, new AgendaItem(Day.AddDays(-1), Pair, "gisteren")], await AgendaAsync());

        await _termijnen.StrikeOutAsync(lengthy, TestContext.Current.CancellationToken);
        await _termijnen.StrikeOutAsync(lengthy, TestContext.Current.CancellationToken);
        Assert.Equal([new AgendaItem(Day.AddDays(-1), Pair, "gisteren")], await AgendaAsync());
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1300)]
    public async Task Any_number_of_clocks_is_stored_and_found(int count)
    {
        var all = Enumerable
            .Range(0, count)
            .Select(number => $"k{number:D5}")
            .Select((key, number) => number % 3 == 0 ? new Termijn { Pair = Pair, Key = key } : Termijn(key))
            .ToList();

        await _termijnen.WriteAsync(all, TestContext.Current.CancellationToken);

        var asked = all.Where((_, number) => number % 5 != 1).Select(termijn => termijn.Key).Append("k-er-is-geen").ToList();
        var found = await _termijnen.FindAsync(Pair, asked, TestContext.Current.CancellationToken);
        Assert.Equal(asked.SkipLast(1).Order(), found.Keys.Order());
        Assert.All(found.Values, termijn => Assert.Equal(all.Find(other => other.Key == termijn.Key), termijn with { Version = null }));
    }

    [Fact]
    public async Task What_is_late_is_there_for_both_parties_in_pages_longest_first_and_for_nobody_else()
    {
        for (var i = 0; i < 5; i++)
        {
            var termijn = Termijn("k" + i);
            await _termijnen.ReportOverdueAsync(
                termijn with
                {
                    Setting = termijn.Setting! with { Deadline = Day.AddDays(-i) },
                },
                TestContext.Current.CancellationToken
            );
        }

        var one = await _termijnen.OverdueAsync("0503", null, 3, TestContext.Current.CancellationToken);
        var two = await _termijnen.OverdueAsync("0503", one.Continuation, 3, TestContext.Current.CancellationToken);

        Assert.Equal(["k4", "k3", "k2", "k1", "k0"], [.. one.Termijnen.Concat(two.Termijnen).Select(termijn => termijn.Key)]);
        Assert.Null(two.Continuation);
        Assert.Equal(5, (await _termijnen.OverdueAsync("90000001", null, 100, TestContext.Current.CancellationToken)).Termijnen.Count);
        Assert.Empty((await _termijnen.OverdueAsync("0518", null, 100, TestContext.Current.CancellationToken)).Termijnen);
        await _termijnen.NoLongerOverdueAsync([one.Termijnen[0]], TestContext.Current.CancellationToken);
        Assert.Equal(4, (await _termijnen.OverdueAsync("90000001", null, 100, TestContext.Current.CancellationToken)).Termijnen.Count);
    }

    private static Termijn Termijn(string key) =>
        new()
        {
            Pair = Pair,
            Key = key,
            Setting = new TermijnSetting
            {
                Kind = TermijnKind.Retour,
                BerichtId = "0503-00112233445566778899aabbccddeeff",
                Berichtsoort = "JW301",
                Identificatie = "é/\\#?'\"&<",
                OnTurn = "90000001",
                Deadline = Day,
                SetBy = "0503-00112233445566778899aabbccddeeff",
            },
        };

    private Task WriteAsync(Termijn termijn) => _termijnen.WriteAsync([termijn], TestContext.Current.CancellationToken);

    private async Task<Termijn?> FindAsync(string key) =>
        (await _termijnen.FindAsync(Pair, [key], TestContext.Current.CancellationToken)).GetValueOrDefault(key);

    private async Task<List<AgendaItem>> AgendaAsync()
    {
        var read = new List<AgendaItem>();
        await foreach (var rule in _termijnen.AgendaBeforeAsync(Day, TestContext.Current.CancellationToken))
        {
            read.Add(rule);
        }
        return read;
    }
}
