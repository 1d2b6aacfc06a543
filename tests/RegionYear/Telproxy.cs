using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace RegionYear;

/// <summary>
/// Stands between the app and one of its storage services: counts what passes, and lets a part of it go wrong when asked: 503 before the storage sees
/// it, or an answer that gets lost after.
/// </summary>
internal sealed class Telproxy : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Func<string> _doel;
    private readonly HttpMessageInvoker _doorsturen = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    private int _nummer;

    private Telproxy(WebApplication web, Func<string> doel)
    {
        _web = web;
        _doel = doel;
    }

    /// <summary>Where it listens.</summary>
    public Uri Adres { get; private set; } = null!;

    /// <summary>How often each kind of request came.</summary>
    public ConcurrentDictionary<string, int> Tellingen { get; } = new(StringComparer.Ordinal);

    /// <summary>One in so many requests is refused with 503, and as many lose their answer; 0 = none.</summary>
    public int FoutPer { get; set; }

    /// <param name="naam">Gives a request its kind.</param>
    /// <param name="doel">Where the storage is now.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<Telproxy> StartAsync(Func<HttpRequest, string> naam, Func<string> doel, CancellationToken cancellation)
    {
        var bouw = WebApplication.CreateSlimBuilder();
        bouw.WebHost.UseUrls("http://127.0.0.1:0");
        bouw.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        bouw.Logging.ClearProviders();
        bouw.Services.AddHttpForwarder();
        var proxy = new Telproxy(bouw.Build(), doel);
        proxy._web.Run(context => proxy.StuurDoorAsync(context, naam(context.Request)));
        await proxy._web.StartAsync(cancellation);
        proxy.Adres = new Uri(proxy._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _doorsturen.Dispose();
    }

    private async Task StuurDoorAsync(HttpContext context, string naam)
    {
        Tellingen.AddOrUpdate(naam, 1, (_, al) => al + 1);
        var nummer = Interlocked.Increment(ref _nummer);
        if (FoutPer > 0 && nummer % FoutPer == 0)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var verliest = FoutPer > 0 && nummer % FoutPer == FoutPer / 2;
        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        await forwarder.SendAsync(context, _doel(), _doorsturen, ForwarderRequestConfig.Empty, new Letterlijk(verliest));
    }

    /// <summary>Passes the path on as it came: the signature of a request is over its exact characters.</summary>
    private sealed class Letterlijk(bool verliest) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            var pad = httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            proxyRequest.RequestUri = new Uri(destinationPrefix + pad, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        }

        public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            if (!verliest) return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            httpContext.Abort();
            return false;
        }
    }
}
