using Azure.Messaging.ServiceBus;
using Hub.Local.Storage;

namespace Hub.Local.Starting;

/// <summary>How a <see cref="LocalHub"/> is started.</summary>
public sealed record LocalHubOptions
{
    /// <summary>Where Azurite is installed, once for all.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Where the log, the process register and the lock of this run are; absent = in <see cref="StateFolder"/>.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>
    /// The app folder that the host starts, such as an unpacked package; absent = what was built together with this program.
    /// </summary>
    public string? AppFolder { get; init; }

    /// <summary>The region's deelnemers.json; absent = that of infra.</summary>
    public string Deelnemers { get; init; } = ProjectPaths.Deelnemers;

    /// <summary>True keeps nothing: the data are in a folder that is removed at the end.</summary>
    public bool FreshData { get; init; }

    /// <summary>
    /// True lets Azurite keep everything in memory, for runs whose many berichten would make it write its index over and over.
    /// </summary>
    public bool StorageInMemory { get; init; }

    /// <summary>Which ports are tried first.</summary>
    public PreferredPorts Ports { get; init; } = PreferredPorts.Free;

    /// <summary>App settings beside those that the environment needs; they win.</summary>
    public IReadOnlyDictionary<string, string> AppSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>The level from which the app logs; everything that it logs goes to the log file.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>
    /// Makes the connection string with which the app reaches its storage, such as through a proxy; absent = straight to Azurite.
    /// </summary>
    public Func<Azurite, CancellationToken, Task<string>>? StorageConnection { get; init; }

    /// <summary>Sees every message that the host is about to give to the app; absent = nobody does.</summary>
    public Action<ServiceBusReceivedMessage>? OnMessage { get; init; }

    /// <summary>At which failure of the app within 30 minutes the host gives up.</summary>
    public int MaxRestarts { get; init; } = 3;

    /// <summary>Hears, in one plain Dutch line each, what people must know.</summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
