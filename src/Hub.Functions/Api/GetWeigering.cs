using Hub.Azure;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Toegang;

namespace Hub.Functions.Api;

/// <summary>
/// <c>GET /weigeringen/{kenmerk}</c>: what was refused at level 1 (422) under this kenmerk, for who sent it and for the beheerder of the
/// hub; never its content. To anyone else it does not exist.
/// </summary>
internal static class GetWeigering
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/weigeringen/{kenmerk}", Aanroeper.AlsDeelnemerOfBeheerder(HandleAsync));

    private static async Task HandleAsync(HttpContext context, Deelnemer? deelnemer)
    {
        var services = context.RequestServices;
        var kenmerk = context.Request.RouteValues["kenmerk"] as string;
        var weigering = Guid.TryParseExact(kenmerk, "N", out _)
            ? await services.GetRequiredService<IWeigeringen>().FindAsync(deelnemer?.Code, kenmerk, context.RequestAborted)
            : null;
        if (weigering is null)
        {
            await Problemen.NietGevonden.SchrijfAsync(context);
            return;
        }

        var days = services.GetRequiredService<Opslaginstellingen>().RefusedDays;
        await context.Response.WriteAsJsonAsync(
            WeigeringAntwoord.Of(weigering, days), ApiJson.Default.WeigeringAntwoord, cancellationToken: context.RequestAborted);
    }
}

/// <summary>A refusal: when it came in (UTC), how many bytes it had, the last day on which they are kept, and what was found.</summary>
internal sealed record WeigeringAntwoord(
    string Kenmerk,
    string Deelnemer,
    DateTimeOffset Ontvangen,
    long Lengte,
    DateOnly BewaardTot,
    int AantalBevindingen,
    IReadOnlyList<Bevinding> Bevindingen)
{
    public static WeigeringAntwoord Of(Weigering weigering, int days) => new(
        weigering.Kenmerk,
        weigering.Deelnemer,
        weigering.Ontvangen,
        weigering.Lengte,
        weigering.KeptUntil(days),
        weigering.AantalBevindingen,
        weigering.Bevindingen);
}
