using System.Diagnostics;
using Hub.Azure.ServiceBus;
using Hub.Bewaking;
using Hub.Queues;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hub.Functions.Telemetrie;

/// <summary>Traces and metrics over OTLP, for who set an address for them; without one nothing is gathered and nothing leaves.</summary>
internal static class TelemetrieDiensten
{
    // Only sources whose every attribute is known. Those of the Azure SDK and of HttpClient tell addresses, and stay out.
    private static readonly string[] Bronnen = [Verzoekspan.Bron, QueueTrace.SourceName, ServiceBusTelemetry.Name];
    private static readonly string[] Meters = [HubMeter.Naam, ServiceBusTelemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    /// <summary>Registers the export; OTEL_* settings that are not read here are the SDK's own.</summary>
    public static void AddTelemetrie(this IServiceCollection diensten, TelemetrieInstellingen? instellingen)
    {
        diensten.AddSingleton<DistributedContextPropagator, Tracekop>();
        if (instellingen is null) return;
        diensten.AddOpenTelemetry()
            .ConfigureResource(app => app.AddService(instellingen.Naam))
            .WithTracing(traces => traces.AddSource(Bronnen).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }
}
