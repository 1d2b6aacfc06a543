using System.Diagnostics;
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

namespace EndToEnd.Foutproxy;

/// <summary>When a request to the storage is interrupted.</summary>
public enum Moment
{
    /// <summary>Before the storage sees it.</summary>
    Vooraf,

    /// <summary>After the storage has done it, before the app hears so.</summary>
    Achteraf,
}

/// <summary>Stands between the app and its storage, sees each request, and can do something at one precise point of one of them.</summary>
public sealed class Opslagproxy : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly HttpMessageInvoker _doorsturen = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    private Val? _val;

    private Opslagproxy(WebApplication web) => _web = web;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Adres { get; private set; } = null!;

    /// <summary>Starts a proxy for the storage at <paramref name="doel"/>.</summary>
    public static async Task<Opslagproxy> StartAsync(Uri doel, CancellationToken cancellation)
    {
        var bouw = WebApplication.CreateSlimBuilder();
        bouw.WebHost.UseUrls("http://127.0.0.1:0");
        bouw.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        bouw.Logging.ClearProviders();
        bouw.Services.AddHttpForwarder();
        var proxy = new Opslagproxy(bouw.Build());
        proxy._web.Run(context => proxy.StuurDoorAsync(context, doel));
        await proxy._web.StartAsync(cancellation);
        proxy.Adres = new Uri(proxy._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return proxy;
    }

    /// <summary>Does <paramref name="actie"/> once, at the next request that <paramref name="treft"/>; the app never gets an answer on it.</summary>
    /// <returns>Completes when it has been done.</returns>
    public Task ZetVal(Func<HttpRequest, bool> treft, Moment moment, Action actie)
    {
        var val = new Val(treft, moment, actie, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _val = val;
        return val.Dicht.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _doorsturen.Dispose();
    }

    private async Task StuurDoorAsync(HttpContext context, Uri doel)
    {
        var val = _val is { } gezet && gezet.Treft(context.Request) && Interlocked.CompareExchange(ref _val, null, gezet) == gezet ? gezet : null;
        if (val?.Moment == Moment.Vooraf)
        {
            val.SlaToe();
            context.Abort();
            return;
        }

        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        await forwarder.SendAsync(context, doel.GetLeftPart(UriPartial.Authority), _doorsturen, ForwarderRequestConfig.Empty, new Letterlijk(val));
    }

    private sealed record Val(Func<HttpRequest, bool> Treft, Moment Moment, Action Actie, TaskCompletionSource Dicht)
    {
        public void SlaToe()
        {
            try
            {
                Actie();
                Dicht.TrySetResult();
            }
            catch (Exception fout)
            {
                Dicht.TrySetException(fout);
            }
        }
    }

    /// <summary>Passes the path on as it came: the signature of a request is over its exact characters.</summary>
    private sealed class Letterlijk(Val? val) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            var pad = httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            proxyRequest.RequestUri = new Uri(destinationPrefix + pad, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        }

        public override async ValueTask<bool> TransformResponseAsync(
            HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            if (val is null) return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            Debug.Assert(proxyResponse?.IsSuccessStatusCode != false, "The storage refused what was to be interrupted after it.");
            val.SlaToe();
            httpContext.Abort();
            return false;
        }
    }
}
