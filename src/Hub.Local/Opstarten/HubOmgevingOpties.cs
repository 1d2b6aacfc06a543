using Azure.Messaging.ServiceBus;
using Hub.Local.Opslag;

namespace Hub.Local.Opstarten;

/// <summary>The ports on 127.0.0.1 that are tried first; 0 = any. A port that is in use is replaced by a free one.</summary>
/// <param name="Http">The hub's HTTP API.</param>
/// <param name="Amqp">Service Bus.</param>
/// <param name="Blob">Blob storage.</param>
/// <param name="Table">Table storage.</param>
/// <param name="Toegang">The issuer of tokens.</param>
public sealed record Voorkeurspoorten(int Http, int Amqp, int Blob, int Table, int Toegang)
{
    /// <summary>Those that people know: Functions 7071, AMQP 5672, Azurite 10000 and 10002.</summary>
    public static Voorkeurspoorten Vast { get; } = new(7071, 5672, 10000, 10002, 7072);

    /// <summary>Any free ports.</summary>
    public static Voorkeurspoorten Vrij { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>How a <see cref="HubOmgeving"/> is started.</summary>
public sealed record HubOmgevingOpties
{
    /// <summary>Where Azurite is installed, once for all.</summary>
    public required string Toestandsmap { get; init; }

    /// <summary>Where the log, the process register and the lock of this run are; absent = in <see cref="Toestandsmap"/>.</summary>
    public string? Werkmap { get; init; }

    /// <summary>The app folder that the host starts, such as an unpacked package; absent = what was built together with this program.</summary>
    public string? Appmap { get; init; }

    /// <summary>The region's deelnemers.json; absent = that of infra.</summary>
    public string Deelnemers { get; init; } = Projectpaden.Deelnemers;

    /// <summary>True keeps nothing: the data are in a folder that is removed at the end.</summary>
    public bool VerseGegevens { get; init; }

    /// <summary>True lets Azurite keep everything in memory, for runs whose many berichten would make it write its index over and over.</summary>
    public bool OpslagInGeheugen { get; init; }

    /// <summary>Which ports are tried first.</summary>
    public Voorkeurspoorten Poorten { get; init; } = Voorkeurspoorten.Vrij;

    /// <summary>App settings beside those that the environment needs; they win.</summary>
    public IReadOnlyDictionary<string, string> AppInstellingen { get; init; } = new Dictionary<string, string>();

    /// <summary>The level from which the app logs; everything that it logs goes to the log file.</summary>
    public LogLevel Logniveau { get; init; } = LogLevel.Information;

    /// <summary>Makes the connection string with which the app reaches its storage, such as through a proxy; absent = straight to Azurite.</summary>
    public Func<Azurite, CancellationToken, Task<string>>? Opslagverbinding { get; init; }

    /// <summary>Sees every message that the host is about to give to the app; absent = nobody does.</summary>
    public Action<ServiceBusReceivedMessage>? OnMessage { get; init; }

    /// <summary>At which failure of the app within 30 minutes the host gives up.</summary>
    public int MaxHerstarts { get; init; } = 3;

    /// <summary>Hears, in one plain Dutch line each, what people must know.</summary>
    public Action<string> Meld { get; init; } = _ => { };

    /// <summary>The clock.</summary>
    public TimeProvider Tijd { get; init; } = TimeProvider.System;
}
