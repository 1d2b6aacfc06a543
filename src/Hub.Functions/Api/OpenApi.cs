namespace Hub.Functions.Api;

/// <summary><c>GET /openapi.json</c>: the description of the API.</summary>
internal static class OpenApi
{
    private static readonly byte[] Document = Laad();

    public static async Task GeefAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Document.Length;
        await context.Response.Body.WriteAsync(Document, context.RequestAborted);
    }

    private static byte[] Laad()
    {
        using var bron = typeof(OpenApi).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The OpenAPI document is not in the assembly.");
        using var kopie = new MemoryStream();
        bron.CopyTo(kopie);
        return kopie.ToArray();
    }
}
