using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Hub.Azure.ServiceBus;
using Hub.Functions.Identity;
using Hub.Queues;
using Hub.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hub.Functions.Telemetry;

/// <summary>Traces and metrics over OTLP, for who set an address for them; without one nothing is gathered and nothing leaves.</summary>
internal static class TelemetryServices
{
    // Only sources whose every attribute is known. Those of the Azure SDK and of HttpClient tell addresses, and stay out.
    private static readonly string[] Sources = [RequestSpan.Source, TimerSpan.SourceName, QueueTrace.SourceName, ServiceBusTelemetry.Name];
    private static readonly string[] Meters = [HubMeter.Name, ServiceBusTelemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    // Of the meters that are not ours, what someone looks at: the rest is most of what would be sent, every minute of every instance
    // (docs/cost.md).
    private static readonly string[] OfFrameworks =
    [
        "http.server.request.duration",
        "dotnet.process.memory.working_set",
        "dotnet.gc.last_collection.heap.size",
        "dotnet.gc.last_collection.memory.committed_size",
    ];

    /// <summary>Registers the export; OTEL_* settings that are not read here are the SDK's own.</summary>
    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings? settings)
    {
        services.AddSingleton<DistributedContextPropagator, TraceHeader>();
        if (settings is null)
        {
            return;
        }
        // Its maker would hear how the exporter does; what leaves here goes to the region's own workspace and nowhere else.
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");
        services
            .AddOpenTelemetry()
            .ConfigureResource(app => app.AddService(settings.Name))
            .WithTracing(traces =>
            {
                traces.AddSource(Sources);
                if (settings.IsOtlp)
                {
                    traces.AddOtlpExporter();
                }
                if (settings.AzureMonitor is { } connection)
                {
                    traces.AddAzureMonitorTraceExporter(options => Ask(options, connection), Identity());
                }
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                metrics.AddView(instrument => IsSent(instrument) ? null : MetricStreamConfiguration.Drop);
                if (settings.IsOtlp)
                {
                    metrics.AddOtlpExporter();
                }
                if (settings.AzureMonitor is { } connection)
                {
                    metrics.AddAzureMonitorMetricExporter(options => Ask(options, connection), Identity());
                }
            });
    }

    private static bool IsSent(Instrument instrument) =>
        instrument.Meter.Name is HubMeter.Name or ServiceBusTelemetry.Name || OfFrameworks.Contains(instrument.Name);

    // On a disk it would outlive the instance and its rules.
    private static void Ask(AzureMonitorExporterOptions options, string connection)
    {
        options.ConnectionString = connection;
        options.DisableOfflineStorage = true;
        // All of it, as over OTLP: a trace that is missing is the one that someone looks for.
        options.TracesPerSecond = null;
        options.SamplingRatio = 1;
    }

    // In Azure only Entra identities may write (infra/modules/monitoring.bicep).
    private static TokenCredential? Identity() => AppIdentity.IsGiven ? AppIdentity.Make() : null;
}
