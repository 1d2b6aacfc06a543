using System.Globalization;
using System.Security.Claims;
using Hub.Deelnemers;
using Hub.Functions.Problems;
using Hub.Functions.Tokens;
using Microsoft.AspNetCore.Authentication;

namespace Hub.Functions.Toegang;

/// <summary>Knows who calls: a deelnemer, by its token.</summary>
internal static class Aanroeper
{
    /// <summary>The app role of who looks after the hub; it opens no bericht.</summary>
    public const string Beheerrol = "Hub.Beheren";

    /// <summary>A handler that runs only for a deelnemer; anyone else gets 401 or 403.</summary>
    public static RequestDelegate AlsDeelnemer(Func<HttpContext, Deelnemer, Task> handler) => async context =>
    {
        if (await MeldAanAsync(context) is not { } token) return;
        if (Van(context, token) is not { } deelnemer) await Problemen.GeenToegang.SchrijfAsync(context);
        else if (await MagVerderAsync(context, deelnemer.Code)) await handler(context, deelnemer);
    };

    /// <summary>A handler that runs for a deelnemer, or for the beheerder: then without one.</summary>
    public static RequestDelegate AlsDeelnemerOfBeheerder(Func<HttpContext, Deelnemer?, Task> handler) => async context =>
    {
        if (await MeldAanAsync(context) is not { } token) return;
        var isBeheerder = token.HasClaim("roles", Beheerrol);
        var deelnemer = isBeheerder ? null : Van(context, token);
        if (!isBeheerder && deelnemer is null) await Problemen.GeenToegang.SchrijfAsync(context);
        else if (await MagVerderAsync(context, deelnemer?.Code ?? Beheerrol)) await handler(context, deelnemer);
    };

    /// <summary>The application of who calls, by its id; empty when the token names none.</summary>
    public static string Applicatie(HttpContext context) => context.User.FindFirstValue("azp") ?? "";

    private static Deelnemer? Van(HttpContext context, ClaimsPrincipal token) =>
        TokenCaller.Of(token, context.RequestServices.GetRequiredService<Deelnemerslijst>());

    // Who asks too much gets the answer here.
    private static async Task<bool> MagVerderAsync(HttpContext context, string wie)
    {
        var (mag, wacht) = context.RequestServices.GetRequiredService<Verzoekgrens>().Neem(wie);
        if (mag) return true;
        context.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wacht.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Problemen.TeVeelVerzoeken.SchrijfAsync(context);
        return false;
    }

    // Without a valid token the answer is written here.
    private static async Task<ClaimsPrincipal?> MeldAanAsync(HttpContext context)
    {
        var aanmelding = await context.AuthenticateAsync();
        if (aanmelding.Succeeded) return context.User = aanmelding.Principal;
        if (aanmelding.Failure is not null) await IssuerKeys.EnsureAsync(context, aanmelding.Failure);
        await WeigerAsync(context, aanmelding.Failure is { } failure ? TokenFault.Of(failure) : null);
        return null;
    }

    // RFC 6750, 3.1: who showed no token is only told how to; who did, also what is wrong with it.
    private static Task WeigerAsync(HttpContext context, TokenFault? fault)
    {
        context.Response.Headers.WWWAuthenticate = fault is null
            ? "Bearer"
            : $"Bearer error=\"invalid_token\", error_description=\"{fault.Fault}\"";
        var problem = Problemen.NietAangemeld;
        return (fault is null ? problem : problem with { Detail = $"{fault.Fault} {fault.Remedy}" }).SchrijfAsync(context);
    }
}
