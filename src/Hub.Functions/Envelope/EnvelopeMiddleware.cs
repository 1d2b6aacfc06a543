using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using Hub.Functions.Api;
using Hub.Functions.Telemetrie;

namespace Hub.Functions.Envelope;

/// <summary>
/// Answers the host's envelope calls, and hides them from the outside. Success is <c>{}</c>, never an empty body, on which the host
/// would wait until its time-out; a failure is a 500 without a body, on which the host abandons the message.
/// </summary>
internal sealed partial class EnvelopeMiddleware(
    RequestDelegate volgende, IEnumerable<IEnvelopeFunctie> functies, ILogger<EnvelopeMiddleware> logger)
{
    private readonly FrozenDictionary<string, IEnvelopeFunctie> _functies =
        functies.ToFrozenDictionary(functie => "/" + functie.Naam, StringComparer.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context)
    {
        // Only a POST can be the host's; GET /bewaking is an address of the API.
        if (!HttpMethods.IsPost(context.Request.Method) || !_functies.TryGetValue(context.Request.Path.Value ?? "", out var functie))
        {
            await volgende(context);
        }
        else if (!EnvelopeGrens.IsVanHost(context.Request))
        {
            LogVanBuiten(functie.Naam);
            await Problemen.NietGevonden.SchrijfAsync(context);
        }
        else
        {
            Verzoekspan.Noem(context, "/" + functie.Naam);
            await RoepAanAsync(functie, context);
        }
    }

    private async Task RoepAanAsync(IEnvelopeFunctie functie, HttpContext context)
    {
        try
        {
            using var envelope = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            using var span = Start(functie, envelope.RootElement);
            await functie.RoepAanAsync(envelope.RootElement.GetProperty("Data"), context.RequestAborted);
        }
        catch (Exception fout)
        {
            LogMislukt(functie.Naam, Fouttekst.Van(fout));
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{}", context.RequestAborted);
    }

    private static Activity? Start(IEnvelopeFunctie functie, JsonElement envelope) =>
        functie.Queue is { } queue && envelope.TryGetProperty("Metadata", out var metadata) ? Werkspan.Start(queue, metadata) : null;

    [LoggerMessage(4001, LogLevel.Error, "{Functie} is mislukt en wordt opnieuw geprobeerd: {Fout}")]
    private partial void LogMislukt(string functie, string fout);

    [LoggerMessage(4002, LogLevel.Warning, "Van buiten is geprobeerd {Functie} aan te roepen.")]
    private partial void LogVanBuiten(string functie);
}
