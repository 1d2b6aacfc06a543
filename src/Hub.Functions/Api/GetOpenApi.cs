namespace Hub.Functions.Api;

/// <summary><c>GET /openapi.json</c>: the description of the API.</summary>
internal static class GetOpenApi
{
    private static readonly byte[] Document = Load();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/openapi.json", HandleAsync);

    private static async Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Document.Length;
        await context.Response.Body.WriteAsync(Document, context.RequestAborted);
    }

    private static byte[] Load()
    {
        using var source =
            typeof(GetOpenApi).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The OpenAPI document is not in the assembly.");
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }
}
