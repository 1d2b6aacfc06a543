using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.Logging;

namespace TestWorker;

/// <summary>A function for every kind of trigger; under which name and with which binding is up to the test.</summary>
public sealed class Functions(Control control, HttpPipeline pipeline, ILogger<Functions> logger)
{
    [Function(nameof(Http))]
    public async Task<IActionResult> Http([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*pad}")] HttpRequest req)
    {
        await pipeline.AnswerAsync(req.HttpContext);
        return new EmptyResult();
    }

    [Function(nameof(Bytes))]
    public Task Bytes([ServiceBusTrigger("any")] byte[] message, FunctionContext context) =>
        ObeyAsync(Encoding.UTF8.GetString(message), context);

    [Function(nameof(Text))]
    public Task Text([ServiceBusTrigger("any")] string message, FunctionContext context) => ObeyAsync(message, context);

    [Function(nameof(Timer))]
    public Task Timer([TimerTrigger("0 0 0 1 1 *")] string timer, FunctionContext context) => ObeyAsync(timer, context);

    [Function(nameof(Blob))]
    public Task Blob([ServiceBusTrigger("any")] byte[] blob, FunctionContext context) => ObeyAsync(Encoding.UTF8.GetString(blob), context);

    [Function(nameof(Reference))]
    public Task Reference([ServiceBusTrigger("any")] ModelBindingData blob, FunctionContext context) =>
        ObeyAsync($"{blob.Version} {blob.Source} {blob.ContentType} {blob.Content}", context);

    private async Task ObeyAsync(string body, FunctionContext context)
    {
        var facts = new
        {
            body,
            metadata = context.BindingContext.BindingData.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString()),
            traceParent = context.TraceContext.TraceParent,
            invocationId = context.InvocationId,
        };
        var instruction = await control.TellAsync(context.FunctionDefinition.Name, facts);
        if (instruction.Log is { } line)
        {
            logger.LogWarning("{Line}", line);
        }
        if (instruction.Exit is { } code)
        {
            Hard.Exit(code);
        }
        // What an exception says may be a child's; the host must not repeat it.
        if (instruction.Fail)
        {
            throw new InvalidOperationException(body);
        }
    }
}
