using System.Diagnostics;
using System.Globalization;
using System.Net;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Hosting;
using Hub.Local.FunctionsHost.Triggers;
using Hub.Local.FunctionsHost.Worker;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Yarp.ReverseProxy.Forwarder;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>
/// What the host listens with on 127.0.0.1: the HTTP functions under routePrefix, and POST /admin/functions/{name} for timers.
/// </summary>
internal sealed class HttpFrontEnd : IAsyncDisposable
{
    /// <summary>The real host's FUNCTIONS_REQUEST_BODY_SIZE_LIMIT, in bytes.</summary>
    private const long DefaultBodyLimit = 104_857_600;

    private readonly WebApplication _web;
    private readonly FunctionApp _app;
    private readonly FunctionsHostOptions _options;
    private readonly TaskCompletionSource<Backend> _backend = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HttpFrontEnd(WebApplication web, FunctionApp app, FunctionsHostOptions options)
    {
        _web = web;
        _app = app;
        _options = options;
    }

    public Uri Address { get; private set; } = null!;

    /// <exception cref="FunctionsHostException">The port is in use.</exception>
    public static async Task<HttpFrontEnd> StartAsync(FunctionApp app, FunctionsHostOptions options, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(FrameworkLog.Least).AddProvider(new FrameworkLog(options.LoggerFactory));
        builder.Services.AddRouting();
        builder.Services.AddHttpForwarder();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = ReadBodyLimit(options);
                kestrel.Limits.RequestHeadersTimeout = options.RequestHeadersTimeout;
                kestrel.Listen(IPAddress.Loopback, options.HttpPort, listener => listener.Use(UnreadableRequests.Listen));
            });
        var front = new HttpFrontEnd(builder.Build(), app, options);
        front.Map();
        try
        {
            await front._web.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await front.DisposeAsync().ConfigureAwait(false);
            throw new FunctionsHostException($"Port {options.HttpPort} on 127.0.0.1 is in use.", error);
        }

        front.Address = new Uri(front._web.Urls.Single());
        return front;
    }

    /// <summary>From now on requests go to the worker; those that came before waited.</summary>
    public void Connect(WorkerInvoker invoker, IReadOnlyList<TimerListener> timers) =>
        _backend.TrySetResult(new Backend(new HttpProxy(_web.Services.GetRequiredService<IHttpForwarder>(), invoker), timers));

    /// <summary>
    /// Takes no new requests; completes when those that run were answered, or <paramref name="cancellation"/> ends their time.
    /// </summary>
    public Task DrainAsync(CancellationToken cancellation)
    {
        _backend.TrySetCanceled(CancellationToken.None);
        return _web.StopAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync().ConfigureAwait(false);
        if (_backend.Task.IsCompletedSuccessfully)
        {
            _backend.Task.Result.Proxy.Dispose();
        }
    }

    private static long ReadBodyLimit(FunctionsHostOptions options) =>
        options.AppSettings.TryGetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : DefaultBodyLimit;

    private void Map()
    {
        var logger = _options.LoggerFactory.CreateLogger("Host");
        _web.Services.GetRequiredService<DiagnosticListener>().Subscribe(new UnreadableRequests(logger, _options.TimeProvider));
        HostProblems.Use(_web, logger);
        _web.UseRouting();
        foreach (var (function, trigger) in _app.With<HttpTrigger>())
        {
            _web.Map(BuildPattern(trigger), context => InvokeAsync(context, function, trigger)).WithDisplayName(function.Name);
        }
        foreach (var reserved in (string[])["/admin/{**rest}", "/runtime/{**rest}"])
        {
            _web.Map(reserved, NotFoundAsync);
        }
        _web.MapPost("/admin/functions/{name}", (RequestDelegate)InvokeTimerAsync);
    }

    /// <summary>The method is a constraint, so that another method is 404 as on the real host, not 405.</summary>
    private RoutePattern BuildPattern(HttpTrigger trigger)
    {
        var route = string.Join(
            '/',
            new[] { _app.Host.RoutePrefix.Trim('/'), trigger.Route.TrimStart('/') }.Where(part => part.Length > 0)
        );
        var policies = trigger.Methods is { Count: > 0 } methods
            ? new RouteValueDictionary { ["httpMethod"] = new HttpMethodRouteConstraint([.. methods]) }
            : null;
        return RoutePatternFactory.Parse("/" + route, defaults: null, policies);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task InvokeAsync(HttpContext context, FunctionDefinition function, HttpTrigger trigger)
    {
        if (!KeyCheck.Allows(context.Request, trigger.AuthLevel, _options))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (await WaitForBackendAsync(context).ConfigureAwait(false) is not { } ready)
        {
            return;
        }
        await ready.Proxy.ForwardAsync(context, function.Name, trigger).ConfigureAwait(false);
    }

    private async Task InvokeTimerAsync(HttpContext context)
    {
        if (!KeyCheck.Allows(context.Request, AuthLevel.Admin, _options))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var name = context.GetRouteValue("name") as string;
        if (await WaitForBackendAsync(context).ConfigureAwait(false) is not { } ready)
        {
            return;
        }
        var timer = ready.Timers.FirstOrDefault(timer => timer.Function.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (timer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // The real host answers before the function has run as well.
        _ = timer.InvokeAsync(CancellationToken.None);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    /// <summary>Null when the host stopped before it was up; the caller gets 503.</summary>
    private async Task<Backend?> WaitForBackendAsync(HttpContext context)
    {
        try
        {
            return await _backend.Task.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return null;
        }
    }

    private sealed record Backend(HttpProxy Proxy, IReadOnlyList<TimerListener> Timers);
}
