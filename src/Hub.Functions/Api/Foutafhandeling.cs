using Hub.Functions.Api.Gzip;
using Hub.Functions.Problems;
using Hub.Functions.Toegang;
using Hub.Queues;

namespace Hub.Functions.Api;

/// <summary>Turns every failure into a problem: of the app, of what it depends on, and of the framework around it.</summary>
internal sealed class Foutafhandeling(RequestDelegate volgende)
{
    private const string RetryAfterSeconds = "10";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await volgende(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fout)
        {
            await MeldAsync(context, fout);
            return;
        }

        // What the framework refuses by itself has no body.
        if (context.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 and < 500 and var status })
            await OfFramework(status).SchrijfAsync(context);
    }

    private static Task MeldAsync(HttpContext context, Exception fout)
    {
        var probleem = fout switch
        {
            GzipException => Problemen.OngeldigeGzip,
            BadHttpRequestException request => OfFramework(request.StatusCode),
            OpslagException or QueueException or IssuerUnreachableException => Problemen.TijdelijkNietMogelijk,
            _ => Problemen.Storing,
        };
        if (!context.Response.HasStarted)
        {
            context.Response.Clear();
            if (probleem.Status >= StatusCodes.Status500InternalServerError) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return probleem.SchrijfAsync(context, probleem.Status >= StatusCodes.Status500InternalServerError ? fout : null);
    }

    private static Probleem OfFramework(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problemen.NietGevonden,
        StatusCodes.Status405MethodNotAllowed => Problemen.VerkeerdeMethode,
        StatusCodes.Status408RequestTimeout => Problemen.TeTraag,
        StatusCodes.Status413PayloadTooLarge => Problemen.TeGroot(ControleOpties.Standaard.MaxBytes),
        StatusCodes.Status415UnsupportedMediaType => Problemen.GeenXml,
        _ => Problemen.OnjuistVerzoek,
    };
}
