using System.Security.Claims;
using Hub.Deelnemers;
using Hub.Functions.Api;
using Microsoft.AspNetCore.Authentication;

namespace Hub.Functions.Toegang;

/// <summary>Knows who calls: a deelnemer, by its token.</summary>
internal static class Aanroeper
{
    /// <summary>The app role that lets an application exchange berichten.</summary>
    public const string Rol = "Berichten.Uitwisselen";

    /// <summary>The app role of who looks after the hub; it opens no bericht.</summary>
    public const string Beheerrol = "Hub.Beheren";

    /// <summary>A handler that runs only for a deelnemer; anyone else gets 401 or 403.</summary>
    public static RequestDelegate AlsDeelnemer(Func<HttpContext, Deelnemer, Task> handler) => async context =>
    {
        if (await MeldAanAsync(context) is not { } token) return;
        if (Van(context, token) is { } deelnemer) await handler(context, deelnemer);
        else await Problemen.GeenToegang.SchrijfAsync(context);
    };

    /// <summary>A handler that runs for a deelnemer, or for the beheerder: then without one.</summary>
    public static RequestDelegate AlsDeelnemerOfBeheerder(Func<HttpContext, Deelnemer?, Task> handler) => async context =>
    {
        if (await MeldAanAsync(context) is not { } token) return;
        if (token.HasClaim("roles", Beheerrol)) await handler(context, null);
        else if (Van(context, token) is { } deelnemer) await handler(context, deelnemer);
        else await Problemen.GeenToegang.SchrijfAsync(context);
    };

    /// <summary>The deelnemer of a token: it has the role, and its application (azp, or appid in a v1 token) belongs to one.</summary>
    internal static Deelnemer? Van(ClaimsPrincipal token, Deelnemerslijst deelnemers) =>
        token.HasClaim("roles", Rol) ? deelnemers.MetAppId(token.FindFirstValue("azp") ?? token.FindFirstValue("appid")) : null;

    private static Deelnemer? Van(HttpContext context, ClaimsPrincipal token) =>
        Van(token, context.RequestServices.GetRequiredService<Deelnemerslijst>());

    // Without a valid token the answer is written here.
    private static async Task<ClaimsPrincipal?> MeldAanAsync(HttpContext context)
    {
        var aanmelding = await context.AuthenticateAsync();
        if (aanmelding.Succeeded) return aanmelding.Principal;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await Problemen.NietAangemeld.SchrijfAsync(context);
        return null;
    }
}
