using System.Text;
using Azure.Data.Tables;
using Hub.Archief;
using Hub.Azure.Table;
using Hub.Azure.Tests.Gedeeld;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Register;
using Hub.Search;
using Ijw;
using Ijw.Model;

namespace Hub.Azure.Tests.Table;

public sealed class TableSearchIndexTests(Azurite azurite)
{
    private static readonly DateTimeOffset Nu = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly SearchTerm All = new(SearchKind.All, "");

    private readonly string _connection = azurite.NieuweVerbinding();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_period_takes_its_first_moment_in_and_leaves_its_end_out()
    {
        var index = Index();
        foreach (var (number, moment) in new[] { Nu.AddMilliseconds(-1), Nu, Nu.AddDays(1).AddMilliseconds(-1), Nu.AddDays(1) }.Index())
            await index.AddForSenderAsync(Bericht(number, moment), Bericht(number, moment).Kop, Stop);

        Assert.Equal([2, 1], await FindAsync(index, new SearchPeriod(Nu, Nu.AddDays(1))));
        Assert.Equal([1, 0], await FindAsync(index, new SearchPeriod(null, Nu.AddMilliseconds(1))));
        Assert.Equal([3, 2, 1], await FindAsync(index, new SearchPeriod(Nu, null)));
        Assert.Equal([0], await FindAsync(index, new SearchPeriod(null, Nu.AddDays(1)), SearchPlace.Of(Bericht(1, Nu))));
        Assert.Equal([1], await FindAsync(index, new SearchPeriod(Nu, Nu.AddMilliseconds(1)), SearchPlace.Of(Bericht(3, Nu.AddDays(1)))));
    }

    [Fact]
    public async Task Berichten_of_one_moment_follow_each_other_by_their_ids()
    {
        var index = Index();
        foreach (var number in (int[])[2, 0, 1]) await index.AddForSenderAsync(Bericht(number, Nu), Bericht(number, Nu).Kop, Stop);

        Assert.Equal([0, 1, 2], await FindAsync(index, default));
        Assert.Equal([1, 2], await FindAsync(index, default, SearchPlace.Of(Bericht(0, Nu))));
    }

    [Fact]
    public async Task What_is_removed_leaves_no_row_also_when_another_key_made_it_or_it_was_added_twice()
    {
        var (index, bericht) = (Index(), Bericht(1, Nu.AddTicks(1234)));
        await index.AddForSenderAsync(bericht, bericht.Kop, Stop);
        await index.AddForSenderAsync(bericht, bericht.Kop, Stop);
        Assert.Equal(4, await RowsAsync());

        await Index("2").RemoveAsync(bericht, Stop);

        Assert.Equal(0, await RowsAsync());
        await index.RemoveAsync(bericht, Stop);
    }

    /// <summary>However much there is, a call reads what it may and goes on from there.</summary>
    [Fact]
    public async Task A_search_reads_no_more_than_its_bounds_and_goes_on_until_all_was_seen()
    {
        const int aantal = BerichtSearch.MaxRows + 50;
        var index = Index();
        var berichten = new TableBerichten(Opslagaccount.Met(_connection));
        var alle = Enumerable.Range(0, aantal).Select(number => Bericht(number, Nu.AddSeconds(number), number == 7 ? "JW301" : "JW305")).ToList();
        await Parallel.ForEachAsync(alle, Stop, async (bericht, stop) => await index.AddForSenderAsync(bericht, bericht.Kop, stop));
        foreach (var bericht in alle.Where((_, number) => number is 7 or 3)) await berichten.VoegToeAsync(bericht, Stop);
        var counting = new CountingIndex(index);
        var deelnemer = new Deelnemer(DeelnemerSoort.Aanbieder, "90000001", "De Vliet", Retour.Zelf, []);
        // A counterparty and a soort: of the rows of the first, one is of the second.
        var filter = new SearchFilter { Terms = [new(SearchKind.Soort, "JW301"), new(SearchKind.Counterparty, "0503")] };
        var search = new BerichtSearch(counting, berichten);

        var een = await search.FindAsync(deelnemer, filter, null, 10, Stop);
        var twee = await search.FindAsync(deelnemer, filter, een.Next, 10, Stop);

        Assert.Empty(een.Berichten);
        Assert.Equal([alle[7].BerichtId], twee.Berichten.Select(bericht => bericht.BerichtId));
        Assert.Null(twee.Next);
        Assert.Equal([BerichtSearch.MaxRows, BerichtSearch.MaxRows], counting.Asked);
    }

    private static string Id(int number) => $"0503-{number:D4}{new string('0', 28)}";

    private static BerichtStatus Bericht(int number, DateTimeOffset moment, string soort = "JW305") => new()
    {
        BerichtId = Id(number),
        Kop = new Berichtkop
        {
            Soort = Standaard.Zoek(soort)!,
            Afzender = "90000001",
            Ontvanger = "0503",
            Identificatie = $"A{number}",
            Dagtekening = new DateOnly(2026, 7, 20),
            DagtekeningTekst = "2026-07-20",
            BasisschemaXsdVersie = "1.0.0",
            BerichtXsdVersie = "1.0.0",
        },
        Oordeel = Oordeel.Goedgekeurd,
        Bevindingen = [],
        AantalBevindingen = 0,
        Archief = new ArchiefVerwijzing("archief-0503", Id(number)),
        Sha256 = new string('0', 64),
        Lengte = 1,
        Ontvangstdatum = new DateOnly(2026, 7, 20),
        Spoor = new Spoor { Ontvangen = moment },
    };

    private static async Task<List<int>> FindAsync(TableSearchIndex index, SearchPeriod period, SearchPlace? after = null)
    {
        var found = await index.FindAsync("90000001", All, period, after, 100, Stop);
        Assert.False(found.HasMore);
        return [.. found.Hits.Select(hit => int.Parse(hit.Place.BerichtId.AsSpan(5, 4)))];
    }

    private TableSearchIndex Index(string key = "1") =>
        new(Opslagaccount.Met(_connection), new Clientsleutels(key, Encoding.ASCII.GetBytes("alleen-voor-deze-machine-000000" + key)));

    private async Task<int> RowsAsync()
    {
        var count = 0;
        await foreach (var _ in new TableClient(_connection, "zoeken").QueryAsync<TableEntity>(cancellationToken: Stop)) count++;
        return count;
    }

    private sealed class CountingIndex(ISearchIndex real) : ISearchIndex
    {
        public List<int> Asked { get; } = [];

        public Task AddForSenderAsync(BerichtStatus bericht, Berichtkop header, CancellationToken cancellation) =>
            real.AddForSenderAsync(bericht, header, cancellation);

        public Task AddAsync(IReadOnlyList<SearchEntry> entries, CancellationToken cancellation) => real.AddAsync(entries, cancellation);

        public Task RemoveAsync(BerichtStatus bericht, CancellationToken cancellation) => real.RemoveAsync(bericht, cancellation);

        public Task<SearchHits> FindAsync(string code, SearchTerm term, SearchPeriod period, SearchPlace? after, int max, CancellationToken cancellation)
        {
            Asked.Add(max);
            return real.FindAsync(code, term, period, after, max, cancellation);
        }

        public Task<bool> HasAsync(string code, SearchTerm term, SearchPlace place, CancellationToken cancellation) => real.HasAsync(code, term, place, cancellation);
    }
}
