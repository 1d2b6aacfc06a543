namespace Hub.Functions.Api;

/// <summary><c>GET /health/ready</c>: whether what the hub needs answers; 503 when something does not.</summary>
internal static class GetHealthReady
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/ready", HandleAsync);

    private static async Task HandleAsync(HttpContext context)
    {
        var antwoord = await context.RequestServices.GetRequiredService<Gereedheid>().PeilAsync();
        var gereed = antwoord is { Archief: Gereedheid.Ok, Tabellen: Gereedheid.Ok, Queues: Gereedheid.Ok };
        context.Response.StatusCode = gereed ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        if (!gereed) context.Response.Headers.RetryAfter = "10";
        await context.Response.WriteAsJsonAsync(antwoord, ApiJson.Default.GereedAntwoord, cancellationToken: context.RequestAborted);
    }
}

/// <summary>Whether each dependency answers: <c>ok</c> or <c>fout</c>.</summary>
internal sealed record GereedAntwoord(string Archief, string Tabellen, string Queues);
