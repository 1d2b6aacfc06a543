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

    /// <summary>A handler that runs only for a deelnemer; anyone else gets 401 or 403.</summary>
    public static RequestDelegate AlsDeelnemer(Func<HttpContext, Deelnemer, Task> handler) => async context =>
    {
        var aanmelding = await context.AuthenticateAsync();
        if (!aanmelding.Succeeded)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problemen.NietAangemeld.SchrijfAsync(context);
            return;
        }

        var deelnemers = context.RequestServices.GetRequiredService<Deelnemerslijst>();
        if (Van(aanmelding.Principal, deelnemers) is { } deelnemer) await handler(context, deelnemer);
        else await Problemen.GeenToegang.SchrijfAsync(context);
    };

    /// <summary>The deelnemer of a token: it has the role, and its application (azp, or appid in a v1 token) belongs to one.</summary>
    internal static Deelnemer? Van(ClaimsPrincipal token, Deelnemerslijst deelnemers) =>
        token.HasClaim("roles", Rol) ? deelnemers.MetAppId(token.FindFirstValue("azp") ?? token.FindFirstValue("appid")) : null;
}
