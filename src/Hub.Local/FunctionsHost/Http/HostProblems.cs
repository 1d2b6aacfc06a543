using System.Text.Json;

namespace Hub.Local.FunctionsHost.Http;

/// <summary>
/// Gives a body to what the host refuses by itself: a problem (RFC 9457) as the app writes them, instead of nothing. On
/// Azure such an answer is as empty as it comes. What the app answered passes through as it is.
/// </summary>
internal static class HostProblems
{
    /// <summary>Of every problem.</summary>
    public const string MediaType = "application/problem+json";

    private const int RetryAfterSeconds = 5;

    /// <summary>Adds the problems to everything that is mapped after this.</summary>
    public static void Use(WebApplication web)
    {
        web.Use(async (context, next) =>
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && context.Response.StatusCode >= 400 && !context.Items.ContainsKey(typeof(HostProblems)))
                await WriteAsync(context.Response).ConfigureAwait(false);
        });
    }

    /// <summary>From here on the answer is the app's own, however empty.</summary>
    public static void LeaveToApp(HttpContext context) => context.Items[typeof(HostProblems)] = true;

    /// <summary>The problem for a status, as UTF-8 JSON.</summary>
    public static byte[] BodyOf(int status)
    {
        var (type, title, detail) = status switch
        {
            401 => ("niet-aangemeld", "Niet aangemeld", "De functie vraagt een sleutel."),
            404 => ("niet-gevonden", "Niet gevonden", "Dit adres bestaat niet, of niet voor u."),
            405 => ("verkeerde-methode", "Methode niet mogelijk", "Op dit adres is deze HTTP-methode niet mogelijk."),
            408 => ("te-langzaam", "Te langzaam", "Het verzoek kwam niet op tijd binnen. Stuur het opnieuw; een bericht wordt nooit dubbel aangenomen."),
            413 => ("te-groot", "Te groot", "Het verzoek is groter dan de host aanneemt."),
            414 => ("adres-te-lang", "Adres te lang", "Het adres van het verzoek is langer dan de host aanneemt."),
            431 => ("headers-te-groot", "Headers te groot", "De headers van het verzoek zijn samen groter, of met meer, dan de host aanneemt."),
            503 => ("tijdelijk-niet-mogelijk", "Tijdelijk niet mogelijk",
                "De hub wordt opnieuw gestart. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen."),
            >= 500 => ("storing", "Storing", "Er ging iets mis in de hub. Stuur hetzelfde verzoek later opnieuw; een bericht wordt nooit dubbel aangenomen."),
            _ => ("onjuist-verzoek", "Onjuist verzoek", "Het verzoek is niet te lezen of brak af."),
        };
        return JsonSerializer.SerializeToUtf8Bytes(new { type = "urn:ijw-hub:probleem:" + type, title, status, detail }, JsonSerializerOptions.Web);
    }

    private static async Task WriteAsync(HttpResponse response)
    {
        var body = BodyOf(response.StatusCode);
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
