using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.Shared;
using Hub.Functions.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Hub.Functions.Tests.Telemetry;

/// <summary>The app with an Application Insights on this machine: what takes its telemetry over HTTP, as the real one does.</summary>
public class HubWithAzureMonitor(AzuriteFixture azurite) : HubFixture(azurite)
{
    private WebApplication? _web;

    internal ConcurrentQueue<string> Received { get; } = new();

    internal override IReadOnlyDictionary<string, string> MoreSettings =>
        new Dictionary<string, string>
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] =
                $"InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint={_web!.Urls.Single()}/;"
                + $"LiveEndpoint={_web.Urls.Single()}/",
        };

    public override async ValueTask InitializeAsync()
    {
        var build = WebApplication.CreateSlimBuilder();
        build.WebHost.UseUrls("http://127.0.0.1:0");
        build.Logging.ClearProviders();
        _web = build.Build();
        _web.MapPost(
            "/v2.1/track",
            async context =>
            {
                var isGzip = context.Request.Headers.ContentEncoding == "gzip";
                using var reader = new StreamReader(
                    isGzip ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body,
                    Encoding.UTF8
                );
                var text = await reader.ReadToEndAsync(context.RequestAborted);
                Received.Enqueue(text);
                var count = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
                await context.Response.WriteAsync(
                    $$"""{"itemsReceived":{{count}},"itemsAccepted":{{count}},"errors":[]}""",
                    context.RequestAborted
                );
            }
        );
        await _web.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_web is not null)
        {
            await _web.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends what is still kept, and gives all that came in: an envelope per span and per point of a metric.</summary>
    internal IReadOnlyList<JsonNode> Envelopes()
    {
        Assert.True(Services.GetRequiredService<TracerProvider>().ForceFlush(20_000));
        Assert.True(Services.GetRequiredService<MeterProvider>().ForceFlush(20_000));
        return
        [
            .. Received.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => JsonNode.Parse(line)!),
        ];
    }

    /// <summary>What came in of metrics, as the rows of AppMetrics that Application Insights makes of it.</summary>
    internal IReadOnlyList<AppMetric> Exported() =>
        [
            .. Envelopes()
                .Select(envelope => envelope["data"]!)
                .Where(data => data["baseType"]!.GetValue<string>() == "MetricData")
                .Select(data => AppMetric.From(data["baseData"]!)),
        ];
}
