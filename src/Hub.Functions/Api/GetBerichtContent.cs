using Hub.Archief;
using Hub.Deelnemers;
using Hub.Functions.Access;
using Hub.Inspection;

namespace Hub.Functions.Api;

/// <summary><c>GET /berichten/{id}/inhoud</c>: the bytes of a bericht, for its two parties; to anyone else it does not exist.</summary>
internal static class GetBerichtContent
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/berichten/{id}/inhoud", Caller.AsDeelnemer(HandleAsync));

    internal static async Task HandleAsync(HttpContext context, Deelnemer deelnemer)
    {
        if (await PartyBericht.FindAsync(context, deelnemer) is not { } bericht)
        {
            return;
        }
        context.Response.ContentType = "application/xml";
        context.Response.ContentLength = bericht.Length;
        // Nobody gets at the content, so nobody is written down.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        await Inspections.NoteAsync(context, bericht.BerichtId, deelnemer, InspectionKinds.Fetched);
        var archief = context.RequestServices.GetRequiredService<IArchief>();
        await using var content = await archief.ReadAsync(bericht.Archief, context.RequestAborted);
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
