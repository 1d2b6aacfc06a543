using Hub.Archief;
using Hub.Deelnemers;
using Hub.Functions.Toegang;
using Hub.Inzage;

namespace Hub.Functions.Api;

/// <summary><c>GET /berichten/{id}/inhoud</c>: the bytes of a bericht, for its two parties; to anyone else it does not exist.</summary>
internal static class GetBerichtInhoud
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/berichten/{id}/inhoud", Aanroeper.AlsDeelnemer(HandleAsync));

    internal static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        if (await PartyBericht.FindAsync(context, deelnemer) is not { } bericht) return;
        context.Response.ContentType = "application/xml";
        context.Response.ContentLength = bericht.Lengte;
        // Nobody gets at the content, so nobody is written down.
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await Inzagen.NoteerAsync(context, bericht.BerichtId, deelnemer, Inzagesoorten.Opgehaald);
        var archief = context.RequestServices.GetRequiredService<IArchief>();
        await using var inhoud = await archief.LeesAsync(bericht.Archief, context.RequestAborted);
        await inhoud.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
