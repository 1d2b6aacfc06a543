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
public sealed class TableKlokken(Opslagaccount account, IUnreadableRows? unreadable = null) : IKlokken
{
    private const char Scheiding = '.';

    private readonly Tabel _klokken = new(account, "klokken", unreadable);
    private readonly Tabel _agenda = new(account, "agenda", unreadable);
    private readonly Tabel _telaat = new(account, "telaat", unreadable);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Klok>> ZoekAsync(Paar paar, IReadOnlyCollection<string> sleutels, CancellationToken cancellation)
    {
        var rijen = await _klokken.ZoekAsync("zoeken", paar.ToString(), [.. sleutels.Select(sleutel => "s-" + sleutel)], cancellation).ConfigureAwait(false);
        return rijen.Select(rij => _klokken.ReadOne(rij, KlokRij.Lees)).ToDictionary(klok => klok.Sleutel, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Klok>> VanBerichtAsync(Paar paar, string berichtId, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {paar.ToString()} and RowKey ge {$"b-{berichtId}-"} and RowKey lt {$"b-{berichtId}."}");
        var rijen = await _klokken.LijstAsync("van een bericht", filter, null, cancellation).ConfigureAwait(false);
        return [.. rijen.Select(rij => _klokken.ReadOne(rij, KlokRij.Lees))];
    }

    /// <inheritdoc/>
    public Task SchrijfAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(klokken);
        // The two rows of a clock stand next to each other and a batch holds an even number, so that they go in one; a row alone is put
        // with none.
        var (gezet, vooruit) = (klokken.Where(klok => klok.Zetting is not null), klokken.Where(klok => klok.Zetting is null));
        return _klokken.SchrijfAsync("schrijven", gezet.SelectMany(klok => new[] { Staat(klok), VanBericht(klok) }).Concat(vooruit.Select(Staat)), cancellation);
    }

    /// <inheritdoc/>
    public Task ZetOpAgendaAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation) => _agenda.SchrijfAsync(
        "zetten",
        klokken.Select(klok => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, new TableEntity(KlokRij.Dag(klok.Zetting!.Uiterlijk), Agendasleutel(klok.Paar, klok.Sleutel)))),
        cancellation);

    /// <inheritdoc/>
    public Task HaalVanAgendaAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation) =>
        _agenda.VerwijderAsync(klokken.Select(klok => (KlokRij.Dag(klok.Zetting!.Uiterlijk), Agendasleutel(klok.Paar, klok.Sleutel))), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Agendapunt> AgendaVoorAsync(DateOnly dag, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {KlokRij.Dag(dag)}");
        var rijen = await _agenda.LijstAsync("voor een dag", filter, MaxOpAgenda, cancellation).ConfigureAwait(false);
        foreach (var punt in _agenda.Read(rijen, Punt).Read) yield return punt;
    }

    /// <inheritdoc/>
    public Task StreepDoorAsync(Agendapunt punt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(punt);
        return _agenda.VerwijderAsync([(KlokRij.Dag(punt.Uiterlijk), Agendasleutel(punt.Paar, punt.Sleutel))], cancellation);
    }

    /// <inheritdoc/>
    public Task MeldTeLaatAsync(Klok klok, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(klok);
        var rijen = klok.Paar.Codes.Select(code => KlokRij.Schrijf(code, TeLaatSleutel(klok), klok));
        return _telaat.SchrijfAsync("melden", rijen.Select(rij => new TableTransactionAction(TableTransactionActionType.UpsertReplace, rij)), cancellation);
    }

    /// <inheritdoc/>
    public Task NietMeerTeLaatAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation) =>
        _telaat.VerwijderAsync(klokken.SelectMany(klok => klok.Paar.Codes.Select(code => (code, TeLaatSleutel(klok)))), cancellation);

    /// <inheritdoc/>
    public async Task<TeLaatPagina> TeLaatAsync(string code, string? na, int aantal, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {code} and RowKey gt {na ?? ""}");
        var rijen = await _telaat.LijstAsync("lijst", filter, aantal + 1, cancellation).ConfigureAwait(false);
        var pagina = rijen.Take(aantal).ToList();
        var (read, bad) = _telaat.Read(pagina, rij => KlokRij.Lees(rij) is { Zetting: not null } klok ? klok : throw new InvalidDataException("What is late was never set."));
        return new TeLaatPagina(read, rijen.Count > aantal ? pagina[^1].RowKey : null, [.. bad.Select(row => row.Id)]);
    }

    // What one page of the service holds: more than one run handles.
    private const int MaxOpAgenda = 1000;

    private static Agendapunt Punt(TableEntity rij)
    {
        var delen = rij.RowKey.Split(Scheiding, 2);
        return new Agendapunt(KlokRij.LeesDag(rij.PartitionKey), Paar.Lees(delen[0]), delen[1]);
    }

    private static TableTransactionAction Staat(Klok klok)
    {
        var rij = KlokRij.Schrijf(klok.Paar.ToString(), "s-" + klok.Sleutel, klok);
        return klok.Versie is { } versie
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, rij, new ETag(versie))
            : new TableTransactionAction(TableTransactionActionType.Add, rij);
    }

    private static TableTransactionAction VanBericht(Klok klok) =>
        new(TableTransactionActionType.UpsertReplace, KlokRij.Schrijf(klok.Paar.ToString(), $"b-{klok.Zetting!.BerichtId}-{klok.Sleutel}", klok));

    private static string TeLaatSleutel(Klok klok) => KlokRij.Dag(klok.Zetting!.Uiterlijk) + Scheiding + Agendasleutel(klok.Paar, klok.Sleutel);

    private static string Agendasleutel(Paar paar, string sleutel) => $"{paar}{Scheiding}{sleutel}";
}
