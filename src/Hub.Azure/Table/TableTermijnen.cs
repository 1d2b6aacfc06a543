using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Termijnen;

namespace Hub.Azure.Table;

/// <summary>
/// Three tables. <c>klokken</c>: PartitionKey = the pair, RowKey = <c>s-{key of the clock}</c>, and <c>b-{BerichtId}-{key}</c> with the
/// same, to find those of one bericht; they change together. <c>agenda</c>: PartitionKey = the last day, so that who looks for what is due
/// reads only that. <c>telaat</c>: PartitionKey = code of a deelnemer, RowKey = last day and clock; a row for each of the two parties.
/// </summary>
public sealed class TableTermijnen(StorageAccount account, IUnreadableRows? unreadable = null) : ITermijnen
{
    private const char Separator = '.';

    private readonly Table _termijnen = new(account, "klokken", unreadable);
    private readonly Table _agenda = new(account, "agenda", unreadable);
    private readonly Table _overdue = new(account, "telaat", unreadable);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Termijn>> FindAsync(
        Pair pair,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellation
    )
    {
        var rows = await _termijnen
            .FindAsync("zoeken", pair.ToString(), [.. keys.Select(key => "s-" + key)], cancellation)
            .ConfigureAwait(false);
        return rows.Select(row => _termijnen.ReadOne(row, TermijnRow.Read)).ToDictionary(termijn => termijn.Key, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Termijn>> OfBerichtAsync(Pair pair, string berichtId, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {pair.ToString()} and RowKey ge {$"b-{berichtId}-"} and RowKey lt {$"b-{berichtId}."}"
        );
        var rows = await _termijnen.ListAsync("van een bericht", filter, null, cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => _termijnen.ReadOne(row, TermijnRow.Read))];
    }

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(termijnen);
        // The two rows of a clock stand next to each other and a batch holds an even number, so that they go in one; a row alone is put
        // with none.
        var (wasSet, prefetch) = (
            termijnen.Where(termijn => termijn.Setting is not null),
            termijnen.Where(termijn => termijn.Setting is null)
        );
        return _termijnen.WriteAsync(
            "schrijven",
            wasSet.SelectMany(termijn => new[] { State(termijn), OfBericht(termijn) }).Concat(prefetch.Select(State)),
            cancellation
        );
    }

    /// <inheritdoc/>
    public Task PutOnAgendaAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation) =>
        _agenda.WriteAsync(
            "zetten",
            termijnen.Select(termijn => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                new TableEntity(TermijnRow.Day(termijn.Setting!.Deadline), Agendasleutel(termijn.Pair, termijn.Key))
            )),
            cancellation
        );

    /// <inheritdoc/>
    public Task TakeOffAgendaAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation) =>
        _agenda.RemoveAsync(
            termijnen.Select(termijn => (TermijnRow.Day(termijn.Setting!.Deadline), Agendasleutel(termijn.Pair, termijn.Key))),
            cancellation
        );

    /// <inheritdoc/>
    public async IAsyncEnumerable<AgendaItem> AgendaBeforeAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {TermijnRow.Day(day)}");
        var rows = await _agenda.ListAsync("voor een dag", filter, MaxOnAgenda, cancellation).ConfigureAwait(false);
        foreach (var point in _agenda.Read(rows, Point).Read)
        {
            yield return point;
        }
    }

    /// <inheritdoc/>
    public Task StrikeOutAsync(AgendaItem point, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(point);
        return _agenda.RemoveAsync([(TermijnRow.Day(point.Deadline), Agendasleutel(point.Pair, point.Key))], cancellation);
    }

    /// <inheritdoc/>
    public Task ReportOverdueAsync(Termijn termijn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(termijn);
        var rows = termijn.Pair.Codes.Select(code => TermijnRow.Write(code, OverdueKey(termijn), termijn));
        return _overdue.WriteAsync(
            "melden",
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
            cancellation
        );
    }

    /// <inheritdoc/>
    public Task NoLongerOverdueAsync(IReadOnlyCollection<Termijn> termijnen, CancellationToken cancellation) =>
        _overdue.RemoveAsync(termijnen.SelectMany(termijn => termijn.Pair.Codes.Select(code => (code, OverdueKey(termijn)))), cancellation);

    /// <inheritdoc/>
    public async Task<OverduePage> OverdueAsync(string code, string? after, int count, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey gt {after ?? ""}");
        var rows = await _overdue.ListAsync("lijst", filter, count + 1, cancellation).ConfigureAwait(false);
        var page = rows.Take(count).ToList();
        var (read, bad) = _overdue.Read(
            page,
            stored =>
                TermijnRow.Read(stored) is { Setting: not null } termijn
                    ? termijn
                    : throw new InvalidDataException("What is late was never set.")
        );
        return new OverduePage(read, rows.Count > count ? page[^1].RowKey : null, [.. bad.Select(row => row.Id)]);
    }

    // What one page of the service holds: more than one run handles.
    private const int MaxOnAgenda = 1000;

    private static AgendaItem Point(TableEntity row)
    {
        var parts = row.RowKey.Split(Separator, 2);
        return new AgendaItem(TermijnRow.ReadDay(row.PartitionKey), Pair.Read(parts[0]), parts[1]);
    }

    private static TableTransactionAction State(Termijn termijn)
    {
        var row = TermijnRow.Write(termijn.Pair.ToString(), "s-" + termijn.Key, termijn);
        return termijn.Version is { } version
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, new ETag(version))
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    private static TableTransactionAction OfBericht(Termijn termijn) =>
        new(
            TableTransactionActionType.UpsertReplace,
            TermijnRow.Write(termijn.Pair.ToString(), $"b-{termijn.Setting!.BerichtId}-{termijn.Key}", termijn)
        );

    private static string OverdueKey(Termijn termijn) =>
        TermijnRow.Day(termijn.Setting!.Deadline) + Separator + Agendasleutel(termijn.Pair, termijn.Key);

    private static string Agendasleutel(Pair pair, string key) => $"{pair}{Separator}{key}";
}
