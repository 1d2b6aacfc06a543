namespace Hub.Functions.Api;

/// <summary><c>GET /health/live</c> and <c>/health/ready</c>.</summary>
internal static class Gezondheid
{
    public static Task LeeftAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("ok", context.RequestAborted);
    }

    public static async Task IsGereedAsync(HttpContext context)
    {
        var antwoord = await context.RequestServices.GetRequiredService<Gereedheid>().PeilAsync();
        var gereed = antwoord is { Archief: Gereedheid.Ok, Tabellen: Gereedheid.Ok, Queues: Gereedheid.Ok };
        context.Response.StatusCode = gereed ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsJsonAsync(antwoord, ApiJson.Default.GereedAntwoord, cancellationToken: context.RequestAborted);
    }
}
