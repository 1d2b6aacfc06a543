using System.Text.Json;
using Hub.Local.FunctionsHost.Hosting;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>
/// Gives a body to what the host refuses by itself: a problem (RFC 9457) as the app writes them, with an id that stands in the log, instead
/// of nothing. On Azure such an answer is as empty as it comes. What the app answered passes through as it is.
/// </summary>
internal static class HostProblems
{
    private const string RetryAfterSeconds = "5";

    /// <summary>Adds the problems to everything that is mapped after this.</summary>
    public static void Use(WebApplication web, ILogger logger)
    {
        web.Use(
            async (context, next) =>
            {
                await next(context).ConfigureAwait(false);
                var response = context.Response;
                if (response.HasStarted || response.StatusCode < 400 || context.Items.ContainsKey(typeof(HostProblems)))
                {
                    return;
                }
                var body = Tell(response.StatusCode, response.Headers, logger);
                await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            }
        );
    }

    /// <summary>From here on the answer is the app's own, however empty.</summary>
    public static void LeaveToApp(HttpContext context) => context.Items[typeof(HostProblems)] = true;

    /// <summary>Logs a problem under a new id and writes the headers of its answer; gives the body, as UTF-8 JSON.</summary>
    public static byte[] Tell(int status, IHeaderDictionary headers, ILogger logger)
    {
        var (type, title, detail) = Words(status);
        var instance = $"urn:uuid:{Guid.NewGuid()}";
        logger.Refused(status, type, instance);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = "urn:ijw-hub:probleem:" + type,
                title,
                status,
                detail,
                instance,
            },
            JsonSerializerOptions.Web
        );
        headers.ContentType = "application/problem+json";
        headers.ContentLength = body.Length;
        headers["Problem-Instance"] = instance;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            headers.RetryAfter = RetryAfterSeconds;
        }
        return body;
    }

    private static (string Type, string Title, string Detail) Words(int status) =>
        status switch
        {
            401 => ("niet-aangemeld", "Niet aangemeld", "De functie vraagt een sleutel."),
            404 => ("niet-gevonden", "Niet gevonden", "Dit adres bestaat niet, of niet voor u."),
            405 => ("verkeerde-methode", "Methode niet mogelijk", "Op dit adres is deze HTTP-methode niet mogelijk."),
            408 => (
                "te-traag",
                "Te traag",
                "Het verzoek kwam niet op tijd helemaal binnen. Er is niets bewaard. Stuur hetzelfde verzoek opnieuw."
            ),
            413 => ("te-groot", "Te groot", "Het verzoek is groter dan de host aanneemt."),
            414 => ("adres-te-lang", "Adres te lang", "Het adres van het verzoek is langer dan de host aanneemt."),
            431 => (
                "headers-te-groot",
                "Headers te groot",
                "De headers van het verzoek zijn samen groter, of met meer, dan de host aanneemt."
            ),
            503 => (
                "tijdelijk-niet-mogelijk",
                "Tijdelijk niet mogelijk",
                "De hub wordt opnieuw gestart. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen."
            ),
            505 => ("onbekende-versie", "Onbekende versie van HTTP", "De hub spreekt HTTP/1.1."),
            >= 500 => (
                "storing",
                "Storing",
                "Er ging iets mis in de hub. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen."
            ),
            _ => ("onjuist-verzoek", "Onjuist verzoek", "Het verzoek is niet te lezen of brak af."),
        };
}
