namespace Hub.Functions.Api;

/// <summary><c>GET /health/ready</c>: whether what the hub needs answers; 503 when something does not.</summary>
internal static class GetHealthReady
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/ready", HandleAsync);

    private static async Task HandleAsync(HttpContext context)
    {
        var answer = await context.RequestServices.GetRequiredService<Readiness>().ProbeAsync();
        var ready = answer is { Archief: Readiness.Ok, Tables: Readiness.Ok, Queues: Readiness.Ok };
        context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        if (!ready)
        {
            context.Response.Headers.RetryAfter = "10";
        }
        await context.Response.WriteAsJsonAsync(answer, ApiJson.Default.ReadyAnswer, cancellationToken: context.RequestAborted);
    }
}
