using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Hub.Postbus;
using Hub.Retries;

namespace Hub.Azure.Table;

/// <summary>
/// Table <c>postbus</c>: a partition per deelnemer, whose code is the PartitionKey. Row <c>stand</c> holds the last number given out,
/// <c>v{number}</c> what waits, <c>i{id}</c> what was ever put in, so that nothing comes in twice. The three change together, in one batch.
/// </summary>
public sealed class TablePostbus(Opslagaccount account, TimeProvider tijd, IUnreadableRows? unreadable = null) : IPostbus
{
    private const string StandSleutel = "stand";

    private readonly Tabel _tabel = new(account, "postbus", unreadable);
    private readonly ConcurrentDictionary<string, Stand> _standen = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<bool> LegNeerAsync(string code, Poststuk stuk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(stuk);
        var stand = _standen.GetOrAdd(code, _ => new Stand());
        await DependencyBound.RunAsync("tabel postbus: neerleggen", stand.Slot.WaitAsync, cancellation).ConfigureAwait(false);
        try
        {
            // Another instance of the app may put something in at the same time.
            return await Retry.OnConflictAsync(async attempt =>
            {
                if (attempt > 0 && await ZoekAsync(code, stuk.Id, cancellation).ConfigureAwait(false) is not null) return false;
                if (!stand.IsBekend) await LeesAsync(code, stand, cancellation).ConfigureAwait(false);
                await PutAsync(code, stuk, stand, cancellation).ConfigureAwait(false);
                return true;
            }, cancellation).ConfigureAwait(false);
        }
        finally
        {
            stand.Slot.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<Postbuspagina> LijstAsync(string code, long na, int aantal, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey gt {Sleutel(na)} and RowKey lt {"w"}");
        var rijen = await _tabel.LijstAsync("lijst", filter, aantal + 1, cancellation).ConfigureAwait(false);
        var page = rijen.Take(aantal).ToList();
        var (read, bad) = _tabel.Read(page, PoststukRij.Lees);
        // By the key, which is there whatever the row says: who reads on must get past a row that can't be read.
        return new Postbuspagina(read, rijen.Count > aantal, page.Count > 0 ? Number(page[^1].RowKey) : na, [.. bad.Select(row => row.Id)]);
    }

    /// <inheritdoc/>
    public async Task<bool> BevestigAsync(string code, string id, CancellationToken cancellation)
    {
        while (true)
        {
            var index = await ZoekAsync(code, id, cancellation).ConfigureAwait(false);
            if (index is null) return false;
            if (index.GetDateTimeOffset(PoststukRij.Bevestigd) is not null) return true;
            var bevestigd = new TableEntity(code, index.RowKey) { [PoststukRij.Bevestigd] = tijd.GetUtcNow() };
            TableTransactionAction[] batch =
            [
                new(TableTransactionActionType.Delete, new TableEntity(code, Sleutel(index.GetInt64(PoststukRij.Volgnummer) ?? 0)), ETag.All),
                new(TableTransactionActionType.UpdateMerge, bevestigd, index.ETag),
            ];
            try
            {
                await _tabel.DoeAsync("bevestigen", (client, stop) => client.SubmitTransactionAsync(batch, stop), cancellation).ConfigureAwait(false);
                return true;
            }
            catch (OpslagException fout) when (fout.Fout is OpslagFout.Conflict or OpslagFout.NotFound)
            {
                // Someone else confirmed it between the two: the index says so now.
            }
        }
    }

    private static string Sleutel(long volgnummer) => string.Create(CultureInfo.InvariantCulture, $"v{volgnummer:D19}");

    private static long Number(string key) => long.Parse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Indexsleutel(string id) => "i" + id;

    private async Task PutAsync(string code, Poststuk stuk, Stand stand, CancellationToken cancellation)
    {
        var nummer = stand.Laatste + 1;
        var rij = new TableEntity(code, StandSleutel) { [PoststukRij.Volgnummer] = nummer };
        TableTransactionAction[] batch =
        [
            stand.Versie is { } versie
                ? new(TableTransactionActionType.UpdateReplace, rij, versie)
                : new(TableTransactionActionType.Add, rij),
            new(TableTransactionActionType.Add, PoststukRij.Schrijf(code, Sleutel(nummer), nummer, tijd.GetUtcNow(), stuk)),
            new(TableTransactionActionType.Add, new TableEntity(code, Indexsleutel(stuk.Id)) { [PoststukRij.Volgnummer] = nummer }),
        ];
        stand.IsBekend = false;
        var gedaan = await _tabel.DoeAsync("neerleggen", (client, stop) => client.SubmitTransactionAsync(batch, stop), cancellation).ConfigureAwait(false);
        stand.Zet(nummer, gedaan.Value[0].Headers.ETag);
    }

    private async Task LeesAsync(string code, Stand stand, CancellationToken cancellation)
    {
        var rij = await _tabel.DoeAsync("stand", (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(
            code, StandSleutel, cancellationToken: stop), cancellation).ConfigureAwait(false);
        if (rij.HasValue) stand.Zet(rij.Value!.GetInt64(PoststukRij.Volgnummer) ?? 0, rij.Value.ETag);
        else stand.Zet(0, null);
    }

    private async Task<TableEntity?> ZoekAsync(string code, string id, CancellationToken cancellation)
    {
        var rij = await _tabel.DoeAsync("zoeken", (client, stop) => client.GetEntityIfExistsAsync<TableEntity>(
            code, Indexsleutel(id), cancellationToken: stop), cancellation).ConfigureAwait(false);
        return rij.HasValue ? rij.Value : null;
    }

    /// <summary>
    /// The last number of one postbus as this process knows it, so that most deliveries need not ask; one delivery at a time.
    /// </summary>
    private sealed class Stand
    {
        public SemaphoreSlim Slot { get; } = new(1);

        public bool IsBekend { get; set; }

        public long Laatste { get; private set; }

        /// <summary>Null while the postbus has never had anything.</summary>
        public ETag? Versie { get; private set; }

        public void Zet(long laatste, ETag? versie) => (Laatste, Versie, IsBekend) = (laatste, versie, versie is not null || laatste == 0);
    }
}
