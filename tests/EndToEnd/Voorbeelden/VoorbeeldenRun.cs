using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.Functions.Tests.Gedeeld;
using Hub.Local.Opstarten;
using Hub.Local.Voorbeelden;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Voorbeelden;

/// <summary>All samples, sent once through a hub that logs all it can; the hub still runs.</summary>
public sealed class VoorbeeldenRun : IAsyncLifetime
{
    private readonly ConcurrentQueue<ServiceBusReceivedMessage> _gelezen = [];
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("voorbeelden-");

    public HubOmgeving Omgeving { get; private set; } = null!;

    public Proefverslag Verslag { get; private set; } = null!;

    /// <summary>What the host received from the queues.</summary>
    public IReadOnlyCollection<ServiceBusReceivedMessage> Gelezen => _gelezen;

    /// <summary>What the app exported.</summary>
    internal OtlpOntvanger Otlp { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Otlp = await OtlpOntvanger.StartAsync(Patience.Longest, TestContext.Current.CancellationToken);
        Omgeving = await HubOmgeving.StartAsync(
            Omgevingen.Opties(_map.FullName) with
            {
                Logniveau = LogLevel.Trace,
                AppInstellingen = new Dictionary<string, string>(Otlp.Instellingen)
                {
                    ["Logging__LogLevel__Microsoft"] = "Trace",
                    ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
                    ["Logging__LogLevel__Azure"] = "Trace",
                },
                OnMessage = _gelezen.Enqueue,
            },
            TestContext.Current.CancellationToken);
        Verslag = await Proefloop.LoopAsync(Omgeving, Voorbeeldenlijst.Lees(), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Omgeving.DisposeAsync();
        await Otlp.DisposeAsync();
        _map.Delete(recursive: true);
    }
}

[CollectionDefinition(nameof(VoorbeeldenCollection))]
public sealed class VoorbeeldenCollection : ICollectionFixture<VoorbeeldenRun>;
