using System.Globalization;
using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Search;

namespace Hub.Azure.Table;

/// <summary>
/// Table <c>zoeken</c>: PartitionKey = code of a deelnemer, RowKey = <c>{term}~{time, latest first}~{BerichtId}</c>, a row for each term of
/// a bericht at each of its parties. What a sender wrote is a keyed hash in the term. The row of the term "all" also tells which other rows
/// the bericht has. Beside these stand the rows of the worklists (<see cref="TableWorklist"/>).
/// </summary>
public sealed class TableSearchIndex(StorageAccount account, ClientKeys keys, IUnreadableRows? unreadable = null) : ISearchIndex
{
    private const string Kind = "Soort";
    private const string Counterparty = "Tegenpartij";
    private const string Header = "Header";
    private const string Content = "Inhoud";
    private const string Zaak = "z";

    // A property holds 32 Ki characters; a term is 26 of them, and a bericht has 10,000 at most.
    private const int TermsPerProperty = 1000;

    private static readonly SearchTerm All = new(SearchKind.All, "");
    private static readonly string[] HitProperties = ["PartitionKey", "RowKey", Kind, Counterparty];

    private readonly Table _table = new(account, "zoeken", unreadable);

    /// <inheritdoc/>
    public Task AddForSenderAsync(BerichtStatus bericht, BerichtHeader header, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var sender = Parties(bericht).Where(party => party.Code == bericht.Header.Sender);
        return _table.WriteAsync(
            "schrijven",
            [.. Rows(bericht, sender, Header, SearchTerms.Of(header)), WorklistRow.Put(WorklistRow.InProcess(bericht))],
            cancellation
        );
    }

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<SearchEntry> entries, CancellationToken cancellation) =>
        _table.WriteAsync("schrijven", entries.SelectMany(Rows), cancellation);

    /// <summary>The rows by which both parties find a bericht.</summary>
    internal IEnumerable<TableTransactionAction> Rows(SearchEntry entry)
    {
        var numbers = BerichtNumbers.Of(entry.Content);
        IEnumerable<SearchTerm> terms = SearchTerms.Of(entry.Content.Header, numbers);
        var actions = Rows(
            entry.Bericht,
            Parties(entry.Bericht),
            Content,
            [.. entry.Bericht.Zaak is { } zaak ? terms.Append(new SearchTerm(SearchKind.Zaak, zaak)) : terms]
        );
        var all = RowKey(All, SearchPlace.Of(entry.Bericht));
        foreach (var row in actions.Select(action => (TableEntity)action.Entity).Where(row => row.RowKey == all))
        {
            NumbersRow.Write(row, numbers, keys);
        }
        return actions;
    }

    /// <inheritdoc/>
    public async Task<BerichtNumbers?> NumbersAsync(string code, SearchPlace place, CancellationToken cancellation)
    {
        var row = await _table
            .DoAsync(
                "vinden",
                (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(code, RowKey(All, place), cancellationToken: stop),
                cancellation
            )
            .ConfigureAwait(false);
        return row.HasValue ? _table.ReadOne(row.Value!, numbers => NumbersRow.Read(numbers, keys)) : null;
    }

    /// <summary>What a RowKey of a term begins with.</summary>
    internal string Prefix(SearchTerm term) => Key(term) + "~";

    /// <inheritdoc/>
    public Task RemoveTermsAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        return RemoveTermsAsync(bericht, key => !key.StartsWith(Zaak, StringComparison.Ordinal), cancellation);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(BerichtStatus bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        foreach (var (code, _) in Parties(bericht))
        {
            await RemoveFromWorklistAsync(code, bericht, cancellation).ConfigureAwait(false);
        }
        await RemoveTermsAsync(bericht, _ => true, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<SearchHits> FindAsync(
        string code,
        SearchTerm term,
        SearchPeriod period,
        SearchPlace? after,
        int max,
        CancellationToken cancellation
    )
    {
        var key = Key(term);
        // The later, the sooner: just behind the place, or the first of the last moment in the period, whichever comes last.
        var first = period.Until is { } until ? $"{key}~{SearchPlace.Descending(until.AddTicks(-1))}" : $"{key}~";
        if (after is { } place && string.CompareOrdinal($"{key}~{place}", first) > 0)
        {
            first = $"{key}~{place}!";
        }
        var end = period.From is { } from ? $"{key}~{SearchPlace.Descending(from)}~z" : $"{key}~z";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey ge {first} and RowKey lt {end}");
        var rows = await _table.ListAsync("vinden", filter, max + 1, cancellation, HitProperties).ConfigureAwait(false);
        var hits = _table
            .Read(
                rows.Take(max),
                row => new SearchHit(
                    SearchPlace.Read(row.RowKey[(key.Length + 1)..]) ?? throw new FormatException(),
                    row.Required(Kind),
                    row.Required(Counterparty)
                )
            )
            .Read;
        return new SearchHits(hits, rows.Count > max);
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string code, SearchTerm term, SearchPlace place, CancellationToken cancellation)
    {
        var row = await _table
            .DoAsync(
                "vinden",
                (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(code, RowKey(term, place), ["RowKey"], stop),
                cancellation
            )
            .ConfigureAwait(false);
        return row.HasValue;
    }

    private async Task RemoveTermsAsync(BerichtStatus bericht, Func<string, bool> isRemoved, CancellationToken cancellation)
    {
        var place = SearchPlace.Of(bericht);
        foreach (var (code, other) in Parties(bericht))
        {
            var all = await _table
                .DoAsync(
                    "zoeken",
                    (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(code, RowKey(All, place), cancellationToken: stop),
                    cancellation
                )
                .ConfigureAwait(false);
            var terms = Fixed(bericht, other).Select(Key).Concat(all.HasValue ? Terms(all.Value!) : []).Where(isRemoved);
            await _table.RemoveAsync(terms.Select(term => (code, $"{term}~{place}")), cancellation).ConfigureAwait(false);
            // Last, since only it knows the others.
            await _table.RemoveAsync([(code, RowKey(All, place))], cancellation).ConfigureAwait(false);
        }
    }

    private async Task RemoveFromWorklistAsync(string code, BerichtStatus bericht, CancellationToken cancellation)
    {
        var keys = new List<string>();
        foreach (var (from, until) in WorklistRow.RangesOf(bericht))
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey ge {from} and RowKey lt {until}");
            var rows = await _table.ListAsync("zoeken", filter, null, cancellation, ["RowKey"]).ConfigureAwait(false);
            keys.AddRange(rows.Select(row => row.RowKey));
        }

        await _table.RemoveAsync(keys.Select(key => (code, key)), cancellation).ConfigureAwait(false);
    }

    // A row for each deelnemer that is a party, and who the other is.
    private static (string Code, string Other)[] Parties(BerichtStatus bericht) =>
        bericht.Header.Afzender == bericht.Header.Ontvanger
            ? [(bericht.Header.Afzender, bericht.Header.Ontvanger)]
            : [(bericht.Header.Afzender, bericht.Header.Ontvanger), (bericht.Header.Ontvanger, bericht.Header.Afzender)];

    private static SearchTerm[] Fixed(BerichtStatus bericht, string other) =>
        [new(SearchKind.Counterparty, other), new(SearchKind.Kind, bericht.Header.Kind.Name)];

    private static IEnumerable<string> Terms(TableEntity all) =>
        all.Where(property =>
                property.Key.StartsWith(Header, StringComparison.Ordinal) || property.Key.StartsWith(Content, StringComparison.Ordinal)
            )
            .SelectMany(property => ((string)property.Value).Split(' '));

    private List<TableTransactionAction> Rows(
        BerichtStatus bericht,
        IEnumerable<(string Code, string Other)> parties,
        string source,
        IReadOnlyCollection<SearchTerm> terms
    )
    {
        var place = SearchPlace.Of(bericht);
        var actions = new List<TableTransactionAction>();
        foreach (var (code, other) in parties)
        {
            string[] found = [.. terms.Select(Key).Order(StringComparer.Ordinal)];
            var all = Row(All);
            foreach (var (number, part) in found.Chunk(TermsPerProperty).Index())
            {
                all[string.Create(CultureInfo.InvariantCulture, $"{source}{number:D2}")] = string.Join(' ', part);
            }
            // Merged, since the terms of the Header come before those of the content.
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertMerge, all));
            // Merged, since a row of a zaak says what became of the bericht once it is answered.
            actions.AddRange(
                Fixed(bericht, other)
                    .Concat(terms)
                    .Select(term => new TableTransactionAction(TableTransactionActionType.UpsertMerge, Row(term)))
            );

            TableEntity Row(SearchTerm term) =>
                new(code, RowKey(term, place)) { [Kind] = bericht.Header.Kind.Name, [Counterparty] = other };
        }

        return actions;
    }

    private string RowKey(SearchTerm term, SearchPlace place) => $"{Key(term)}~{place}";

    private string Key(SearchTerm term) =>
        term.Kind switch
        {
            SearchKind.Verzoek => "r" + keys.Keyed("verzoek", Kept(term.Value)),
            SearchKind.Identificatie => "i" + keys.Keyed("identificatie", Kept(term.Value)),
            SearchKind.DeclaratieNummer => "d" + keys.Keyed("declaratienummer", Kept(term.Value)),
            // A keyed hash already.
            SearchKind.Zaak => Zaak + term.Value,
            SearchKind.ToewijzingNummer => "n" + keys.Keyed("toewijzingnummer", term.Value),
            SearchKind.Counterparty => "t" + term.Value,
            SearchKind.Kind => "s" + term.Value,
            _ => "a",
        };

    // A number that may hold a BSN is kept as a key everywhere, so it is looked for by that key, whether it comes from a caller, a bericht
    // or a row.
    private string Kept(string number) => ClientKeys.IsKeyed(number) ? number : keys.Identification(number);
}
