using System.Globalization;
using System.Text.Json;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Envelopes;
using Hub.Local.FunctionsHost.Handler;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>HTTP without enableProxyingHttpRequest: the request goes as an envelope, the answer comes from the http output binding.</summary>
internal sealed class HttpEnvelopeExchange(HandlerInvoker invoker, FunctionsHostOptions options)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public async Task AnswerAsync(HttpContext context, FunctionDefinition function, HttpTrigger trigger)
    {
        var keyLevel = KeyCheck.FindLevel(context.Request, options);
        var envelope = await HttpEnvelope.BuildAsync(trigger, context.Request, keyLevel).ConfigureAwait(false);
        var result = await invoker.InvokeAsync(
            function.Name, () => envelope, context.Request.Headers.TraceParent, context.RequestAborted).ConfigureAwait(false);
        if (result.Succeeded)
        {
            HostProblems.LeaveToApp(context);
            await WriteAsync(context.Response, FindOutput(result.Reply, trigger.Output), context.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static JsonElement? FindOutput(JsonElement reply, string? output) => output switch
    {
        null => null,
        "$return" => HandlerReply.Find(reply, "ReturnValue"),
        _ => HandlerReply.Find(reply, "Outputs") is { } outputs ? HandlerReply.Find(outputs, output) : null,
    };

    private static async Task WriteAsync(HttpResponse response, JsonElement? output, CancellationToken cancellation)
    {
        if (output is not { ValueKind: JsonValueKind.Object } answer)
            return;
        if ((HandlerReply.Find(answer, "statusCode") ?? HandlerReply.Find(answer, "status")) is { } status
            && int.TryParse(status.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            response.StatusCode = code;
        }

        if (HandlerReply.Find(answer, "headers") is { ValueKind: JsonValueKind.Object } headers)
        {
            foreach (var header in headers.EnumerateObject())
                response.Headers[header.Name] = header.Value.ToString();
        }

        if (HandlerReply.Find(answer, "body") is not { ValueKind: not JsonValueKind.Null } body)
            return;
        var isText = body.ValueKind == JsonValueKind.String;
        response.ContentType ??= isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
        var text = isText ? body.GetString()! : JsonSerializer.Serialize(body, Indented);
        await response.WriteAsync(text, cancellation).ConfigureAwait(false);
    }
}
