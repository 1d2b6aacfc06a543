using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Shared;

/// <summary>A receiver of traces and metrics over OTLP (http/protobuf) on 127.0.0.1; keeps every byte that came.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<byte[]> _packages = new();
    private readonly ConcurrentQueue<OtlpSpan> _spans = new();
    private readonly Lock _slot = new();
    private TaskCompletionSource _updated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TimeSpan _patience;

    private OtlpReceiver(WebApplication web, TimeSpan patience) => (_web, _patience) = (web, patience);

    /// <summary>What OTEL_EXPORTER_OTLP_ENDPOINT must be.</summary>
    public string Address => _web.Urls.Single();

    /// <summary>The settings that make an app export to it, soon after the fact.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        };

    public IReadOnlyCollection<OtlpSpan> Spans => _spans;

    /// <summary>
    /// The last value of every number that was exported, by <c>metric name</c>; those of several attribute sets are added up.
    /// </summary>
    public ConcurrentDictionary<string, double> Measurements { get; } = new(StringComparer.Ordinal);

    /// <summary>All that came, as text: what is not text stands between it as other characters.</summary>
    public string AllBytes => string.Concat(_packages.Select(Encoding.Latin1.GetString));

    /// <param name="patience">How long <see cref="WaitAsync"/> waits at most.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<OtlpReceiver> StartAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var build = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        build.Services.AddRouting();
        build.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var ontvanger = new OtlpReceiver(build.Build(), patience);
        ontvanger._web.MapPost("/v1/traces", context => ontvanger.TakeAsync(context, package => ontvanger.ReadSpans(package)));
        ontvanger._web.MapPost("/v1/metrics", context => ontvanger.TakeAsync(context, package => ontvanger.ReadMeasurements(package)));
        await ontvanger._web.StartAsync(cancellation);
        return ontvanger;
    }

    /// <summary>Waits until <paramref name="sought"/> holds; looked at whenever something came, as long as its patience lasts.</summary>
    public async Task WaitAsync(Func<OtlpReceiver, bool> sought, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_patience);
        while (true)
        {
            Task updated;
            lock (_slot)
            {
                updated = _updated.Task;
            }
            if (sought(this))
            {
                return;
            }
            await updated.WaitAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _web.StopAsync(now.Token);
        await _web.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, Action<Proto> read)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        _packages.Enqueue(content.ToArray());
        read(Proto.Read(content.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
        lock (_slot)
        {
            _updated.TrySetResult();
            _updated = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    // ExportTraceServiceRequest: resource_spans 1, in it scope_spans 2, in it scope 1 and spans 2.
    private void ReadSpans(Proto package)
    {
        foreach (var group in package.Parts(1).SelectMany(source => source.Parts(2)))
        {
            var source = group.Parts(1).Select(scope => scope.Text(1)).FirstOrDefault("");
            foreach (var span in group.Parts(2))
            {
                _spans.Enqueue(OtlpSpan.Of(source, span));
            }
        }
    }

    // ExportMetricsServiceRequest: resource_metrics 1, scope_metrics 2, metrics 2; gauge 5 and sum 7 hold data_points 1 with as_double 4 or
    // as_int 6.
    private void ReadMeasurements(Proto package)
    {
        foreach (var measurement in package.Parts(1).SelectMany(source => source.Parts(2)).SelectMany(group => group.Parts(2)))
        {
            var points = measurement.Parts(5).Concat(measurement.Parts(7)).SelectMany(kind => kind.Parts(1)).ToList();
            Measurements[measurement.Text(1)] = points.Sum(point =>
                point.Varint(4) is { } bits ? BitConverter.UInt64BitsToDouble(bits) : (long)(point.Varint(6) ?? 0)
            );
        }
    }
}
