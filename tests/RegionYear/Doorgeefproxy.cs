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

/// <summary>What is done to one request in place of giving the app its answer.</summary>
/// <param name="NaDeOpslag">Whether the storage does what was asked first.</param>
/// <param name="Doe">Ends the request; told whether the storage did what was asked.</param>
internal sealed record Ingreep(bool NaDeOpslag, Action<HttpContext, bool> Doe);

/// <summary>Stands between the app and one of its storage services: sees each request, and can do something to it.</summary>
internal sealed class Doorgeefproxy : IAsyncDisposable
{
    private static readonly object BodyKey = new();

    private readonly WebApplication _web;
    private readonly bool _readsBodies;
    private readonly Uri _doel;
    private readonly Func<HttpRequest, Ingreep?> _ingreep;
    private readonly HttpMessageInvoker _doorsturen = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    private Doorgeefproxy(WebApplication web, Uri doel, Func<HttpRequest, Ingreep?> ingreep, bool readsBodies)
    {
        _readsBodies = readsBodies;
        _web = web;
        _doel = doel;
        _ingreep = ingreep;
    }

    /// <summary>What a POST, such as a row or a batch of rows, says; empty for all else, and when bodies are not read.</summary>
    public static string BodyOf(HttpRequest request) => request.HttpContext.Items[BodyKey] as string ?? "";

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Adres { get; private set; } = null!;

    /// <summary>Starts a proxy for the storage at <paramref name="doel"/>.</summary>
    /// <param name="doel">The storage.</param>
    /// <param name="ingreep">Sees each request; gives what is done to it, null to pass it on.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <param name="readsBodies">Whether <see cref="BodyOf"/> tells what a POST says.</param>
    public static async Task<Doorgeefproxy> StartAsync(
        Uri doel, Func<HttpRequest, Ingreep?> ingreep, CancellationToken cancellation, bool readsBodies = false)
    {
        var bouw = WebApplication.CreateSlimBuilder();
        bouw.WebHost.UseUrls("http://127.0.0.1:0");
        bouw.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        bouw.Logging.ClearProviders();
        bouw.Services.AddHttpForwarder();
        var proxy = new Doorgeefproxy(bouw.Build(), doel, ingreep, readsBodies);
        proxy._web.Run(proxy.StuurDoorAsync);
        await proxy._web.StartAsync(cancellation);
        proxy.Adres = new Uri(proxy._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _doorsturen.Dispose();
    }

    private async Task StuurDoorAsync(HttpContext context)
    {
        if (_readsBodies && HttpMethods.IsPost(context.Request.Method))
        {
            context.Request.EnableBuffering();
            using var body = new StreamReader(context.Request.Body, leaveOpen: true);
            context.Items[BodyKey] = await body.ReadToEndAsync(context.RequestAborted);
            context.Request.Body.Position = 0;
        }

        var ingreep = _ingreep(context.Request);
        if (ingreep is { NaDeOpslag: false })
        {
            ingreep.Doe(context, false);
            return;
        }

        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        await forwarder.SendAsync(context, _doel.GetLeftPart(UriPartial.Authority), _doorsturen, ForwarderRequestConfig.Empty, new Letterlijk(ingreep));
    }

    /// <summary>Passes the path on as it came: the signature of a request is over its exact characters.</summary>
    private sealed class Letterlijk(Ingreep? ingreep) : HttpTransformer
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
            if (ingreep is null) return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            ingreep.Doe(httpContext, proxyResponse?.IsSuccessStatusCode != false);
            return false;
        }
    }
}
