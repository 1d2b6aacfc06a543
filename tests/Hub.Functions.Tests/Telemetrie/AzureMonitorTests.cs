using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Hub.Functions.Tests.Telemetrie;

/// <summary>The app with an Application Insights on this machine: what takes its telemetry over HTTP, as the real one does.</summary>
public sealed class HubMetAzureMonitor(Azurite azurite) : HubOmgeving(azurite)
{
    private WebApplication? _web;

    internal ConcurrentQueue<string> Ontvangen { get; } = new();

    internal override IReadOnlyDictionary<string, string> MeerInstellingen => new Dictionary<string, string>
    {
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint={_web!.Urls.Single()}/;LiveEndpoint={_web.Urls.Single()}/",
    };

    public override async ValueTask InitializeAsync()
    {
        var bouw = WebApplication.CreateSlimBuilder();
        bouw.WebHost.UseUrls("http://127.0.0.1:0");
        bouw.Logging.ClearProviders();
        _web = bouw.Build();
        _web.MapPost("/v2.1/track", async context =>
        {
            var isGzip = context.Request.Headers.ContentEncoding == "gzip";
            using var lezer = new StreamReader(isGzip ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body, Encoding.UTF8);
            var tekst = await lezer.ReadToEndAsync(context.RequestAborted);
            Ontvangen.Enqueue(tekst);
            var aantal = tekst.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            await context.Response.WriteAsync($$"""{"itemsReceived":{{aantal}},"itemsAccepted":{{aantal}},"errors":[]}""", context.RequestAborted);
        });
        await _web.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_web is not null) await _web.DisposeAsync();
    }
}

/// <summary>What goes to Azure Monitor: what the alerts and the workbook read, and nothing of a caller or a child.</summary>
public sealed class AzureMonitorTests(HubMetAzureMonitor hub) : IClassFixture<HubMetAzureMonitor>
{
    [Fact]
    public async Task Requests_and_counts_arrive_with_their_tags_and_nothing_of_a_child_does()
    {
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop());
        await hub.PostAsync(Voorbeelden.Aanbieder, Voorbeelden.Stop(dubbel: true));
        await hub.GetAsync(Voorbeelden.Aanbieder, $"/berichten/{Voorbeelden.Bsn}?naam={Voorbeelden.Naam}");
        await hub.VerwerkAllesAsync();
        Assert.True(hub.Diensten.GetRequiredService<TracerProvider>().ForceFlush(20_000));
        Assert.True(hub.Diensten.GetRequiredService<MeterProvider>().ForceFlush(20_000));

        var alles = Regex.Unescape(string.Join('\n', hub.Ontvangen));

        Assert.Contains("\"hub.berichten\"", alles, StringComparison.Ordinal);
        Assert.Contains("\"soort\":\"JW307\"", alles, StringComparison.Ordinal);
        Assert.Contains("\"regel\":\"TR101\"", alles, StringComparison.Ordinal);
        Assert.Contains("POST /berichten", alles, StringComparison.Ordinal);
        Assert.Contains("GET /berichten/{id}", alles, StringComparison.Ordinal);
        foreach (var geheim in (string[])[Voorbeelden.Bsn, Voorbeelden.Naam, "2010-02-14"]) Assert.DoesNotContain(geheim, alles, StringComparison.OrdinalIgnoreCase);
    }
}
