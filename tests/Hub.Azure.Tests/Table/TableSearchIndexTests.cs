using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Hub.Archief;
using Hub.Azure.Table;
using Hub.Azure.Tests.Shared;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Search;
using Ijw;
using Ijw.Content;

namespace Hub.Azure.Tests.Table;

public sealed class TableSearchIndexTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = new(2026, 7, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly SearchTerm All = new(SearchKind.All, "");

    private readonly string _connection = azurite.NewConnection();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_period_takes_its_first_moment_in_and_leaves_its_end_out()
    {
        var index = Index();
        foreach (var (number, moment) in new[] { Now.AddMilliseconds(-1), Now, Now.AddDays(1).AddMilliseconds(-1), Now.AddDays(1) }.Index())
        {
            await index.AddForSenderAsync(Bericht(number, moment), Bericht(number, moment).Header, Stop);
        }

        Assert.Equal([2, 1], await FindAsync(index, new SearchPeriod(Now, Now.AddDays(1))));
        Assert.Equal([1, 0], await FindAsync(index, new SearchPeriod(null, Now.AddMilliseconds(1))));
        Assert.Equal([3, 2, 1], await FindAsync(index, new SearchPeriod(Now, null)));
        Assert.Equal([0], await FindAsync(index, new SearchPeriod(null, Now.AddDays(1)), SearchPlace.Of(Bericht(1, Now))));
        Assert.Equal(
            [1],
            await FindAsync(index, new SearchPeriod(Now, Now.AddMilliseconds(1)), SearchPlace.Of(Bericht(3, Now.AddDays(1))))
        );
    }

    [Fact]
    public async Task Berichten_of_one_moment_follow_each_other_by_their_ids()
    {
        var index = Index();
        foreach (var number in (int[])[2, 0, 1])
        {
            await index.AddForSenderAsync(Bericht(number, Now), Bericht(number, Now).Header, Stop);
        }

        Assert.Equal([0, 1, 2], await FindAsync(index, default));
        Assert.Equal([1, 2], await FindAsync(index, default, SearchPlace.Of(Bericht(0, Now))));
    }

    [Fact]
    public async Task What_is_removed_leaves_no_row_also_when_another_key_made_it_or_it_was_added_twice()
    {
        var (index, bericht) = (Index(), Bericht(1, Now.AddTicks(1234)));
        await index.AddForSenderAsync(bericht, bericht.Header, Stop);
        await index.AddForSenderAsync(bericht, bericht.Header, Stop);
        // All, the other party, the soort, the Identificatie; and that it is not processed yet.
        Assert.Equal(5, await RowsAsync());

        await Index("2").RemoveAsync(bericht, Stop);

        Assert.Equal(0, await RowsAsync());
        await index.RemoveAsync(bericht, Stop);
    }

    /// <summary>A row for each number at each party, in as few calls as the storage lets: 100 rows of a partition at a time.</summary>
    [Fact]
    public async Task Thousands_of_numbers_are_written_and_removed_a_hundred_at_a_time()
    {
        const int numbers = 3000;
        // Of each party: all, the other party, the soort and the Identificatie too.
        const int rows = numbers + 4;
        var (index, bericht, content) = (Index(), Bericht(1, Now, "JW307"), Content(numbers));

        using (var calls = new CountedCalls(_connection))
        {
            await index.AddAsync([new SearchEntry(bericht, content)], Stop);
            Assert.InRange(calls.Count, 2 * rows / 100, (2 * rows / 100) + 20);
        }

        Assert.Equal(2 * rows, await RowsAsync());
        Assert.Single((await index.FindAsync("0503", SearchTerms.ToewijzingNummer(numbers), default, null, 10, Stop)).Hits);
        // Of a removal that was broken off: the rest goes all the same.
        await new TableClient(_connection, "zoeken").DeleteEntityAsync("0503", (await FirstRowAsync()).RowKey, cancellationToken: Stop);
        using (var calls = new CountedCalls(_connection))
        {
            await index.RemoveAsync(bericht, Stop);
            Assert.InRange(calls.Count, 2 * rows / 100, (2 * rows / 100) + 120);
        }

        Assert.Equal(0, await RowsAsync());
    }

    private static BerichtContent Content(int numbers)
    {
        const string who =
            "<m:Bsn>999900006</m:Bsn><m:Geboortedatum><i:Datum>2010-02-14</i:Datum></m:Geboortedatum><m:Geslacht>1</m:Geslacht>"
            + "<m:Naam><i:Geslachtsnaam><i:Achternaam>Voorbeeld</i:Achternaam></i:Geslachtsnaam></m:Naam>";
        var xml = new StringBuilder(
            "<m:Bericht xmlns:i=\"http://www.istandaarden.nl/ijw/3_2/basisschema/schema\" "
                + "xmlns:m=\"http://www.istandaarden.nl/ijw/3_2/jw307/schema\">"
                + "<m:Header><m:BerichtCode>440</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2"
                + "</m:BerichtSubversie>"
                + "<m:Afzender>90000001</m:Afzender><m:Ontvanger>0503</m:Ontvanger><m:BerichtIdentificatie>"
                + "<i:Identificatie>A1</i:Identificatie>"
                + "<i:Dagtekening>2026-07-20</i:Dagtekening></m:BerichtIdentificatie><m:XsdVersie>"
                + "<i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>"
                + $"<i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></m:XsdVersie></m:Header><m:Client>{who}<m:StopProducten>"
        );
        for (var number = 1; number <= numbers; number++)
        {
            xml.Append(
                    CultureInfo.InvariantCulture,
                    $"<m:StopProduct><m:ToewijzingNummer>{number}</m:ToewijzingNummer><m:Product><i:Categorie>45</i:Categorie>"
                )
                .Append(
                    "<i:Code>45A04</i:Code></m:Product><m:ToewijzingIngangsdatum>2026-04-01</m:ToewijzingIngangsdatum>"
                        + "<m:Begindatum>2026-04-03</m:Begindatum>"
                )
                .Append(
                    "<m:RedenBeeindiging>31</m:RedenBeeindiging><m:Einddatum>2026-07-17</m:Einddatum>"
                        + "<m:StatusAanlevering>1</m:StatusAanlevering></m:StopProduct>"
                );
        }

        xml.Append("</m:StopProducten></m:Client></m:Bericht>");
        return ContentReader.Read(Encoding.UTF8.GetBytes(xml.ToString()), _ => new ClientKey("1.x"))!;
    }

    /// <summary>However much there is, a call reads what it may and goes on from there.</summary>
    [Fact]
    public async Task A_search_reads_no_more_than_its_bounds_and_goes_on_until_all_was_seen()
    {
        const int count = BerichtSearch.MaxRows + 50;
        var index = Index();
        var berichten = new TableBerichten(StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)));
        var all = Enumerable
            .Range(0, count)
            .Select(number => Bericht(number, Now.AddSeconds(number), number == 7 ? "JW301" : "JW305"))
            .ToList();
        await Parallel.ForEachAsync(all, Stop, async (bericht, stop) => await index.AddForSenderAsync(bericht, bericht.Header, stop));
        foreach (var bericht in all.Where((_, number) => number is 7 or 3))
        {
            await berichten.AddAsync(bericht, Stop);
        }
        var counting = new CountingIndex(index);
        var deelnemer = new Deelnemer(DeelnemerKind.Aanbieder, "90000001", "De Vliet", Retour.Itself, []);
        // A counterparty and a soort: of the rows of the first, one is of the second.
        var filter = new SearchFilter { Terms = [new(SearchKind.Kind, "JW301"), new(SearchKind.Counterparty, "0503")] };
        var search = new BerichtSearch(counting, berichten);

        var one = await search.FindAsync(deelnemer, filter, null, 10, Stop);
        var two = await search.FindAsync(deelnemer, filter, one.Next, 10, Stop);

        Assert.Empty(one.Berichten);
        Assert.Equal([all[7].BerichtId], two.Berichten.Select(bericht => bericht.BerichtId));
        Assert.Null(two.Next);
        Assert.Equal([BerichtSearch.MaxRows, BerichtSearch.MaxRows], counting.Asked);
    }

    private static string Id(int number) => $"0503-{number:D4}{new string('0', 28)}";

    private static BerichtStatus Bericht(int number, DateTimeOffset moment, string kind = "JW305") =>
        new()
        {
            BerichtId = Id(number),
            Header = new BerichtHeader
            {
                Kind = Standard.Find(kind)!,
                Afzender = "90000001",
                Ontvanger = "0503",
                Identificatie = $"A{number}",
                Dagtekening = new DateOnly(2026, 7, 20),
                DagtekeningText = "2026-07-20",
                BasisschemaXsdVersie = "1.0.0",
                BerichtXsdVersie = "1.0.0",
            },
            Oordeel = Oordeel.Approved,
            Bevindingen = [],
            BevindingCount = 0,
            Archief = new ArchiefReference("archief-0503", Id(number)),
            Sha256 = new string('0', 64),
            Length = 1,
            Ontvangstdatum = new DateOnly(2026, 7, 20),
            Trail = new Trail { Received = moment },
        };

    private static async Task<List<int>> FindAsync(TableSearchIndex index, SearchPeriod period, SearchPlace? after = null)
    {
        var found = await index.FindAsync("90000001", All, period, after, 100, Stop);
        Assert.False(found.HasMore);
        return [.. found.Hits.Select(hit => int.Parse(hit.Place.BerichtId.AsSpan(5, 4)))];
    }

    private TableSearchIndex Index(string key = "1") =>
        new(
            StorageAccount.With(_connection, new DependencyLimit(Patience.Longest)),
            new ClientKeys(key, Encoding.ASCII.GetBytes("alleen-voor-deze-machine-000000" + key))
        );

    private async Task<TableEntity> FirstRowAsync()
    {
        await foreach (
            var row in new TableClient(_connection, "zoeken").QueryAsync<TableEntity>(
                "PartitionKey eq '0503' and RowKey ge 'n'",
                cancellationToken: Stop
            )
        )
        {
            return row;
        }
        throw new InvalidOperationException("There is no row.");
    }

    private async Task<int> RowsAsync()
    {
        var count = 0;
        await foreach (var _ in new TableClient(_connection, "zoeken").QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            count++;
        }
        return count;
    }

    private sealed class CountingIndex(ISearchIndex real) : ISearchIndex
    {
        public Task<BerichtNumbers?> NumbersAsync(string code, SearchPlace place, CancellationToken cancellation) =>
            real.NumbersAsync(code, place, cancellation);

        public List<int> Asked { get; } = [];

        public Task AddForSenderAsync(BerichtStatus bericht, BerichtHeader header, CancellationToken cancellation) =>
            real.AddForSenderAsync(bericht, header, cancellation);

        public Task AddAsync(IReadOnlyList<SearchEntry> entries, CancellationToken cancellation) => real.AddAsync(entries, cancellation);

        public Task RemoveTermsAsync(BerichtStatus bericht, CancellationToken cancellation) => real.RemoveTermsAsync(bericht, cancellation);

        public Task RemoveAsync(BerichtStatus bericht, CancellationToken cancellation) => real.RemoveAsync(bericht, cancellation);

        public Task<SearchHits> FindAsync(
            string code,
            SearchTerm term,
            SearchPeriod period,
            SearchPlace? after,
            int max,
            CancellationToken cancellation
        )
        {
            Asked.Add(max);
            return real.FindAsync(code, term, period, after, max, cancellation);
        }

        public Task<bool> HasAsync(string code, SearchTerm term, SearchPlace place, CancellationToken cancellation) =>
            real.HasAsync(code, term, place, cancellation);
    }
}
