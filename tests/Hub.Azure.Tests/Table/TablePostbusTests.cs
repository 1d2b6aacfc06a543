using Azure.Data.Tables;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Postbus;

namespace Hub.Azure.Tests.Table;

public sealed class TablePostbusTests(Azurite azurite)
{
    private const string Code = "90000004";

    private readonly string _verbinding = azurite.NieuweVerbinding();

    [Fact]
    public async Task What_was_put_in_is_listed_in_order_and_as_it_was_until_it_is_confirmed()
    {
        var postbus = Postbus();
        var stukken = Enumerable.Range(0, 3).Select(_ => Stuk()).ToList();
        foreach (var stuk in stukken) Assert.True(await LegAsync(postbus, stuk));

        var pagina = await LijstAsync(postbus);

        Assert.Equal(stukken, pagina.Stukken.Select(liggend => liggend.Stuk));
        Assert.Equal([1L, 2, 3], pagina.Stukken.Select(liggend => liggend.Volgnummer));
        Assert.False(pagina.Meer);
        Assert.True(await BevestigAsync(postbus, stukken[1].Id));
        Assert.Equal([stukken[0], stukken[2]], (await LijstAsync(postbus)).Stukken.Select(liggend => liggend.Stuk));
    }

    [Fact]
    public async Task The_same_poststuk_comes_in_once_also_when_it_has_been_confirmed_already()
    {
        var postbus = Postbus();
        var stuk = Stuk();

        Assert.True(await LegAsync(postbus, stuk));
        Assert.False(await LegAsync(postbus, stuk));
        Assert.Single((await LijstAsync(postbus)).Stukken);
        Assert.True(await BevestigAsync(postbus, stuk.Id));
        Assert.False(await LegAsync(Postbus(), stuk));
        Assert.Empty((await LijstAsync(postbus)).Stukken);
        Assert.True(await LegAsync(postbus, stuk with { Id = stuk.Id + "+herhaling+202607201200", Herhaling = true }));
        Assert.True(Assert.Single((await LijstAsync(postbus)).Stukken).Stuk.Herhaling);
    }

    [Fact]
    public async Task Confirming_again_changes_nothing_and_what_was_never_there_cannot_be_confirmed()
    {
        var postbus = Postbus();
        var stuk = Stuk();
        await LegAsync(postbus, stuk);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => BevestigAsync(Postbus(), stuk.Id))), Assert.True);
        Assert.False(await BevestigAsync(postbus, Stuk().Id));
        Assert.False(await postbus.BevestigAsync("0503", stuk.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_holds_what_was_asked_for_and_says_whether_there_is_more()
    {
        var postbus = Postbus();
        for (var i = 0; i < 5; i++) await LegAsync(postbus, Stuk());

        var een = await postbus.LijstAsync(Code, 0, 2, TestContext.Current.CancellationToken);
        var twee = await postbus.LijstAsync(Code, 2, 3, TestContext.Current.CancellationToken);

        Assert.Equal((2, true), (een.Stukken.Count, een.Meer));
        Assert.Equal([3L, 4, 5], twee.Stukken.Select(liggend => liggend.Volgnummer));
        Assert.False(twee.Meer);
    }

    /// <summary>Several instances of the app deliver while a reader goes on from its cursor: with keys by clock it would pass by some.</summary>
    [Fact]
    public async Task A_reader_who_goes_from_cursor_to_cursor_misses_nothing_of_what_is_delivered_meanwhile()
    {
        const int aantal = 60;
        var stukken = Enumerable.Range(0, aantal).Select(_ => Stuk()).ToList();
        var leveringen = Enumerable.Range(0, 3).Select(instantie => Task.Run(async () =>
        {
            var postbus = Postbus();
            for (var i = instantie; i < aantal; i += 3) Assert.True(await LegAsync(postbus, stukken[i]));
        })).ToList();

        var gelezen = new List<LiggendPoststuk>();
        var lezer = Postbus();
        while (gelezen.Count < aantal)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var klaar = leveringen.TrueForAll(levering => levering.IsCompleted);
            var pagina = await lezer.LijstAsync(Code, gelezen.LastOrDefault()?.Volgnummer ?? 0, 7, TestContext.Current.CancellationToken);
            gelezen.AddRange(pagina.Stukken);
            if (klaar && pagina.Stukken.Count == 0) break;
        }

        await Task.WhenAll(leveringen);
        Assert.Equal(Enumerable.Range(1, aantal).Select(nummer => (long)nummer), gelezen.Select(liggend => liggend.Volgnummer));
        Assert.Equal(stukken.Select(stuk => stuk.Id).Order(), gelezen.Select(liggend => liggend.Stuk.Id).Order());
    }

    [Fact]
    public async Task A_partition_holds_the_postbus_of_one_deelnemer()
    {
        var postbus = Postbus();
        await postbus.LegNeerAsync("0503", Stuk(), TestContext.Current.CancellationToken);
        await LegAsync(postbus, Stuk());

        Assert.Single((await LijstAsync(postbus)).Stukken);
        var rijen = new TableClient(_verbinding, "postbus").QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken);
        var partities = new List<string>();
        await foreach (var rij in rijen) partities.Add(rij.PartitionKey);
        Assert.Equal(["0503", "0503", "0503", Code, Code, Code], partities.Order());
    }

    private static Poststuk Stuk()
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
            AantalBevindingen = 2,
            Lengte = 1234,
        };
    }

    /// <summary>The postbus as another instance of the app has it.</summary>
    private TablePostbus Postbus() => new(Opslagaccount.Met(_verbinding, new DependencyLimit(Patience.Longest)), TimeProvider.System);

    private static Task<bool> LegAsync(TablePostbus postbus, Poststuk stuk) => postbus.LegNeerAsync(Code, stuk, TestContext.Current.CancellationToken);

    private static Task<bool> BevestigAsync(TablePostbus postbus, string id) => postbus.BevestigAsync(Code, id, TestContext.Current.CancellationToken);

    private static Task<Postbuspagina> LijstAsync(TablePostbus postbus) => postbus.LijstAsync(Code, 0, 100, TestContext.Current.CancellationToken);
}
