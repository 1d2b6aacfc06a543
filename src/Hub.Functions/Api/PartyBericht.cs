using Hub.Berichten;
using Hub.Deelnemers;
using Hub.Functions.Problems;

namespace Hub.Functions.Api;

/// <summary>The bericht that the <c>{id}</c> of an address names, when the caller is one of its two parties.</summary>
internal static class PartyBericht
{
    /// <summary>The bericht; null when there is none for this caller, which then has been answered (404).</summary>
    public static async Task<BerichtStatus?> FindAsync(HttpContext context, Deelnemer deelnemer)
    {
        var berichten = context.RequestServices.GetRequiredService<IBerichten>();
        var id = context.Request.RouteValues["id"] as string;
        var bericht = BerichtId.IsValid(id) ? await berichten.FindAsync(id!, context.RequestAborted) : null;
        if (bericht?.IsOf(deelnemer) == true)
        {
            return bericht;
        }
        await KnownProblems.NotFound.WriteAsync(context);
        return null;
    }
}
