using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.Functions.Tests.Shared;
using Hub.Local.Samples;
using Hub.Local.Starting;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Samples;

/// <summary>All samples, sent once through a hub that logs all it can; the hub still runs.</summary>
public sealed class SamplesRun : IAsyncLifetime
{
    private readonly ConcurrentQueue<ServiceBusReceivedMessage> _read = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voorbeelden-");

    public LocalHub Environment { get; private set; } = null!;

    public SampleReport Report { get; private set; } = null!;

    /// <summary>What the host received from the queues.</summary>
    public IReadOnlyCollection<ServiceBusReceivedMessage> Read => _read;

    /// <summary>What the app exported.</summary>
    internal OtlpReceiver Otlp { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Otlp = await OtlpReceiver.StartAsync(Patience.Longest, TestContext.Current.CancellationToken);
        Environment = await LocalHub.StartAsync(
            Environments.Options(_folder.FullName) with
            {
                LogLevel = LogLevel.Trace,
                AppSettings = new Dictionary<string, string>(Otlp.Settings)
                {
                    ["Logging__LogLevel__Microsoft"] = "Trace",
                    ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
                    ["Logging__LogLevel__Azure"] = "Trace",
                },
                OnMessage = _read.Enqueue,
            },
            TestContext.Current.CancellationToken
        );
        Report = await SampleRun.LoopAsync(Environment, SampleList.Read(), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Environment.DisposeAsync();
        await Otlp.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
