using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Functions.Telemetry;

/// <summary>
/// Says of the span of a request what it was, in words of our own only: a method that is known, the route as a template, the status.
/// </summary>
/// <remarks>
/// ASP.NET Core starts the span but leaves it bare. Paths, queries and header values are the caller's, and may name a child.
/// </remarks>
internal sealed class RequestSpan(RequestDelegate next)
{
    /// <summary>The name of ASP.NET Core's own source.</summary>
    public const string Source = "Microsoft.AspNetCore";

    /// <summary>The name of the function that answers every request.</summary>
    public const string Function = "Http";

    private const string OtherMethod = "_OTHER";

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "GET",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "HEAD",
        "OPTIONS",
    };

    public async Task InvokeAsync(HttpContext context)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity is { Source.Name: Source } own ? own : null;
        // A function runs in the flow of its invocation, where the request's span is not the current one.
        if (span is not null)
        {
            Activity.Current = span;
        }
        await next(context);
        if (span is not null)
        {
            Describe(span, context);
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        var (method, route) = Name(context);
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.response.status_code", context.Response.StatusCode);
        if (route is not null)
        {
            span.SetTag("http.route", route);
        }
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>What a request was, in words of our own: a method that is known, and the template of its route if it has one.</summary>
    public static (string Method, string? Route) Name(HttpContext context) =>
        (
            Methods.Contains(context.Request.Method) ? context.Request.Method : OtherMethod,
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText
        );
}
