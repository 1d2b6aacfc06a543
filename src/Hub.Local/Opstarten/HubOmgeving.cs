using Hub.Azure;
using Azure.Messaging.ServiceBus;
using Hub.Azure.Table;
using Hub.Deelnemers;
using Hub.Local.FunctionsHost;
using Hub.Local.Opslag;
using Hub.Local.Processen;
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
    private Task _appvolger = Task.CompletedTask;

    private HubOmgeving(HubOmgevingOpties opties, string werkmap, Slot slot)
    {
        _opties = opties;
        _slot = slot;
        Logbestandspad = Path.Combine(werkmap, Logpad);
        _logs = LoggerFactory.Create(bouw => bouw.SetMinimumLevel(LogLevel.Trace).AddProvider(new Logbestand(Logbestandspad, opties.Tijd)));
        _logger = _logs.CreateLogger("Hub.Local");
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
    public Azurite Azurite { get; private set; } = null!;

    /// <summary>Service Bus.</summary>
    public Emulator ServiceBus { get; private set; } = null!;

    /// <summary>The issuer of tokens.</summary>
    public Tokenuitgever Toegang { get; private set; } = null!;

    /// <summary>The queues, as a deelnemer reaches its postbus.</summary>
    public ServiceBusClient Queues { get; private set; } = null!;

    /// <summary>The Functions host, with the app behind it.</summary>
    public LocalFunctionsHost Host { get; private set; } = null!;

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
        Toegang = Onthoud("Toegang", await Tokenuitgever.StartAsync(Poort.Kies(_opties.Poorten.Toegang), _opties.Tijd, _logs, cancellation)
            .ConfigureAwait(false));
        MeldPoort("de tokenuitgever", _opties.Poorten.Toegang, Toegang.Uitgever.Port);
        _logger.Gestart("Toegang", Toegang.Uitgever);
        await StartAppAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stops the storage, as in an outage, does <paramref name="intussen"/>, and starts it again with its data at the same addresses.</summary>
    /// <exception cref="InvalidOperationException">The data are in memory, and would be gone.</exception>
    public async Task OnderbreekOpslagAsync(Func<Task> intussen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(intussen);
        if (_opties.OpslagInGeheugen) throw new InvalidOperationException("What is in memory does not outlive the process.");
        await Azurite.DisposeAsync().ConfigureAwait(false);
        await intussen().ConfigureAwait(false);
        Azurite = Onthoud(Azuritenaam, await StartAzuriteAsync(Azurite.BlobAdres.Port, Azurite.TableAdres.Port, cancellation).ConfigureAwait(false));
    }

    private async Task<Azurite> StartAzuriteAsync(int blobPoort, int tablePoort, CancellationToken cancellation)
    {
        var script = await AzuriteInstallatie.ZorgVoorAsync(_opties.Toestandsmap, _opties.Tijd, _opties.Meld, cancellation).ConfigureAwait(false);
        return await Azurite.StartAsync(
            script,
            _opties.OpslagInGeheugen ? null : Path.Combine(_gegevensmap, "azurite"),
            blobPoort,
            tablePoort,
            _opties.Tijd,
            _logs.CreateLogger(Azuritenaam),
            pid => _register.Noteer(Azuritenaam, pid, script),
            cancellation).ConfigureAwait(false);
    }

    private async Task StartOpslagAsync(CancellationToken cancellation)
    {
        await Node.ControleerAsync(cancellation).ConfigureAwait(false);
        Azurite = Onthoud(
            Azuritenaam, await StartAzuriteAsync(Poort.Kies(_opties.Poorten.Blob), Poort.Kies(_opties.Poorten.Table), cancellation).ConfigureAwait(false));
        MeldPoort("blobopslag", _opties.Poorten.Blob, Azurite.BlobAdres.Port);
        MeldPoort("tabelopslag", _opties.Poorten.Table, Azurite.TableAdres.Port);
        _logger.Gestart(Azuritenaam, Azurite.BlobAdres);
        // As Bicep does in Azure: the app uses them and does not make them.
        await Tabellen.MaakAsync(Opslagaccount.Met(Opslagverbinding), cancellation).ConfigureAwait(false);
    }

    private async Task StartServiceBusAsync()
    {
        ServiceBus = Onthoud("Service Bus", await Emulator.StartAsync(new EmulatorOptions
        {
            Queues = Queuelijst.Lees(Projectpaden.Queues, Deelnemers.Alle),
            DataFolder = Path.Combine(_gegevensmap, "servicebus"),
            Port = Poort.Kies(_opties.Poorten.Amqp),
            Time = _opties.Tijd,
        }).ConfigureAwait(false));
        MeldPoort("Service Bus", _opties.Poorten.Amqp, ServiceBus.Port);
        Queues = Onthoud("Queues", new ServiceBusClient(ServiceBus.ConnectionString));
    }

    private async Task StartAppAsync(CancellationToken cancellation)
    {
        var map = _opties.Appmap ?? Projectpaden.Functions();
        Host = Onthoud("Functions host", await LocalFunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppRoot = map,
                AppSettings = await InstellingenAsync(cancellation).ConfigureAwait(false),
                HttpPort = Poort.Kies(_opties.Poorten.Http),
                OnMessage = _opties.OnMessage,
                StateFolder = Path.Combine(_gegevensmap, "host"),
                WorkerFailureLimit = _opties.MaxHerstarts,
                TimeProvider = _opties.Tijd,
                LoggerFactory = _logs,
            },
            cancellation).ConfigureAwait(false));
        MeldPoort("de hub", _opties.Poorten.Http, Host.HttpAddress.Port);
        _logger.Gestart("Functions host", Host.HttpAddress);
        _appvolger = VolgAppAsync(map);
        using var klant = new Hubklant(Host.HttpAddress, null, _opties.Tijd);
        await klant.WachtTotGereedAsync(cancellation).ConfigureAwait(false);
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
            ["Toegang__Issuer"] = Toegang.Uitgever.GetLeftPart(UriPartial.Authority),
            ["Toegang__Audience"] = Tokenuitgever.Publiek,
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
