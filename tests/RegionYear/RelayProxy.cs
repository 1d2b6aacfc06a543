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

/// <summary>Stands between the app and one of its storage services: sees each request, and can do something to it.</summary>
internal sealed class RelayProxy : IAsyncDisposable
{
    private static readonly object BodyKey = new();

    private readonly WebApplication _web;
    private readonly bool _readsBodies;
    private readonly Uri _target;
    private readonly Func<HttpRequest, Intervention?> _intervention;
    private readonly HttpMessageInvoker _forward = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
        }
    );

    private RelayProxy(WebApplication web, Uri target, Func<HttpRequest, Intervention?> intervention, bool readsBodies)
    {
        _readsBodies = readsBodies;
        _web = web;
        _target = target;
        _intervention = intervention;
    }

    /// <summary>What a POST, such as a row or a batch of rows, says; empty for all else, and when bodies are not read.</summary>
    public static string BodyOf(HttpRequest request) => request.HttpContext.Items[BodyKey] as string ?? "";

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a proxy for the storage at <paramref name="target"/>.</summary>
    /// <param name="target">The storage.</param>
    /// <param name="intervention">Sees each request; gives what is done to it, null to pass it on.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <param name="readsBodies">Whether <see cref="BodyOf"/> tells what a POST says.</param>
    public static async Task<RelayProxy> StartAsync(
        Uri target,
        Func<HttpRequest, Intervention?> intervention,
        CancellationToken cancellation,
        bool readsBodies = false
    )
    {
        var build = WebApplication.CreateSlimBuilder();
        build.WebHost.UseUrls("http://127.0.0.1:0");
        build.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        build.Logging.ClearProviders();
        build.Services.AddHttpForwarder();
        var proxy = new RelayProxy(build.Build(), target, intervention, readsBodies);
        proxy._web.Run(proxy.ForwardAsync);
        await proxy._web.StartAsync(cancellation);
        proxy.Address = new Uri(
            proxy._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        );
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _forward.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        if (_readsBodies && HttpMethods.IsPost(context.Request.Method))
        {
            context.Request.EnableBuffering();
            using var body = new StreamReader(context.Request.Body, leaveOpen: true);
            context.Items[BodyKey] = await body.ReadToEndAsync(context.RequestAborted);
            context.Request.Body.Position = 0;
        }

        var intervention = _intervention(context.Request);
        if (intervention is { AfterStorage: false })
        {
            intervention.Act(context, false);
            return;
        }

        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        await forwarder.SendAsync(
            context,
            _target.GetLeftPart(UriPartial.Authority),
            _forward,
            ForwarderRequestConfig.Empty,
            new Literal(intervention)
        );
    }

    /// <summary>Passes the path on as it came: the signature of a request is over its exact characters.</summary>
    private sealed class Literal(Intervention? intervention) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext,
            HttpRequestMessage proxyRequest,
            string destinationPrefix,
            CancellationToken cancellationToken
        )
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            var path = httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            proxyRequest.RequestUri = new Uri(
                destinationPrefix + path,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            );
        }

        public override async ValueTask<bool> TransformResponseAsync(
            HttpContext httpContext,
            HttpResponseMessage? proxyResponse,
            CancellationToken cancellationToken
        )
        {
            if (intervention is null)
            {
                return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            }
            intervention.Act(httpContext, proxyResponse?.IsSuccessStatusCode != false);
            return false;
        }
    }
}
