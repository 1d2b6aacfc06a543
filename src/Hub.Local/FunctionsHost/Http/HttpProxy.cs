using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Messages;
using Hub.Local.FunctionsHost.Worker;
using Hub.Local.FunctionsHost.Worker.Rpc;
using Yarp.ReverseProxy.Forwarder;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>
/// Passes requests on to the worker's own address while it runs the invocation: the two meet there by x-ms-invocation-id. Same path, query
/// and streams; only a body with a Content-Length is read whole first, as the real host does.
/// </summary>
internal sealed class HttpProxy(IHttpForwarder forwarder, WorkerInvoker invoker) : IDisposable
{
    // As long as the function waits for its request.
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectPause = TimeSpan.FromMilliseconds(50);
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ActivityHeadersPropagator = null,
        }
    );

    public async Task ForwardAsync(HttpContext context, string function, HttpTrigger trigger)
    {
        var invocation = new Invocation(function, trigger.Name, new TypedData { Http = new HttpMessage() }, new TriggerMetadata())
        {
            TraceParent = context.Request.Headers.TraceParent,
        };
        // As on the real host a caller's own value stays: then the two never meet, and the call ends as 500.
        context.Request.Headers.TryAdd("x-ms-invocation-id", invocation.Id.ToString());
        try
        {
            await BufferAsync(context).ConfigureAwait(false);
            var result = await invoker
                .InvokeAsync(
                    invocation,
                    (worker, token) => PassAsync(context, worker, token),
                    CancellationToken.None,
                    context.RequestAborted
                )
                .ConfigureAwait(false);
            if (result.Succeeded)
            {
                HostProblems.LeaveToApp(context);
            }
            else
            {
                Fail(context, result.FunctionFailed ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable);
            }
        }
        catch (BadHttpRequestException)
        {
            // Over the host's limit, or cut off: the real host tells neither from a fault of its own.
            Fail(context, StatusCodes.Status500InternalServerError);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
    }

    public void Dispose() => _client.Dispose();

    private static void Fail(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            return;
        }
        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    private static async Task BufferAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not > 0)
        {
            return;
        }
        var whole = new MemoryStream();
        await context.Request.Body.CopyToAsync(whole, context.RequestAborted).ConfigureAwait(false);
        whole.Position = 0;
        context.Request.Body = whole;
    }

    private async Task<InvocationResult> PassAsync(HttpContext context, RunningWorker worker, CancellationToken cancellation)
    {
        if (worker.HttpUri is not { } address)
        {
            return new InvocationResult("the worker told no address for HTTP");
        }
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var error = await forwarder
                .SendAsync(context, address.ToString(), _client, Config, HttpTransformer.Default, cancellation)
                .ConfigureAwait(false);
            if (error == ForwarderError.None)
            {
                return InvocationResult.Success;
            }
            var isOver = worker.Process.Exited.IsCompleted || TimeProvider.System.GetElapsedTime(begin) > ConnectLimit;
            if (cancellation.IsCancellationRequested || isOver || !IsConnectFailure(context))
            {
                return new InvocationResult($"passing the request on to the worker failed ({error})");
            }
            // Functions are loaded before the worker's server listens.
            await Task.Delay(ConnectPause, CancellationToken.None).ConfigureAwait(false);
            // The forwarder takes no request whose answer has been given a status.
            context.Response.Clear();
        }
    }

    private static bool IsConnectFailure(HttpContext context) =>
        !context.Response.HasStarted
        && context.GetForwarderErrorFeature()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };
}
