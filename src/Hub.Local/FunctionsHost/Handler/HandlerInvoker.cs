using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Envelopes;

namespace Hub.Local.FunctionsHost.Handler;

/// <summary>Posts envelopes to the handler and enforces functionTimeout on every invocation, proxied ones included.</summary>
internal sealed class HandlerInvoker : IDisposable
{
    /// <summary>The host version that the reference's recordings were made with.</summary>
    public const string HostVersion = "4.1037.0.0";

    private readonly HandlerSupervisor _supervisor;
    private readonly HostSettings _host;
    private readonly FunctionsHostOptions _options;
    private readonly ILogger _logger;
    private readonly bool _tracing;
    private readonly HttpClient _client = new(new SocketsHttpHandler { ActivityHeadersPropagator = null, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private int _inFlight;

    public HandlerInvoker(HandlerSupervisor supervisor, HostSettings host, FunctionsHostOptions options)
    {
        _supervisor = supervisor;
        _host = host;
        _options = options;
        _logger = options.LoggerFactory.CreateLogger("Host.Executor");
        _tracing = host.OpenTelemetry || options.AppSettings.ContainsKey("APPLICATIONINSIGHTS_CONNECTION_STRING");
    }

    /// <summary>How many invocations are running.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>
    /// Runs <paramref name="call"/> against the handler as one invocation: waits for the handler, measures, logs, and at functionTimeout
    /// kills and restarts the handler.
    /// </summary>
    public async Task<InvocationResult> RunAsync(
        string function, Guid id, Func<HandlerProcess, CancellationToken, Task<InvocationResult>> call, CancellationToken cancellation)
    {
        _logger.Executing(function, id);
        var begin = _options.TimeProvider.GetTimestamp();
        Interlocked.Increment(ref _inFlight);
        try
        {
            var result = await RunBoundedAsync(function, id, call, cancellation).ConfigureAwait(false);
            var duration = (long)_options.TimeProvider.GetElapsedTime(begin).TotalMilliseconds;
            if (result.Failure is { } failure)
                _logger.Failed(function, id, duration, failure);
            else
                _logger.Succeeded(function, id, duration);
            return result;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    /// <summary>One invocation by envelope.</summary>
    /// <param name="function">The function's name, which is the path at the handler.</param>
    /// <param name="build">Makes the envelope just before it is sent.</param>
    /// <param name="traceParent">The caller's W3C trace context, if there is one.</param>
    /// <param name="cancellation">Gives the invocation up, as when the host stops.</param>
    public Task<InvocationResult> InvokeAsync(string function, Func<Envelope> build, string? traceParent, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        return RunAsync(function, id, (handler, token) => PostAsync(handler, function, id, build, traceParent, token), cancellation);
    }

    public void Dispose() => _client.Dispose();

    private async Task<InvocationResult> RunBoundedAsync(
        string function, Guid id, Func<HandlerProcess, CancellationToken, Task<InvocationResult>> call, CancellationToken cancellation)
    {
        HandlerProcess handler;
        try
        {
            handler = await _supervisor.WhenReadyAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FunctionsHostException or OperationCanceledException)
        {
            return new InvocationResult(error.Message) { Tried = false };
        }

        using var deadline = new CancellationTokenSource(_host.FunctionTimeout ?? Timeout.InfiniteTimeSpan, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await call(handler, either.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            await _supervisor.NoticeAsync(handler).ConfigureAwait(false);
            return new InvocationResult($"the connection to the handler failed ({error.HttpRequestError})");
        }
        catch (IOException)
        {
            await _supervisor.NoticeAsync(handler).ConfigureAwait(false);
            return new InvocationResult("the connection to the handler was lost");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            var timeout = _host.FunctionTimeout.GetValueOrDefault();
            _logger.TimedOut(function, id, timeout);
            _supervisor.Restart(handler, $"{function} timed out");
            return new InvocationResult($"timeout value of {timeout} was exceeded");
        }
    }

    private async Task<InvocationResult> PostAsync(
        HandlerProcess handler, string function, Guid id, Func<Envelope> build, string? traceParent, CancellationToken cancellation)
    {
        var envelope = build();
        envelope.AddSystem(function, _options.TimeProvider.GetUtcNow(), Guid.NewGuid());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(handler.BaseAddress, Uri.EscapeDataString(function)))
        {
            Content = new ChunkedJsonContent(envelope.ToUtf8()),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", $"Azure-Functions-Host/{HostVersion}");
        if (_tracing)
            request.Headers.TryAddWithoutValidation("traceparent", NewTraceParent(traceParent));
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", HostVersion);
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", id.ToString());
        using var response = await _client.SendAsync(request, cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        if (HandlerReply.Judge((int)response.StatusCode, body) is not { } result)
            return await HangAsync(handler, function, id, (int)response.StatusCode, cancellation).ConfigureAwait(false);
        WriteLogs(function, result);
        return result;
    }

    /// <summary>The real host waits for ever on an empty 2xx, until functionTimeout kills the handler; here that is cut short.</summary>
    private async Task<InvocationResult> HangAsync(HandlerProcess handler, string function, Guid id, int status, CancellationToken cancellation)
    {
        var hang = _host.FunctionTimeout is { } timeout && timeout < _options.EmptyReplyHang ? timeout : _options.EmptyReplyHang;
        _logger.EmptyReply(function, id, status, _host.FunctionTimeout?.ToString() ?? "unbounded", hang);
        await Task.Delay(hang, _options.TimeProvider, cancellation).ConfigureAwait(false);
        _supervisor.Restart(handler, $"{function} answered with an empty 2xx");
        return new InvocationResult("the handler answered a 2xx with an empty body");
    }

    private void WriteLogs(string function, InvocationResult result)
    {
        var user = _options.LoggerFactory.CreateLogger($"Function.{function}.User");
        foreach (var line in HandlerReply.Logs(result.Reply))
            user.UserLog(line);
    }

    /// <summary>A new span of the caller's trace, or of a new one.</summary>
    private static string NewTraceParent(string? caller)
    {
        var trace = ActivityContext.TryParse(caller, null, out var parent) ? parent.TraceId : ActivityTraceId.CreateRandom();
        return $"00-{trace}-{ActivitySpanId.CreateRandom()}-01";
    }

    /// <summary>JSON without a length, so that it is sent chunked as the real host does.</summary>
    private sealed class ChunkedJsonContent : HttpContent
    {
        private readonly byte[] _json;

        public ChunkedJsonContent(byte[] json)
        {
            _json = json;
            Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_json).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
