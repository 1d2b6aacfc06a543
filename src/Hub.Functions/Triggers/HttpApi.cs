using Hub.Functions.Http;
using Hub.Functions.Telemetry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Triggers;

/// <summary>
/// All of the HTTP API as one function: it hands every request to a pipeline of our own (docs/adr/0012-isolated-worker.md).
/// </summary>
public sealed class HttpApi
{
    private static readonly EmptyResult Written = new();

    private readonly HttpPipeline _pipeline;

    /// <summary>Takes the pipeline.</summary>
    /// <param name="services">Where it is.</param>
    public HttpApi(IServiceProvider services) => _pipeline = services.GetRequiredService<HttpPipeline>();

    /// <summary>Answers one request; throws nothing, since the host would make an empty answer of it.</summary>
    /// <param name="req">The request as it came in, with its body still to be read.</param>
    [Function(RequestSpan.Function)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "{*pad}")]
            HttpRequest req
    )
    {
        ArgumentNullException.ThrowIfNull(req);
        await _pipeline.AnswerAsync(req.HttpContext);
        return Written;
    }
}
