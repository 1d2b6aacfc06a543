using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Deelnemers;
using Hub.Local.FunctionsHost;
using Hub.Local.Opslag;
using Hub.Local.Processen;
using Hub.Local.Progress;
using Hub.Local.Toegang;
using ServiceBusEmulator;

namespace Hub.Local.Opstarten;

/// <summary>The whole hub on this machine: Azurite, Service Bus, an issuer of tokens, the Functions host and the app as its own process.</summary>
public sealed class HubOmgeving : IAsyncDisposable
{
    private const string Azuritenaam = "Azurite";
    private const string Appnaam = "de app";

    /// <summary>The key of clients of a local hub. Not secret: berichten here are about nobody, and the register must be readable at the next start.</summary>
    public const string Registersleutel = "YWxsZWVuLXZvb3ItZGV6ZS1tYWNoaW5lLTAwMDAwMDA=";

    private static readonly string Logpad = Path.Combine("logs", "hub-local.log");

    private readonly HubOmgevingOpties _opties;
    private readonly ILoggerFactory _logs;
    private readonly ILogger _logger;
    private readonly Slot _slot;
    private readonly Procesregister _register;
    private readonly CancellationTokenSource _einde = new();
    private readonly Stack<(string Naam, IAsyncDisposable Onderdeel)> _onderdelen = [];
    private readonly string _gegevensmap;
    private readonly Steps _steps;
    private AzuriteKeeper _storage = null!;
    private Task _appvolger = Task.CompletedTask;

    private HubOmgeving(HubOmgevingOpties opties, string werkmap, Slot slot)
    {
        _opties = opties;
        _slot = slot;
        Logbestandspad = Path.Combine(werkmap, Logpad);
        _logs = LoggerFactory.Create(bouw => bouw.SetMinimumLevel(LogLevel.Trace).AddProvider(Logbestand.Open(Logbestandspad, opties.Tijd, opties.Meld)));
        _logger = _logs.CreateLogger("Hub.Local");
        _steps = new Steps(opties.Meld, opties.Tijd);
        _register = new Procesregister(Path.Combine(werkmap, "processen.json"), opties.Tijd);
        _gegevensmap = opties.VerseGegevens ? Directory.CreateTempSubdirectory("hub-local-").FullName : Path.Combine(werkmap, "gegevens");
        Deelnemers = LeesDeelnemers(opties.Deelnemers);
    }

    /// <summary>The region.</summary>
    public Deelnemerslijst Deelnemers { get; }

    /// <summary>The log of everything that runs.</summary>
    public string Logbestandspad { get; }

    /// <summary>True when it started without berichten of an earlier run.</summary>
    public bool IsVers => _opties.VerseGegevens;

    /// <summary>The storage.</summary>
    public Azurite Azurite => _storage.Current;

    /// <summary>Service Bus.</summary>
    public Emulator ServiceBus { get; private set; } = null!;

    /// <summary>The issuer of tokens.</summary>
    public Tokenuitgever Toegang { get; private set; } = null!;

    /// <summary>The queues, as a deelnemer reaches its postbus.</summary>
    public ServiceBusClient Queues { get; private set; } = null!;

    /// <summary>The Functions host, with the app behind it.</summary>
    public LocalFunctionsHost Host { get; private set; } = null!;

    /// <summary>Faults when something that the hub cannot do without is gone for good: the app or the storage. Completes when it is stopped.</summary>
    public Task Gone => Task.WhenAny(Host.Completion, _storage.Gone).Unwrap();

    /// <summary>The storage connection string past any proxy.</summary>
    public string Opslagverbinding => Azurite.Verbinding(Azurite.BlobAdres, Azurite.TableAdres);

    /// <summary>Starts everything; returns when the hub says that it is ready.</summary>
    /// <exception cref="OpstartException">Something cannot be started; its message says what.</exception>
    public static async Task<HubOmgeving> StartAsync(HubOmgevingOpties opties, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opties);
        var werkmap = Path.GetFullPath(opties.Werkmap ?? opties.Toestandsmap);
        var slot = Slot.Probeer(Path.Combine(werkmap, "slot"))
            ?? throw new OpstartException($"Er draait al een Hub.Local in {werkmap}; stop die eerst, of geef met --map een andere map.");
        HubOmgeving? omgeving = null;
        try
        {
            omgeving = new HubOmgeving(opties, werkmap, slot);
            await omgeving.StartAllesAsync(cancellation).ConfigureAwait(false);
            return omgeving;
        }
        catch (Exception fout)
        {
            omgeving?._logger.Mislukt(fout.GetType().Name, fout);
            if (omgeving is null) slot.Dispose();
            else await omgeving.DisposeAsync().ConfigureAwait(false);
            throw InGewoneTaal(fout, Path.Combine(werkmap, Logpad));
        }
    }

    /// <summary>An HTTP client that calls the hub as <paramref name="deelnemer"/>; the caller disposes it.</summary>
    public Hubklant Klant(Deelnemer deelnemer) => new(Host.HttpAddress, Toegang.GeefToken(deelnemer, TimeSpan.FromHours(1)), _opties.Tijd);

    /// <summary>Whether no bericht was ever taken in here.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        var rows = new TableClient(Opslagverbinding, "berichten").QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellation);
        await foreach (var _ in rows.ConfigureAwait(false)) return false;
        return true;
    }

    /// <summary>Stops everything, last started first, and leaves no process behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await _einde.CancelAsync().ConfigureAwait(false);
        await _appvolger.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_onderdelen.TryPop(out var paar))
        {
            await StopAsync(paar.Naam, paar.Onderdeel).ConfigureAwait(false);
        }

        _register.Wis();
        VerwijderVerseGegevens();
        _logs.Dispose();
        _einde.Dispose();
        _slot.Dispose();
    }

    private static Deelnemerslijst LeesDeelnemers(string bestand)
    {
        var (lijst, fouten) = DeelnemersBestand.Lees(File.ReadAllBytes(bestand));
        return lijst ?? throw new OpstartException("deelnemers.json is niet goed: " + string.Join(" ", fouten));
    }

    private static Exception InGewoneTaal(Exception fout, string log) => fout switch
    {
        OpstartException or OperationCanceledException => fout,
        EmulatorStartException => new OpstartException($"Service Bus startte niet: {fout.Message}", fout),
        FunctionsHostException => new OpstartException($"De app startte niet; waarom staat in {log}.", fout),
        IOException or UnauthorizedAccessException => new OpstartException($"Het starten mislukte: {fout.Message} Meer staat in {log}.", fout),
        _ => new OpstartException($"Het starten mislukte ({fout.GetType().Name}); waarom staat in {log}.", fout),
    };

    private async Task StartAllesAsync(CancellationToken cancellation)
    {
        foreach (var naam in await _register.RuimOpAsync().ConfigureAwait(false))
        {
            _logger.Opgeruimd(naam);
            _opties.Meld($"Een vorige keer liet {naam} draaien; dat is beëindigd.");
        }

        await StartOpslagAsync(cancellation).ConfigureAwait(false);
        await StartServiceBusAsync().ConfigureAwait(false);
        Toegang = Onthoud("Toegang", await Poort.ListenAsync(
            [_opties.Poorten.Toegang],
            ports => Tokenuitgever.StartAsync(
                ports[0], _opties.VerseGegevens ? null : Path.Combine(_gegevensmap, "toegang", "sleutel.pem"), _opties.Tijd, _logs, cancellation))
            .ConfigureAwait(false));
        MeldPoort("de tokenuitgever", _opties.Poorten.Toegang, Toegang.Adres.Port);
        _logger.Gestart("Toegang", Toegang.Adres);
        await StartAppAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stops the storage, as in an outage, does <paramref name="intussen"/>, and starts it again with its data at the same addresses.</summary>
    /// <exception cref="InvalidOperationException">The data are in memory, and would be gone.</exception>
    public Task OnderbreekOpslagAsync(Func<Task> intussen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(intussen);
        if (_opties.OpslagInGeheugen) throw new InvalidOperationException("What is in memory does not outlive the process.");
        return _storage.InterruptAsync(intussen, cancellation);
    }

    private async Task StartOpslagAsync(CancellationToken cancellation)
    {
        await Node.ControleerAsync(cancellation).ConfigureAwait(false);
        var script = await AzuriteInstallatie.ZorgVoorAsync(_opties.Toestandsmap, _opties.Tijd, _steps, cancellation).ConfigureAwait(false);
        var azurite = await _steps.RunAsync("Azurite starten (blob- en tabelopslag)", () => Poort.ListenAsync(
            [_opties.Poorten.Blob, _opties.Poorten.Table],
            ports => StartAzuriteAsync(script, ports[0], ports[1], cancellation))).ConfigureAwait(false);
        _storage = Onthoud(Azuritenaam, new AzuriteKeeper(
            azurite, (blob, table, stop) => StartAzuriteAsync(script, blob, table, stop), !_opties.OpslagInGeheugen, _opties.Tijd, MeldEnLog));
        MeldPoort("blobopslag", _opties.Poorten.Blob, Azurite.BlobAdres.Port);
        MeldPoort("tabelopslag", _opties.Poorten.Table, Azurite.TableAdres.Port);
        _logger.Gestart(Azuritenaam, Azurite.BlobAdres);
    }

    private async Task<Azurite> StartAzuriteAsync(string script, int blobPoort, int tablePoort, CancellationToken cancellation)
    {
        var azurite = await Azurite.StartAsync(
            script,
            _opties.OpslagInGeheugen ? null : Path.Combine(_gegevensmap, "azurite"),
            blobPoort,
            tablePoort,
            _opties.Tijd,
            _logs.CreateLogger(Azuritenaam),
            pid => _register.Noteer(Azuritenaam, pid, script),
            cancellation).ConfigureAwait(false);
        // As Bicep does in Azure: a package is trimmed, and cannot make them. After a kill they may be gone, too.
        try
        {
            await Tabellen.MaakAsync(Opslagaccount.Met(Azurite.Verbinding(azurite.BlobAdres, azurite.TableAdres)), cancellation).ConfigureAwait(false);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task StartServiceBusAsync()
    {
        ServiceBus = Onthoud("Service Bus", await _steps.RunAsync("Service Bus-emulator starten", () => Poort.ListenAsync(
            [_opties.Poorten.Amqp],
            ports => Emulator.StartAsync(new EmulatorOptions
            {
                Queues = Queuelijst.Lees(Projectpaden.Queues, Deelnemers.Alle),
                DataFolder = Path.Combine(_gegevensmap, "servicebus"),
                Port = ports[0],
                Time = _opties.Tijd,
            }))).ConfigureAwait(false));
        MeldPoort("Service Bus", _opties.Poorten.Amqp, ServiceBus.Port);
        Queues = Onthoud("Queues", new ServiceBusClient(ServiceBus.ConnectionString));
    }

    private async Task StartAppAsync(CancellationToken cancellation)
    {
        var map = _opties.Appmap ?? Projectpaden.Functions();
        var settings = await InstellingenAsync(cancellation).ConfigureAwait(false);
        Host = await _steps.RunAsync("Functions host en de app starten", () => StartHostAsync(map, settings, cancellation)).ConfigureAwait(false);
        MeldPoort("de hub", _opties.Poorten.Http, Host.HttpAddress.Port);
        _logger.Gestart("Functions host", Host.HttpAddress);
    }

    private async Task<LocalFunctionsHost> StartHostAsync(string map, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        Host = Onthoud("Functions host", await Poort.ListenAsync([_opties.Poorten.Http], ports => LocalFunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppRoot = map,
                AppSettings = settings,
                HttpPort = ports[0],
                OnMessage = _opties.OnMessage,
                StateFolder = Path.Combine(_gegevensmap, "host"),
                WorkerFailureLimit = _opties.MaxHerstarts,
                TimeProvider = _opties.Tijd,
                LoggerFactory = _logs,
            },
            cancellation)).ConfigureAwait(false));
        _appvolger = VolgAppAsync(map);
        using var klant = new Hubklant(Host.HttpAddress, null, _opties.Tijd);
        await klant.WachtTotGereedAsync(cancellation).ConfigureAwait(false);
        return Host;
    }

    private async Task<Dictionary<string, string>> InstellingenAsync(CancellationToken cancellation)
    {
        var instellingen = new Dictionary<string, string>
        {
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            // As in Azure (infra/modules/function-app.bicep).
            ["DOTNET_GCgen0size"] = "0x200000",
            ["Opslag"] = _opties.Opslagverbinding is { } maak ? await maak(Azurite, cancellation).ConfigureAwait(false) : Opslagverbinding,
            ["ServiceBus"] = ServiceBus.ConnectionString,
            ["Hub__Deelnemers"] = _opties.Deelnemers,
            ["Toegang__MetadataAddress"] = Toegang.Metadata.ToString(),
            ["Toegang__Issuer"] = Tokenuitgever.Issuer,
            ["Toegang__Audience"] = Tokenuitgever.ClientId,
            ["Toegang__RequireHttps"] = "false",
            ["Register__Sleutel"] = Registersleutel,
            ["Logging__LogLevel__Default"] = _opties.Logniveau.ToString(),
        };
        foreach (var (naam, waarde) in _opties.AppInstellingen) instellingen[naam] = waarde;
        return instellingen;
    }

    /// <summary>Keeps the register up to date with the app's process, which the host starts anew when it fails.</summary>
    private async Task VolgAppAsync(string map)
    {
        for (var aantal = 1; !_einde.IsCancellationRequested; aantal++)
        {
            await Host.WaitForWorkerStartAsync(aantal, _einde.Token).ConfigureAwait(false);
            if (Host.WorkerProcessId is { } pid) _register.Noteer(Appnaam, pid, map);
        }
    }

    /// <summary>What fails to stop may not keep the others running.</summary>
    private async Task StopAsync(string naam, IAsyncDisposable onderdeel)
    {
        try
        {
            await onderdeel.DisposeAsync().ConfigureAwait(false);
            _logger.Gestopt(naam);
        }
        catch (Exception fout) when (fout is not OutOfMemoryException)
        {
            _logger.NietGestopt(naam, fout);
        }
    }

    private void VerwijderVerseGegevens()
    {
        try
        {
            if (_opties.VerseGegevens) Directory.Delete(_gegevensmap, recursive: true);
        }
        catch (IOException fout)
        {
            _logger.NietGestopt(_gegevensmap, fout);
        }
    }

    private void MeldEnLog(string regel)
    {
        _logger.Gemeld(regel);
        _opties.Meld(regel);
    }

    private void MeldPoort(string waarvoor, int voorkeur, int gekregen)
    {
        if (Poort.Melding(waarvoor, voorkeur, gekregen) is { } melding) _opties.Meld(melding);
    }

    private T Onthoud<T>(string naam, T onderdeel)
        where T : IAsyncDisposable
    {
        _onderdelen.Push((naam, onderdeel));
        return onderdeel;
    }
}
