using System.Globalization;
using Hub.Aflevering;
using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Toegang;
using Hub.Postbus;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /postbus</c>: what waits for the caller; of other postbussen nothing is seen.</summary>
internal static class GetPostbus
{
    /// <summary>How many are given when the caller does not say.</summary>
    public const int GewoonAantal = 50;

    /// <summary>The most that can be asked for at once.</summary>
    public const int MaxAantal = 200;

    private const string RetryAfterWaiting = "10";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/postbus", Aanroeper.AlsDeelnemer(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        var na = Cursor.Lees(deelnemer.Code, context.Request.Query["na"]);
        if (na is null)
        {
            await Problemen.OngeldigeCursor.SchrijfAsync(context);
            return;
        }

        if (LeesAantal(context.Request.Query["aantal"]) is not { } aantal)
        {
            await Problemen.OngeldigAantal(MaxAantal).SchrijfAsync(context);
            return;
        }

        if (ReadWait(context.Request.Query["wacht"]) is not { } wait)
        {
            await Problemen.OngeldigeWachttijd((int)PostbusWait.Longest.TotalSeconds).SchrijfAsync(context);
            return;
        }

        // On a queue nothing ever comes in here.
        if (deelnemer.Kanaal != Kanaal.Http) wait = TimeSpan.Zero;
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var waiting = context.RequestServices.GetRequiredService<PostbusWait>();
        if (await waiting.ListAsync(deelnemer.Code, na.Value, aantal, wait, stopping, context.RequestAborted) is not { } pagina)
        {
            context.Response.Headers.RetryAfter = RetryAfterWaiting;
            await Problemen.TeVeelWachtend.SchrijfAsync(context);
            return;
        }

        await context.Response.WriteAsJsonAsync(
            PostbusAntwoord.Van(deelnemer, pagina), ApiJson.Default.PostbusAntwoord, cancellationToken: context.RequestAborted);
    }

    private static TimeSpan? ReadWait(string? text)
    {
        if (string.IsNullOrEmpty(text)) return TimeSpan.Zero;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= PostbusWait.Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static int? LeesAantal(string? tekst)
    {
        if (string.IsNullOrEmpty(tekst)) return GewoonAantal;
        return int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var aantal) && aantal is > 0 and <= MaxAantal ? aantal : null;
    }
}

/// <summary>What waits in a postbus, ids of what waits there and can't be read, and the cursor behind the last of it.</summary>
internal sealed record PostbusAntwoord(
    string Kanaal, IReadOnlyList<PoststukAntwoord> Poststukken, IReadOnlyList<string>? Onleesbaar, string Cursor, bool Meer)
{
    public static PostbusAntwoord Van(Deelnemer deelnemer, Postbuspagina pagina) => new(
        deelnemer.Kanaal == Deelnemers.Kanaal.Http ? "http" : "servicebus",
        [.. pagina.Stukken.Select(PoststukAntwoord.Van)],
        pagina.Unreadable.Count > 0 ? pagina.Unreadable : null,
        Postbus.Cursor.Schrijf(deelnemer.Code, pagina.Last),
        pagina.Meer);
}

/// <summary>One poststuk: a bericht, or a reminder or signal about one; its bytes are at the address <paramref name="Inhoud"/>.</summary>
internal sealed record PoststukAntwoord(
    string Id,
    string Soort,
    string BerichtId,
    string Berichtsoort,
    string Afzender,
    string Ontvanger,
    string Identificatie,
    string Oordeel,
    int AantalBevindingen,
    long Lengte,
    DateTimeOffset Neergelegd,
    bool Herhaling,
    string Inhoud,
    string? Antwoord,
    Herinnering? Herinnering,
    Signaal? Signaal)
{
    public static PoststukAntwoord Van(LiggendPoststuk liggend) => new(
        liggend.Stuk.Id,
        liggend.Stuk switch
        {
            { Herinnering: not null } => Postbusbericht.InhoudHerinnering,
            { Signaal: not null } => Postbusbericht.InhoudSignaal,
            _ => Postbusbericht.InhoudBericht,
        },
        liggend.Stuk.BerichtId,
        liggend.Stuk.Berichtsoort,
        liggend.Stuk.Afzender,
        liggend.Stuk.Ontvanger,
        liggend.Stuk.Identificatie,
        liggend.Stuk.Oordeel,
        liggend.Stuk.AantalBevindingen,
        liggend.Stuk.Lengte,
        liggend.Neergelegd,
        liggend.Stuk.Herhaling,
        $"/berichten/{liggend.Stuk.BerichtId}/inhoud",
        liggend.Stuk.Antwoord,
        liggend.Stuk.Herinnering,
        liggend.Stuk.Signaal);
}
