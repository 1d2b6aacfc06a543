namespace Hub.Functions.Api;

/// <summary><c>GET /health/live</c>: that the app runs.</summary>
internal static class GetHealthLive
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health/live", HandleAsync);

    private static Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("ok", context.RequestAborted);
    }
}
