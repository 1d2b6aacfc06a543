using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestWorker;

/// <summary>What the test worker answers over HTTP.</summary>
public sealed class HttpPipeline(IServiceProvider services, Control control)
{
    private readonly RequestDelegate _pipeline = Build(services, control);

    public Task AnswerAsync(HttpContext context)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return _pipeline(context);
    }

    private static RequestDelegate Build(IServiceProvider services, Control control)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/environment", () => Environment.GetEnvironmentVariables());
            endpoints.MapGet("/arguments", () => control.Arguments);
            endpoints.MapGet(
                "/say",
                () =>
                {
                    Console.WriteLine("said on stdout");
                    Console.Error.WriteLine("said on stderr");
                }
            );
            endpoints.Map(
                "/echo/{**rest}",
                async (HttpRequest request) =>
                {
                    using var reader = new StreamReader(request.Body);
                    return new
                    {
                        request.Method,
                        Path = request.Path.Value,
                        Query = request.QueryString.Value,
                        Host = request.Host.Value,
                        request.Scheme,
                        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToArray()),
                        Body = await reader.ReadToEndAsync(),
                    };
                }
            );
            endpoints.MapPost(
                "/upload/{name=uploaded}",
                async (string name, HttpRequest request) =>
                {
                    var buffer = new byte[64 * 1024];
                    long total = 0;
                    while (await request.Body.ReadAsync(buffer) is > 0 and var count)
                    {
                        await control.TellAsync(name, new { total = total += count });
                    }
                    return total;
                }
            );
            endpoints.MapGet(
                "/stream",
                async (HttpResponse response) =>
                {
                    await response.WriteAsync("first");
                    await response.Body.FlushAsync();
                    await control.TellAsync("streamed", new { });
                    await response.WriteAsync("second");
                }
            );
            endpoints.MapGet(
                "/hang",
                async (CancellationToken aborted) =>
                {
                    await control.TellAsync("hanging", new { });
                    try
                    {
                        await Task.Delay(Timeout.Infinite, aborted);
                    }
                    finally
                    {
                        await control.TellAsync("aborted", new { });
                    }
                }
            );
            endpoints.MapGet("/throw", (HttpContext _) => throw new InvalidOperationException("999900006"));
            endpoints.MapGet("/exit/{code:int}", (int code) => Hard.Exit(code));
        });
        return app.Build();
    }
}
