namespace Hub.Functions.Access;

/// <summary>Puts on every answer, errors too, the headers that keep a browser and a cache from doing anything with it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
                headers["Referrer-Policy"] = "no-referrer";
                // Whatever is asked, the answer is of this caller at this moment.
                headers.CacheControl = "no-store";
                return Task.CompletedTask;
            },
            context
        );
        return next(context);
    }
}
