namespace Hub.Functions.Toegang;

/// <summary>Puts on every answer, errors too, the headers that keep a browser and a cache from doing anything with it.</summary>
internal sealed class Veiligheidskoppen(RequestDelegate volgende)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static toestand =>
        {
            var koppen = ((HttpContext)toestand).Response.Headers;
            koppen.XContentTypeOptions = "nosniff";
            koppen.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            koppen.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            koppen["Referrer-Policy"] = "no-referrer";
            // Whatever is asked, the answer is of this caller at this moment.
            koppen.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return volgende(context);
    }
}
