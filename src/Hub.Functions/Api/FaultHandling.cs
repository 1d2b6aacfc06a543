using Hub.Functions.Access;
using Hub.Functions.Api.Gzip;
using Hub.Functions.Problems;
using Hub.Queues;

namespace Hub.Functions.Api;

/// <summary>Turns every failure into a problem: of the app, of what it depends on, and of the framework around it.</summary>
internal sealed class FaultHandling(RequestDelegate next)
{
    private const string RetryAfterSeconds = "10";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            await ReportAsync(context, fault);
            return;
        }

        // What the framework refuses by itself has no body.
        if (context.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 and < 500 and var status })
        {
            await OfFramework(status).WriteAsync(context);
        }
    }

    private static Task ReportAsync(HttpContext context, Exception fault)
    {
        var problem = fault switch
        {
            GzipException => KnownProblems.InvalidGzip,
            BadHttpRequestException request => OfFramework(request.StatusCode),
            StorageException or QueueException or IssuerUnreachableException => KnownProblems.TemporaryNotPossible,
            _ => KnownProblems.Outage,
        };
        if (!context.Response.HasStarted)
        {
            context.Response.Clear();
            if (problem.Status >= StatusCodes.Status500InternalServerError)
            {
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
            }
        }

        return problem.WriteAsync(context, problem.Status >= StatusCodes.Status500InternalServerError ? fault : null);
    }

    private static Problem OfFramework(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => KnownProblems.NotFound,
            StatusCodes.Status405MethodNotAllowed => KnownProblems.WrongMethod,
            StatusCodes.Status408RequestTimeout => KnownProblems.TooSlow,
            StatusCodes.Status413PayloadTooLarge => KnownProblems.TooLarge(CheckOptions.Standard.MaxBytes),
            StatusCodes.Status415UnsupportedMediaType => KnownProblems.NoXml,
            _ => KnownProblems.IncorrectVerzoek,
        };
}
