using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Hub.Azure;
using Hub.Azure.Table;
using Hub.Deelnemers;
using Hub.Local.Access;
using Hub.Local.FunctionsHost;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.Processes;
using Hub.Local.Progress;
using Hub.Local.Storage;
using ServiceBusEmulator;
using ServiceBusEmulator.Settings;

namespace Hub.Local.Starting;

/// <summary>
/// The whole hub on this machine: Azurite, Service Bus, an issuer of tokens, the Functions host and the app as its own process.
/// </summary>
public sealed class LocalHub : IAsyncDisposable
{
    private const string AzuriteName = "Azurite";
    private const string AppName = "de app";

    /// <summary>
    /// The key of clients of a local hub. Not secret: berichten here are about nobody, and the register must be readable at the next start.
    /// </summary>
    public const string RegisterKey = "YWxsZWVuLXZvb3ItZGV6ZS1tYWNoaW5lLTAwMDAwMDA=";

    private static readonly string LogPath = Path.Combine("logs", "hub-local.log");

    private readonly LocalHubOptions _options;
    private readonly ILoggerFactory _logs;
    private readonly ILogger _logger;
    private readonly FolderLock _slot;
    private readonly ProcessList _register;
    private readonly CancellationTokenSource _end = new();
    private readonly Stack<(string Name, IAsyncDisposable Component)> _components = [];
    private readonly string _dataFolder;
    private readonly Steps _steps;
    private AzuriteKeeper _storage = null!;
    private Task _appFollower = Task.CompletedTask;

    private LocalHub(LocalHubOptions options, string workFolder, FolderLock folderLock)
    {
        _options = options;
        _slot = folderLock;
        LogFilePath = Path.Combine(workFolder, LogPath);
        _logs = LoggerFactory.Create(build =>
            build.SetMinimumLevel(LogLevel.Trace).AddProvider(LogFile.Open(LogFilePath, options.Time, options.Report))
        );
        _logger = _logs.CreateLogger("Hub.Local");
        _steps = new Steps(options.Report, options.Time);
        _register = new ProcessList(Path.Combine(workFolder, "processen.json"), options.Time);
        _dataFolder = options.FreshData ? Directory.CreateTempSubdirectory("hub-local-").FullName : Path.Combine(workFolder, "gegevens");
        Deelnemers = ReadDeelnemers(options.Deelnemers);
    }

    /// <summary>The region.</summary>
    public DeelnemerList Deelnemers { get; }

    /// <summary>The log of everything that runs.</summary>
    public string LogFilePath { get; }

    /// <summary>True when it started without berichten of an earlier run.</summary>
    public bool IsFresh => _options.FreshData;

    /// <summary>The storage.</summary>
    public Azurite Azurite => _storage.Current;

    /// <summary>Service Bus.</summary>
    public Emulator ServiceBus { get; private set; } = null!;

    /// <summary>The issuer of tokens.</summary>
    public TokenIssuer Access { get; private set; } = null!;

    /// <summary>The queues, as a deelnemer reaches its postbus.</summary>
    public ServiceBusClient Queues { get; private set; } = null!;

    /// <summary>The Functions host, with the app behind it.</summary>
    public LocalFunctionsHost Host { get; private set; } = null!;

    /// <summary>
    /// Faults when something that the hub cannot do without is gone for good: the app or the storage. Completes when it is stopped.
    /// </summary>
    public Task Gone => Task.WhenAny(Host.Completion, _storage.Gone).Unwrap();

    /// <summary>The storage connection string past any proxy.</summary>
    public string StorageConnection => Azurite.Connection(Azurite.BlobAddress, Azurite.TableAddress);

    /// <summary>Starts everything; returns when the hub says that it is ready.</summary>
    /// <exception cref="StartException">Something cannot be started; its message says what.</exception>
    public static async Task<LocalHub> StartAsync(LocalHubOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var workFolder = Path.GetFullPath(options.WorkFolder ?? options.StateFolder);
        var folderLock =
            FolderLock.Try(Path.Combine(workFolder, "slot"))
            ?? throw new StartException($"Er draait al een Hub.Local in {workFolder}; stop die eerst, of geef met --map een andere map.");
        LocalHub? environment = null;
        try
        {
            environment = new LocalHub(options, workFolder, folderLock);
            await environment.StartAllAsync(cancellation).ConfigureAwait(false);
            return environment;
        }
        catch (Exception fault)
        {
            environment?._logger.Failed(fault.GetType().Name, fault);
            if (environment is null)
            {
                folderLock.Dispose();
            }
            else
            {
                await environment.DisposeAsync().ConfigureAwait(false);
            }
            throw InPlainLanguage(fault, Path.Combine(workFolder, LogPath));
        }
    }

    /// <summary>An HTTP client that calls the hub as <paramref name="deelnemer"/>; the caller disposes it.</summary>
    public HubClient Client(Deelnemer deelnemer) =>
        new(Host.HttpAddress, Access.GiveToken(deelnemer, TimeSpan.FromHours(1)), _options.Time);

    /// <summary>Whether no bericht was ever taken in here.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        var rows = new TableClient(StorageConnection, "berichten").QueryAsync<TableEntity>(
            maxPerPage: 1,
            select: ["PartitionKey"],
            cancellationToken: cancellation
        );
        await foreach (var _ in rows.ConfigureAwait(false))
        {
            return false;
        }
        return true;
    }

    /// <summary>Stops everything, last started first, and leaves no process behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _appFollower.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_components.TryPop(out var pair))
        {
            await StopAsync(pair.Name, pair.Component).ConfigureAwait(false);
        }

        _register.Erase();
        RemoveFreshData();
        _logs.Dispose();
        _end.Dispose();
        _slot.Dispose();
    }

    private static DeelnemerList ReadDeelnemers(string file)
    {
        var (list, faults) = DeelnemersFile.Read(File.ReadAllBytes(file));
        return list ?? throw new StartException("deelnemers.json is niet goed: " + string.Join(" ", faults));
    }

    private static Exception InPlainLanguage(Exception fault, string log) =>
        fault switch
        {
            StartException or OperationCanceledException => fault,
            EmulatorStartException => new StartException($"Service Bus startte niet: {fault.Message}", fault),
            FunctionsHostException => new StartException($"De app startte niet; waarom staat in {log}.", fault),
            IOException or UnauthorizedAccessException => new StartException(
                $"Het starten mislukte: {fault.Message} Meer staat in {log}.",
                fault
            ),
            _ => new StartException($"Het starten mislukte ({fault.GetType().Name}); waarom staat in {log}.", fault),
        };

    private async Task StartAllAsync(CancellationToken cancellation)
    {
        foreach (var name in await _register.CleanUpAsync().ConfigureAwait(false))
        {
            _logger.CleanedUp(name);
            _options.Report($"Een vorige keer liet {name} draaien; dat is beëindigd.");
        }

        await StartStorageAsync(cancellation).ConfigureAwait(false);
        await StartServiceBusAsync().ConfigureAwait(false);
        Access = Remember(
            "Toegang",
            await Port.ListenAsync(
                    [_options.Ports.Access],
                    ports =>
                        TokenIssuer.StartAsync(
                            ports[0],
                            _options.FreshData ? null : Path.Combine(_dataFolder, "toegang", "sleutel.pem"),
                            _options.Time,
                            _logs,
                            cancellation
                        )
                )
                .ConfigureAwait(false)
        );
        ReportPort("de tokenuitgever", _options.Ports.Access, Access.Address.Port);
        _logger.Started("Toegang", Access.Address);
        await StartAppAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Stops the storage, as in an outage, does <paramref name="meanwhile"/>, and starts it again with its data at the same addresses.
    /// </summary>
    /// <exception cref="InvalidOperationException">The data are in memory, and would be gone.</exception>
    public Task InterruptStorageAsync(Func<Task> meanwhile, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(meanwhile);
        if (_options.StorageInMemory)
        {
            throw new InvalidOperationException("What is in memory does not outlive the process.");
        }
        return _storage.InterruptAsync(meanwhile, cancellation);
    }

    private async Task StartStorageAsync(CancellationToken cancellation)
    {
        await Node.CheckAsync(cancellation).ConfigureAwait(false);
        var script = await AzuriteInstallation
            .EnsureBeforeAsync(_options.StateFolder, _options.Time, _steps, cancellation)
            .ConfigureAwait(false);
        var azurite = await _steps
            .RunAsync(
                "Azurite starten (blob- en tabelopslag)",
                () =>
                    Port.ListenAsync(
                        [_options.Ports.Blob, _options.Ports.Table],
                        ports => StartAzuriteAsync(script, ports[0], ports[1], cancellation)
                    )
            )
            .ConfigureAwait(false);
        _storage = Remember(
            AzuriteName,
            new AzuriteKeeper(
                azurite,
                (blob, table, stop) => StartAzuriteAsync(script, blob, table, stop),
                !_options.StorageInMemory,
                _options.Time,
                ReportAndLog
            )
        );
        ReportPort("blobopslag", _options.Ports.Blob, Azurite.BlobAddress.Port);
        ReportPort("tabelopslag", _options.Ports.Table, Azurite.TableAddress.Port);
        _logger.Started(AzuriteName, Azurite.BlobAddress);
    }

    private async Task<Azurite> StartAzuriteAsync(string script, int blobPort, int tablePort, CancellationToken cancellation)
    {
        var azurite = await Azurite
            .StartAsync(
                script,
                _options.StorageInMemory ? null : Path.Combine(_dataFolder, "azurite"),
                blobPort,
                tablePort,
                _options.Time,
                _logs.CreateLogger(AzuriteName),
                pid => _register.Note(AzuriteName, pid, script),
                cancellation
            )
            .ConfigureAwait(false);
        // As Bicep does in Azure: a package is trimmed, and cannot make them. After a kill they may be gone, too.
        try
        {
            await Tables
                .MakeAsync(StorageAccount.With(Azurite.Connection(azurite.BlobAddress, azurite.TableAddress)), cancellation)
                .ConfigureAwait(false);
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
        ServiceBus = Remember(
            "Service Bus",
            await _steps
                .RunAsync(
                    "Service Bus-emulator starten",
                    () =>
                        Port.ListenAsync(
                            [_options.Ports.Amqp],
                            ports =>
                                Emulator.StartAsync(
                                    new EmulatorOptions
                                    {
                                        Queues = QueueList.Read(ProjectPaths.Queues, Deelnemers.All),
                                        DataFolder = Path.Combine(_dataFolder, "servicebus"),
                                        Port = ports[0],
                                        Time = _options.Time,
                                    }
                                )
                        )
                )
                .ConfigureAwait(false)
        );
        ReportPort("Service Bus", _options.Ports.Amqp, ServiceBus.Port);
        Queues = Remember("Queues", new ServiceBusClient(ServiceBus.ConnectionString));
    }

    private async Task StartAppAsync(CancellationToken cancellation)
    {
        var folder = _options.AppFolder ?? ProjectPaths.Functions();
        var settings = await SettingsAsync(cancellation).ConfigureAwait(false);
        Host = await _steps
            .RunAsync("Functions host en de app starten", () => StartHostAsync(folder, settings, cancellation))
            .ConfigureAwait(false);
        ReportPort("de hub", _options.Ports.Http, Host.HttpAddress.Port);
        _logger.Started("Functions host", Host.HttpAddress);
    }

    private async Task<LocalFunctionsHost> StartHostAsync(
        string folder,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellation
    )
    {
        Host = Remember(
            "Functions host",
            await Port.ListenAsync(
                    [_options.Ports.Http],
                    ports =>
                        LocalFunctionsHost.StartAsync(
                            new FunctionsHostOptions
                            {
                                AppRoot = folder,
                                AppSettings = settings,
                                HttpPort = ports[0],
                                OnMessage = _options.OnMessage,
                                StateFolder = Path.Combine(_dataFolder, "host"),
                                WorkerFailureLimit = _options.MaxRestarts,
                                TimeProvider = _options.Time,
                                LoggerFactory = _logs,
                            },
                            cancellation
                        )
                )
                .ConfigureAwait(false)
        );
        _appFollower = FollowAppAsync(folder);
        using var client = new HubClient(Host.HttpAddress, null, _options.Time);
        await client.WaitUntilReadyAsync(cancellation).ConfigureAwait(false);
        return Host;
    }

    private async Task<Dictionary<string, string>> SettingsAsync(CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string>
        {
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            // As in Azure (infra/modules/function-app.bicep).
            ["DOTNET_GCgen0size"] = "0x200000",
            ["Opslag"] = _options.StorageConnection is { } make
                ? await make(Azurite, cancellation).ConfigureAwait(false)
                : StorageConnection,
            ["ServiceBus"] = ServiceBus.ConnectionString,
            ["Hub__Deelnemers"] = _options.Deelnemers,
            ["Toegang__MetadataAddress"] = Access.Metadata.ToString(),
            ["Toegang__Issuer"] = TokenIssuer.Issuer,
            ["Toegang__Audience"] = TokenIssuer.ClientId,
            ["Toegang__RequireHttps"] = "false",
            ["Register__Sleutel"] = RegisterKey,
            ["Logging__LogLevel__Default"] = _options.LogLevel.ToString(),
        };
        foreach (var (name, value) in _options.AppSettings)
        {
            settings[name] = value;
        }
        return settings;
    }

    /// <summary>Keeps the register up to date with the app's process, which the host starts anew when it fails.</summary>
    private async Task FollowAppAsync(string folder)
    {
        for (var count = 1; !_end.IsCancellationRequested; count++)
        {
            await Host.WaitForWorkerStartAsync(count, _end.Token).ConfigureAwait(false);
            if (Host.WorkerProcessId is { } pid)
            {
                _register.Note(AppName, pid, folder);
            }
        }
    }

    /// <summary>What fails to stop may not keep the others running.</summary>
    private async Task StopAsync(string name, IAsyncDisposable component)
    {
        try
        {
            await component.DisposeAsync().ConfigureAwait(false);
            _logger.Stopped(name);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _logger.NotStopped(name, fault);
        }
    }

    private void RemoveFreshData()
    {
        try
        {
            if (_options.FreshData)
            {
                Directory.Delete(_dataFolder, recursive: true);
            }
        }
        catch (IOException fault)
        {
            _logger.NotStopped(_dataFolder, fault);
        }
    }

    private void ReportAndLog(string rule)
    {
        _logger.Reported(rule);
        _options.Report(rule);
    }

    private void ReportPort(string forWhat, int preference, int received)
    {
        if (Port.Notice(forWhat, preference, received) is { } notice)
        {
            _options.Report(notice);
        }
    }

    private T Remember<T>(string name, T component)
        where T : IAsyncDisposable
    {
        _components.Push((name, component));
        return component;
    }
}
