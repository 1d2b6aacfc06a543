using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Gedeeld;

/// <summary>A receiver of traces and metrics over OTLP (http/protobuf) on 127.0.0.1; keeps every byte that came.</summary>
internal sealed class OtlpOntvanger : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<byte[]> _pakketten = new();
    private readonly ConcurrentQueue<OtlpSpan> _spans = new();
    private readonly Lock _slot = new();
    private TaskCompletionSource _nieuw = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TimeSpan _patience;

    private OtlpOntvanger(WebApplication web, TimeSpan patience) => (_web, _patience) = (web, patience);

    /// <summary>What OTEL_EXPORTER_OTLP_ENDPOINT must be.</summary>
    public string Adres => _web.Urls.Single();

    /// <summary>The settings that make an app export to it, soon after the fact.</summary>
    public IReadOnlyDictionary<string, string> Instellingen => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Adres,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
    };

    public IReadOnlyCollection<OtlpSpan> Spans => _spans;

    /// <summary>The last value of every number that was exported, by <c>metric name</c>; those of several attribute sets are added up.</summary>
    public ConcurrentDictionary<string, double> Metingen { get; } = new(StringComparer.Ordinal);

    /// <summary>All that came, as text: what is not text stands between it as other characters.</summary>
    public string AlleBytes => string.Concat(_pakketten.Select(Encoding.Latin1.GetString));

    /// <param name="patience">How long <see cref="WachtAsync"/> waits at most.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<OtlpOntvanger> StartAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var bouw = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        bouw.Services.AddRouting();
        bouw.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var ontvanger = new OtlpOntvanger(bouw.Build(), patience);
        ontvanger._web.MapPost("/v1/traces", context => ontvanger.NeemAsync(context, pakket => ontvanger.LeesSpans(pakket)));
        ontvanger._web.MapPost("/v1/metrics", context => ontvanger.NeemAsync(context, pakket => ontvanger.LeesMetingen(pakket)));
        await ontvanger._web.StartAsync(cancellation);
        return ontvanger;
    }

    /// <summary>Waits until <paramref name="gezocht"/> holds; looked at whenever something came, as long as its patience lasts.</summary>
    public async Task WachtAsync(Func<OtlpOntvanger, bool> gezocht, CancellationToken cancellation)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        grens.CancelAfter(_patience);
        while (true)
        {
            Task nieuw;
            lock (_slot) nieuw = _nieuw.Task;
            if (gezocht(this)) return;
            await nieuw.WaitAsync(grens.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var nu = new CancellationTokenSource();
        await nu.CancelAsync();
        await _web.StopAsync(nu.Token);
        await _web.DisposeAsync();
    }

    private async Task NeemAsync(HttpContext context, Action<Proto> lees)
    {
        using var inhoud = new MemoryStream();
        await context.Request.Body.CopyToAsync(inhoud, context.RequestAborted);
        _pakketten.Enqueue(inhoud.ToArray());
        lees(Proto.Lees(inhoud.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
        lock (_slot)
        {
            _nieuw.TrySetResult();
            _nieuw = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    // ExportTraceServiceRequest: resource_spans 1, in it scope_spans 2, in it scope 1 and spans 2.
    private void LeesSpans(Proto pakket)
    {
        foreach (var groep in pakket.Delen(1).SelectMany(bron => bron.Delen(2)))
        {
            var bron = groep.Delen(1).Select(scope => scope.Tekst(1)).FirstOrDefault("");
            foreach (var span in groep.Delen(2)) _spans.Enqueue(OtlpSpan.Van(bron, span));
        }
    }

    // ExportMetricsServiceRequest: resource_metrics 1, scope_metrics 2, metrics 2; gauge 5 and sum 7 hold data_points 1 with as_double 4 or as_int 6.
    private void LeesMetingen(Proto pakket)
    {
        foreach (var meting in pakket.Delen(1).SelectMany(bron => bron.Delen(2)).SelectMany(groep => groep.Delen(2)))
        {
            var punten = meting.Delen(5).Concat(meting.Delen(7)).SelectMany(soort => soort.Delen(1)).ToList();
            Metingen[meting.Tekst(1)] = punten.Sum(punt => punt.Getal(4) is { } bits ? BitConverter.UInt64BitsToDouble(bits) : (long)(punt.Getal(6) ?? 0));
        }
    }
}

/// <summary>A span as it was exported; ids in hex, empty for no parent.</summary>
internal sealed record OtlpSpan(
    string Bron, string Naam, string TraceId, string SpanId, string OuderId, string TraceState, IReadOnlyDictionary<string, string> Kenmerken, IReadOnlyList<string> Verwezen)
{
    public static OtlpSpan Van(string bron, Proto span) => new(
        bron,
        span.Tekst(5),
        Convert.ToHexStringLower(span.Bytes(1)),
        Convert.ToHexStringLower(span.Bytes(2)),
        Convert.ToHexStringLower(span.Bytes(4)),
        span.Tekst(3),
        span.Delen(9).ToDictionary(paar => paar.Tekst(1), paar => Waarde(paar.Delen(2).Single())),
        [.. span.Delen(13).Select(verwijzing => Convert.ToHexStringLower(verwijzing.Bytes(1)))]);

    // AnyValue: string 1, bool 2, int 3.
    private static string Waarde(Proto waarde) => waarde.Getal(3) is { } getal ? $"{(long)getal}" : waarde.Getal(2) is { } vlag ? $"{vlag == 1}" : waarde.Tekst(1);
}
