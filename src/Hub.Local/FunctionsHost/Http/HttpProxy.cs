using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Handler;
using Yarp.ReverseProxy.Forwarder;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>Passes HTTP invocations on to the handler as they come (enableProxyingHttpRequest): same path, query and streams.</summary>
internal sealed class HttpProxy(IHttpForwarder forwarder, HandlerSupervisor supervisor, HandlerInvoker invoker) : IDisposable
{
    private const int MaxConnectAttempts = 10;

    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    });

    public async Task ForwardAsync(HttpContext context, FunctionDefinition function)
    {
        var id = Guid.NewGuid();
        // As on the real host a caller's own value stays: this header is no proof of anything.
        context.Request.Headers.TryAdd("x-ms-invocation-id", id.ToString());
        try
        {
            var result = await invoker.RunAsync(
                function.Name, id, (handler, token) => ForwardAsync(context, handler, token), context.RequestAborted).ConfigureAwait(false);
            var isCallersFault = context.Response.StatusCode is >= 400 and < 500;
            if (result.Succeeded)
                HostProblems.LeaveToApp(context);
            else if (!context.Response.HasStarted && !isCallersFault)
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<InvocationResult> ForwardAsync(HttpContext context, HandlerProcess handler, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var error = await forwarder.SendAsync(
                context, handler.BaseAddress.ToString(), _client, Config, HttpTransformer.Default, cancellation).ConfigureAwait(false);
            if (error == ForwarderError.None)
                return new InvocationResult(null);
            cancellation.ThrowIfCancellationRequested();
            if (!IsConnectFailure(context) || attempt == MaxConnectAttempts)
                return new InvocationResult($"proxying to the handler failed ({error})");
            // The process is going down; nothing was sent, so the next run may have the request.
            await supervisor.NoticeAsync(handler).ConfigureAwait(false);
            handler = await supervisor.WhenReadyAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static bool IsConnectFailure(HttpContext context) =>
        !context.Response.HasStarted
        && context.GetForwarderErrorFeature()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };
}
