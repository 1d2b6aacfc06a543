using Hub.Functions.Api.Gzip;
using Hub.Queues;

namespace Hub.Functions.Api;

/// <summary>Turns every failure into a problem, and logs it without a word of the request.</summary>
internal sealed partial class Foutafhandeling(RequestDelegate volgende, ILogger<Foutafhandeling> logger)
{
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

        if (context.Response.HasStarted || context.Response.ContentType is not null) return;
        if (context.Response.StatusCode == StatusCodes.Status404NotFound) await Problemen.NietGevonden.SchrijfAsync(context);
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed) await Problemen.VerkeerdeMethode.SchrijfAsync(context);
    }

    private async Task MeldAsync(HttpContext context, Exception fout)
    {
        var probleem = fout switch
        {
            GzipException => Problemen.OngeldigeGzip,
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problemen.TeGroot(Ijw.ControleOpties.Standaard.MaxBytes),
            BadHttpRequestException => Problemen.OnjuistVerzoek,
            OpslagException or QueueException => Problemen.TijdelijkNietMogelijk,
            _ => Problemen.Storing,
        };
        if (probleem.Status >= StatusCodes.Status500InternalServerError) LogFout(probleem.Type, Fouttekst.Van(fout));
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        if (probleem.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "10";
        await probleem.SchrijfAsync(context);
    }

    [LoggerMessage(4101, LogLevel.Error, "{Probleem}: {Fout}")]
    private partial void LogFout(string probleem, string fout);
}
