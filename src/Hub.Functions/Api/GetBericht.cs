using Hub.Archief;
using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Inzage;
using Hub.Termijnen;

namespace Hub.Functions.Api;

/// <summary><c>GET /berichten/{id}</c> and <c>/inhoud</c>: for the two parties of a bericht; to anyone else it does not exist.</summary>
internal static class GetBericht
{
    public static async Task StatusAsync(HttpContext context, Deelnemer deelnemer)
    {
        if (await ZoekAsync(context, deelnemer) is not { } bericht) return;
        var diensten = context.RequestServices;
        var klokken = await diensten.GetRequiredService<Termijnbewaking>().VanBerichtAsync(bericht, context.RequestAborted);
        var vandaag = Kalender.Dag(diensten.GetRequiredService<TimeProvider>().GetUtcNow());
        await context.Response.WriteAsJsonAsync(
            StatusAntwoord.Van(bericht, klokken, vandaag), ApiJson.Default.StatusAntwoord, cancellationToken: context.RequestAborted);
    }

    public static async Task InhoudAsync(HttpContext context, Deelnemer deelnemer)
    {
        if (await ZoekAsync(context, deelnemer) is not { } bericht) return;
        await Inzagen.NoteerAsync(context, bericht.BerichtId, deelnemer, Inzagesoorten.Opgehaald);
        var archief = context.RequestServices.GetRequiredService<IArchief>();
        await using var inhoud = await archief.LeesAsync(bericht.Archief, context.RequestAborted);
        context.Response.ContentType = "application/xml";
        context.Response.ContentLength = bericht.Lengte;
        await inhoud.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task<BerichtStatus?> ZoekAsync(HttpContext context, Deelnemer deelnemer)
    {
        var berichten = context.RequestServices.GetRequiredService<IBerichten>();
        var id = context.Request.RouteValues["id"] as string;
        var bericht = BerichtId.IsGeldig(id) ? await berichten.ZoekAsync(id!, context.RequestAborted) : null;
        if (bericht?.IsVan(deelnemer) == true) return bericht;
        await Problemen.NietGevonden.SchrijfAsync(context);
        return null;
    }
}
