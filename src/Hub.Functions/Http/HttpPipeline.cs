using Hub.Functions.Access;
using Hub.Functions.Api;
using Hub.Functions.Telemetry;
using Hub.Telemetry;

namespace Hub.Functions.Http;

/// <summary>The HTTP API as an ASP.NET Core pipeline inside the function that gets all requests.</summary>
internal sealed partial class HttpPipeline(IServiceProvider services, ILogger<HttpPipeline> logger)
{
    private readonly RequestDelegate _pipeline = Build(services);

    /// <summary>
    /// Answers a request on its own context. Never throws: what leaves a function reaches the caller as an answer without a body.
    /// </summary>
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            // What routing around the function found would keep ours from looking.
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            await _pipeline(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; there is nobody to answer.
        }
        catch (Exception fault)
        {
            services.GetRequiredService<HubMeter>().Failed(RequestSpan.Function, null, fault);
            LogFault(FaultText.Of(fault));
            context.Abort();
        }
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestSpan>();
        app.UseMiddleware<HeadAnswer>();
        app.UseMiddleware<FaultHandling>();
        var (limit, time) = (services.GetRequiredService<DependencyLimit>(), services.GetRequiredService<TimeProvider>());
        app.Use(
            (context, next) =>
            {
                DependencyBound.Begin(limit, time);
                return next(context);
            }
        );
        app.UseRouting();
        app.UseEndpoints(HttpFunction.Map);
        return app.Build();
    }

    [LoggerMessage(4103, LogLevel.Error, "Answering a request failed: {Fault}")]
    private partial void LogFault(string fault);
}
