using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>
/// Gives a body and an id to what Kestrel refuses before there is a request that a pipeline could see: what is no HTTP, comes too slowly or
/// is too long. Kestrel tells of such a refusal just before it writes its own answer, which has no body and takes none; on the connection
/// ours comes in its place.
/// </summary>
internal sealed class UnreadableRequests(ILogger logger, TimeProvider time) : IObserver<KeyValuePair<string, object?>>
{
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>The part of a listener that lets answers be replaced: connection middleware.</summary>
    public static ConnectionDelegate Listen(ConnectionDelegate next) =>
        async connection =>
        {
            var output = new ReplaceableOutput(connection.Transport.Output);
            connection.Transport = new DuplexPipe(connection.Transport.Input, output);
            connection.Features.Set(output);
            await next(connection).ConfigureAwait(false);
            await output.FinishAsync().ConfigureAwait(false);
        };

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (
            told is { Key: Refused, Value: IFeatureCollection request }
            && request.Get<IHttpResponseFeature>() is { HasStarted: false } response
            && request.Get<ReplaceableOutput>() is { } output
        )
        {
            output.Replace(Answer(response, isHead: HttpMethods.IsHead(request.Get<IHttpRequestFeature>()!.Method)));
        }
    }

    /// <inheritdoc/>
    public void OnCompleted() { }

    /// <inheritdoc/>
    public void OnError(Exception error) { }

    private byte[] Answer(IHttpResponseFeature response, bool isHead)
    {
        var body = HostProblems.Tell(response.StatusCode, response.Headers, logger);
        response.Headers.Connection = "close";
        response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var head = new StringBuilder($"HTTP/1.1 {response.StatusCode} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n");
        foreach (var (name, value) in response.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }
        return [.. Encoding.ASCII.GetBytes($"{head}\r\n"), .. isHead ? [] : body];
    }
}
